import { useTranslation } from 'react-i18next';
import { durationInWords } from '../../lib/duration.ts';
import type { Countdown } from '../../lib/use-countdown.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why signing in has to wait, and for how long (B5). The seconds are shown as they pass and spoken twice: start and end. */
export function Throttled({ countdown, id }: { countdown: Countdown; id: string }) {
  const { t, i18n } = useTranslation('entry');
  const { left, total } = countdown;
  const waitOf = (seconds: number) => t('signIn.tryIn', { time: durationInWords(seconds, i18n.language) });
  return (
    <>
      {left > 0 && (
        <Notice tone="warning" title={t('signIn.throttled')}>
          <p className="numeric" id={id}>
            {waitOf(left)}
          </p>
        </Notice>
      )}
      <p className="visually-hidden" role="status">
        {left > 0 ? (
          <>
            <span>{t('signIn.throttled')}</span> <span>{waitOf(total)}</span>
          </>
        ) : (
          total > 0 && t('signIn.tryNow')
        )}
      </p>
    </>
  );
}
