import { useId, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signInSchema, type SignIn } from '../../../contract/session.ts';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import type { ApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/api.ts';
import { emailInput } from '../../lib/email-input.ts';
import { contractCheck } from '../../lib/form/faults.ts';
import { useForm } from '../../lib/form/use-form.ts';
import { paths } from '../../lib/paths.ts';
import { Link, useLocation } from '../../lib/router.tsx';
import { useCountdown } from '../../lib/use-countdown.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Throttled } from './throttled.tsx';
import styles from './sign-in-form.module.css';

const check = contractCheck(signInSchema);

/**
 * Email and password (B1). `Unconfirmed` is what is offered for an address that is not confirmed yet (A6); `onSignedIn`
 * takes the person on; the button stays busy until the page is gone.
 */
export function SignInForm({
  email,
  Unconfirmed,
  onSignedIn,
}: {
  email: string;
  Unconfirmed: ComponentType<{ email: string }>;
  onSignedIn: () => void;
}) {
  const { t } = useTranslation('entry');
  const fieldText = useFieldText();
  const { search } = useLocation();
  const waitId = useId();
  const countdown = useCountdown();
  const [sentEmail, setSentEmail] = useState('');
  const form = useForm({ initial: { email, password: '' }, check, send });
  const { faults, standing, isBusy } = form;

  async function send(body: SignIn): Promise<void> {
    setSentEmail(body.email);
    await call('signIn', { body }).catch(refuse);
    onSignedIn();
    // The button stays busy until the fresh page takes over.
    await new Promise(() => undefined);
  }

  function refuse(error: ApiError): never {
    if (error.code === 'throttled') countdown.start(error.retryAfter ?? 1);
    if (error.code === 'throttled' || error.code === 'credentials_invalid') form.focus('password', { select: true });
    throw error;
  }

  return (
    <Form ref={form.ref} onSubmit={form.submit} aria-busy={isBusy || undefined}>
      <ErrorSummary
        key={form.attempt}
        title={t('summary', { count: standing.length })}
        errors={standing.map((name) => ({
          fieldId: `sign-in-${name}`,
          message: t('faultAt', { field: t(`field.${name}`), message: fieldText(faults[name]) }),
        }))}
      />
      <Refusal error={form.problem}>
        <Unconfirmed email={sentEmail} />
      </Refusal>
      <Throttled countdown={countdown} id={waitId} />
      <TextField
        {...emailInput}
        {...form.field('email')}
        id="sign-in-email"
        label={t('field.email')}
        autoComplete="username webauthn"
        error={fieldText(faults.email)}
      />
      <PasswordField
        {...form.field('password')}
        id="sign-in-password"
        label={t('field.password')}
        autoComplete="current-password"
        error={fieldText(faults.password)}
      />
      <Button
        type="submit"
        variant="primary"
        wide
        busy={isBusy}
        disabled={countdown.left > 0}
        aria-describedby={countdown.left > 0 ? waitId : undefined}
      >
        {t('signIn.submit')}
      </Button>
      <p className="small muted">
        {t('signIn.newHere')} {/* Takes the typed address along, so that nobody types it twice. */}
        <Link className={styles.link} to={paths.signUp + search} state={{ email: form.values.email }}>
          {t('signUp.title')}
        </Link>
      </p>
    </Form>
  );
}

/** Why the last try failed, but for what the countdown says itself. */
function Refusal({ error, children }: { error: ApiError | null; children: ReactNode }) {
  const problemText = useProblemText();
  if (!error || error.code === 'throttled') return null;
  if (error.code !== 'email_unconfirmed') return <Notice tone="danger" role="alert" title={problemText(error)} />;
  // The title alone is spoken: under it a cooldown counts its seconds.
  return <Notice tone="warning" title={<span role="alert">{problemText(error)}</span>} actions={children} />;
}
