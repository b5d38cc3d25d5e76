import { useMutation } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { signInSchema, type SignIn } from '../../../contract/session.ts';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import { ApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/api.ts';
import { emailInput } from '../../lib/email-input.ts';
import { contractResolver, showFieldErrors } from '../../lib/form.ts';
import { paths } from '../../lib/paths.ts';
import { useCountdown } from '../../lib/use-countdown.ts';
import { registerField, useFormSubmit } from '../../lib/use-form-submit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Throttled } from './throttled.tsx';
import styles from './sign-in-form.module.css';

const names = ['email', 'password'] as const;

/**
 * Email and password (B1). `unconfirmed` is what is offered for an address that is not confirmed yet (A6); `onSignedIn`
 * takes the person on, and the button stays busy until it is done.
 */
export function SignInForm({
  email,
  unconfirmed,
  onSignedIn,
}: {
  email: string;
  unconfirmed: (email: string) => ReactNode;
  onSignedIn: () => Promise<void>;
}) {
  const { t } = useTranslation('entry');
  const fieldText = useFieldText();
  const waitId = useId();
  const countdown = useCountdown();
  const form = useForm<SignIn>({
    defaultValues: { email, password: '' },
    mode: 'onTouched',
    resolver: contractResolver(signInSchema),
    shouldFocusError: false,
  });
  const { errors, isSubmitting } = form.formState;
  const signIn = useMutation({ mutationFn: (body: SignIn) => call('signIn', { body }), networkMode: 'always' });

  const { onSubmit, standing, attempt } = useFormSubmit(form, names, async (values) => {
    try {
      await signIn.mutateAsync(values);
    } catch (error) {
      return refuse(error);
    }
    await onSignedIn();
  });

  function refuse(error: unknown): void {
    if (!(error instanceof ApiError) || showFieldErrors(form, error)) return;
    if (error.code === 'throttled') countdown.start(error.retryAfter ?? 1);
    if (error.code !== 'credentials_invalid' && error.code !== 'throttled') return;
    form.setFocus('password', { shouldSelect: true });
  }

  return (
    <Form onSubmit={onSubmit} aria-busy={isSubmitting || undefined}>
      <ErrorSummary
        key={attempt}
        title={t('summary', { count: standing.length })}
        errors={standing.map((name) => ({ fieldId: `sign-in-${name}`, message: fieldText(errors[name]) ?? '' }))}
      />
      <Refusal error={signIn.error}>{unconfirmed(signIn.variables?.email ?? '')}</Refusal>
      <Throttled countdown={countdown} id={waitId} />
      <TextField
        {...emailInput}
        {...registerField(form, 'email')}
        id="sign-in-email"
        label={t('field.email')}
        autoComplete="username webauthn"
        error={fieldText(errors.email)}
      />
      <PasswordField
        {...registerField(form, 'password')}
        id="sign-in-password"
        label={t('field.password')}
        autoComplete="current-password"
        error={fieldText(errors.password)}
      />
      <Button
        type="submit"
        variant="primary"
        wide
        busy={isSubmitting}
        disabled={countdown.left > 0}
        aria-describedby={countdown.left > 0 ? waitId : undefined}
      >
        {t('signIn.submit')}
      </Button>
      <p className="small muted">
        {t('signIn.newHere')} <SignUpLink control={form.control} />
      </p>
    </Form>
  );
}

/** Why the last try failed, but for what fields and the countdown say themselves. */
function Refusal({ error, children }: { error: Error | null; children: ReactNode }) {
  const problemText = useProblemText();
  if (!(error instanceof ApiError) || error.code === 'throttled' || error.errors.length > 0) return null;
  if (error.code !== 'email_unconfirmed') return <Notice tone="danger" role="alert" title={problemText(error)} />;
  return <Notice tone="warning" role="alert" title={problemText(error)} actions={children} />;
}

/** Takes the typed address along, so that nobody types it twice. */
function SignUpLink({ control }: { control: Control<SignIn> }) {
  const { t } = useTranslation('entry');
  const { search } = useLocation();
  const email = useWatch({ control, name: 'email' });
  return (
    <Link className={styles.link} to={{ pathname: paths.signUp, search }} state={{ email }}>
      {t('signUp.title')}
    </Link>
  );
}
