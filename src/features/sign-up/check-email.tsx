import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../i18n/isolate.ts';
import { useBoot } from '../../lib/boot-context.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/button.tsx';
import { StandaloneLink } from '../../ui/layout.tsx';
import { Outcome } from './outcome.tsx';
import { ResendConfirmation } from './resend-confirmation.tsx';

/** The same for every address, so that nobody learns whether one is taken (A3). `renewed`: a new link was asked for. */
export function CheckEmail({ email, kind, onBack }: { email: string; kind: 'sent' | 'renewed'; onBack: () => void }) {
  const { t } = useTranslation('entry');
  const { policy, development } = useBoot();
  const { confirmationHours: count, confirmationCooldownSeconds } = policy.links;
  return (
    <Outcome
      icon={<Mail />}
      title={t('checkEmail.title')}
      action={
        <>
          <ResendConfirmation email={email} initialWait={confirmationCooldownSeconds} />
          <Button variant="quiet" onClick={onBack}>
            {t('checkEmail.anotherAddress')}
          </Button>
          {development && <StandaloneLink to={paths.outbox}>{t('checkEmail.outbox')}</StandaloneLink>}
        </>
      }
    >
      <p>{t(`checkEmail.${kind}`, { email: isolate(email), count })}</p>
    </Outcome>
  );
}
