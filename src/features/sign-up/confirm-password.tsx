import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { passwordSchema } from '../../../contract/text.ts';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import { contractCheck } from '../../lib/form/faults.ts';
import { useForm } from '../../lib/form/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { EntranceTitle } from '../../ui/entrance.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { PageTitle } from './page-title.tsx';

const check = contractCheck(z.object({ password: passwordSchema }));

/** The address was signed up more than once: the password says by whom, so that nobody's stands in for it (A7). */
export function ConfirmPassword({ send }: { send: (password: string) => Promise<unknown> }) {
  const { t } = useTranslation('entry');
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const form = useForm({
    initial: { password: '' },
    check,
    send: async ({ password }) => {
      await send(password);
    },
  });
  useEffect(() => document.querySelector<HTMLElement>('#main h1')?.focus(), []);
  const { problem } = form;
  return (
    <>
      <PageTitle page={t('confirm.title')} />
      <EntranceTitle lead={t('confirm.passwordLead')}>{t('confirm.title')}</EntranceTitle>
      <Form ref={form.ref} onSubmit={form.submit}>
        {problem && (
          <Notice
            tone="danger"
            role="alert"
            title={problem.code === 'credentials_invalid' ? t('confirm.passwordWrong') : problemText(problem)}
          />
        )}
        <PasswordField
          {...form.field('password')}
          id="confirm-password"
          label={t('field.password')}
          autoComplete="current-password"
          error={fieldText(form.faults.password)}
        />
        <Button type="submit" variant="primary" wide busy={form.isBusy}>
          {t('confirm.submit')}
        </Button>
      </Form>
    </>
  );
}
