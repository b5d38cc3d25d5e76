import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import { call } from '../../lib/api.ts';
import { useBoot } from '../../lib/boot-context.ts';
import { useForm } from '../../lib/form/use-form.ts';
import { paths } from '../../lib/paths.ts';
import { Link, useLocation } from '../../lib/router.tsx';
import { Button } from '../../ui/button.tsx';
import { EntranceTitle } from '../../ui/entrance.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from './page-title.tsx';
import { fieldId, SignUpFields } from './sign-up-fields.tsx';
import { signUpFaults, type CommonPasswords, type SignUpName, type SignUpValues } from './sign-up-values.ts';

/** The wish for an account (A1). `isBack`: the person comes back to it for another address. */
export function SignUpForm({
  initial,
  isBack,
  onSent,
}: {
  initial: SignUpValues;
  isBack: boolean;
  onSent: (values: SignUpValues) => void;
}) {
  const { t, i18n } = useTranslation('entry');
  const { policy } = useBoot();
  const { search } = useLocation();
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const [common, setCommon] = useState<CommonPasswords>();
  const form = useForm<SignUpName>({
    initial,
    check: (values) => signUpFaults(policy, common, values),
    send: async (values) => {
      const { firstName, lastName, email, password } = values;
      await call('signUp', { body: { firstName, lastName, email, password, locale: i18n.language } });
      onSent(values);
    },
  });
  const { faults, standing, problem, isBusy } = form;
  const start = useEffectEvent(() => {
    if (isBack) form.focus('email');
  });
  useEffect(() => start(), []);

  const errorText = (name: SignUpName) =>
    faults[name]?.code === 'mismatch' ? t('field.mismatch') : fieldText(faults[name]);

  return (
    <>
      <PageTitle page={t('signUp.title')} />
      <EntranceTitle
        lead={
          <>
            {/* Takes the typed address along, so that nobody types it twice. */}
            {t('signUp.haveAccount')}{' '}
            <Link to={paths.signIn + search} state={{ email: form.values.email }}>
              {t('signIn.title')}
            </Link>
          </>
        }
      >
        {t('signUp.title')}
      </EntranceTitle>
      <Form ref={form.ref} onSubmit={form.submit} aria-busy={isBusy || undefined}>
        <ErrorSummary
          key={form.attempt}
          title={t('summary', { count: standing.length })}
          errors={standing.map((name) => ({
            fieldId: fieldId(name),
            message: t('faultAt', { field: t(`field.${name}`), message: errorText(name) }),
          }))}
        />
        <SignUpFields form={form} common={common} onCommonLoaded={setCommon} errorText={errorText} />
        {problem && <Notice tone="danger" role="alert" title={problemText(problem)} />}
        <Button type="submit" variant="primary" wide busy={isBusy}>
          {t('signUp.submit')}
        </Button>
      </Form>
    </>
  );
}
