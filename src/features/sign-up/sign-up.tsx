import { useEffect, useState } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from '../../lib/router.tsx';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import { call } from '../../lib/api.ts';
import { useBoot } from '../../lib/boot-context.ts';
import { showFieldErrors } from '../../lib/form.ts';
import { paths } from '../../lib/paths.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFormSubmit } from '../../lib/use-form-submit.ts';
import { Button } from '../../ui/button.tsx';
import { EntranceTitle } from '../../ui/entrance.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckEmail } from './check-email.tsx';
import { PageTitle } from './page-title.tsx';
import { fieldId, SignUpFields } from './sign-up-fields.tsx';
import {
  noValues,
  signUpNames,
  signUpResolver,
  type CommonPasswords,
  type SignUpName,
  type SignUpValues,
} from './sign-up-values.ts';

/** "Sign up", and in its place "Check your email" once the wish for an account has been taken (A3). */
export function SignUp({ email }: { email: string }) {
  const { t, i18n } = useTranslation('entry');
  const { policy } = useBoot();
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const [common, setCommon] = useState<CommonPasswords>();
  const [sentTo, setSentTo] = useState<string>();
  const [returns, setReturns] = useState(0);
  const form = useForm<SignUpValues>({
    defaultValues: { ...noValues, email },
    mode: 'onTouched',
    resolver: signUpResolver(policy, common),
    shouldFocusError: false,
  });
  const { errors, isSubmitting } = form.formState;
  const { run, error } = useAction(({ firstName, lastName, email: address, password }: SignUpValues) =>
    call('signUp', { body: { firstName, lastName, email: address, password, locale: i18n.language } }),
  );
  const { onSubmit, standing, attempt } = useFormSubmit(form, signUpNames, async (values) => {
    try {
      await run(values);
      setSentTo(values.email.trim());
    } catch (failure) {
      showFieldErrors(form, failure);
    }
  });
  useEffect(() => {
    if (returns > 0) form.setFocus('email');
  }, [form, returns]);

  const goBack = () => {
    form.reset({ ...form.getValues(), password: '', confirmPassword: '' });
    setSentTo(undefined);
    setReturns(returns + 1);
  };
  const errorText = (name: SignUpName) =>
    errors[name]?.type === 'mismatch' ? t('field.mismatch') : fieldText(errors[name]);

  if (sentTo !== undefined) return <CheckEmail email={sentTo} kind="sent" onBack={goBack} />;
  const refusal = error?.errors.length === 0 ? error : undefined;
  return (
    <>
      <PageTitle page={t('signUp.title')} />
      <EntranceTitle
        lead={
          <>
            {t('signUp.haveAccount')} <SignInLink control={form.control} />
          </>
        }
      >
        {t('signUp.title')}
      </EntranceTitle>
      <Form onSubmit={onSubmit} aria-busy={isSubmitting || undefined}>
        <ErrorSummary
          key={attempt}
          title={t('summary', { count: standing.length })}
          errors={standing.map((name) => ({
            fieldId: fieldId(name),
            message: t('faultAt', { field: t(`field.${name}`), message: errorText(name) }),
          }))}
        />
        <SignUpFields form={form} common={common} onCommonLoaded={setCommon} errorText={errorText} />
        {refusal && <Notice tone="danger" role="alert" title={problemText(refusal)} />}
        <Button type="submit" variant="primary" wide busy={isSubmitting}>
          {t('signUp.submit')}
        </Button>
      </Form>
    </>
  );
}

/** Takes the typed address along, so that nobody types it twice. */
function SignInLink({ control }: { control: Control<SignUpValues> }) {
  const { t } = useTranslation('entry');
  const { search } = useLocation();
  const email = useWatch({ control, name: 'email' });
  return (
    <Link to={paths.signIn + search} state={{ email }}>
      {t('signIn.title')}
    </Link>
  );
}
