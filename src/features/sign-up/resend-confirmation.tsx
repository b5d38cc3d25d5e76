import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { ResendWait } from './resend-wait.tsx';
import { useResend } from './use-resend.ts';
import styles from './resend-confirmation.module.css';

/** Sends the confirmation mail again. `initialWait` in seconds: a mail has just been sent. */
export function ResendConfirmation({ email, initialWait = 0 }: { email: string; initialWait?: number }) {
  const { t } = useTranslation('entry');
  const problemText = useProblemText();
  const id = useId();
  const resend = useResend(initialWait);
  const mustWait = resend.countdown.left > 0;
  return (
    <div className={styles.resend}>
      {/* Not `disabled`: a button that was just pressed keeps the focus. */}
      <Button
        className={styles.button}
        busy={resend.isBusy}
        aria-disabled={mustWait || undefined}
        aria-describedby={mustWait ? `${id}-wait` : undefined}
        onClick={() => void resend.send(email)}
      >
        {t('resend.send')}
      </Button>
      <div className={styles.said}>
        <ResendWait resend={resend} id={`${id}-wait`} />
        <div role="alert">
          {resend.problem && <FieldError id={`${id}-problem`}>{problemText(resend.problem)}</FieldError>}
        </div>
      </div>
    </div>
  );
}
