import { useTranslation } from 'react-i18next';
import { durationInWords } from '../../lib/duration.ts';
import type { Resend } from './use-resend.ts';

/** The cooldown in words; spoken when a mail was sent, when it begins and when it is over, not every second. */
export function ResendWait({ resend, id }: { resend: Resend; id: string }) {
  const { t, i18n } = useTranslation('entry');
  const { left, total } = resend.countdown;
  const waitOf = (seconds: number) => t('resend.sendIn', { time: durationInWords(seconds, i18n.language) });
  const sent = resend.isSent && left > 0 && t('resend.sent');
  return (
    <div>
      {sent && <p className="small muted">{sent}</p>}
      {left > 0 && (
        <p className="small muted numeric" id={id}>
          {waitOf(left)}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {left > 0 ? (
          <>
            <span>{sent}</span> <span>{waitOf(total)}</span>
          </>
        ) : (
          total > 0 && t('resend.sendNow')
        )}
      </p>
    </div>
  );
}
