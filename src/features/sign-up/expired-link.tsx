import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resendSchema } from '../../../contract/sign-up.ts';
import { useFieldText, useProblemText } from '../../i18n/use-problem-text.ts';
import { emailInput } from '../../lib/email-input.ts';
import { contractCheck } from '../../lib/form/faults.ts';
import { useForm } from '../../lib/form/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { EntranceTitle } from '../../ui/entrance.tsx';
import { Form } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CheckEmail } from './check-email.tsx';
import { PageTitle } from './page-title.tsx';
import { ResendWait } from './resend-wait.tsx';
import { useResend } from './use-resend.ts';

const check = contractCheck(resendSchema);

/** A link that has run out: a new one for the address it was made for (A6). The page cannot know the address. */
export function ExpiredLink() {
  const { t } = useTranslation('entry');
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const waitId = useId();
  const resend = useResend();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initial: { email: '' },
    check,
    send: async ({ email }) => {
      if (await resend.send(email)) setSentTo(email.trim());
    },
  });
  useEffect(() => document.querySelector<HTMLElement>('#main h1')?.focus(), []);

  if (sentTo !== undefined) return <CheckEmail email={sentTo} kind="renewed" onBack={() => setSentTo(undefined)} />;
  const mustWait = resend.countdown.left > 0;
  return (
    <>
      <PageTitle page={t('confirm.expiredTitle')} />
      <EntranceTitle lead={t('confirm.expiredText')}>{t('confirm.expiredTitle')}</EntranceTitle>
      <Form ref={form.ref} onSubmit={form.submit}>
        {resend.problem && <Notice tone="danger" role="alert" title={problemText(resend.problem)} />}
        <TextField
          {...emailInput}
          {...form.field('email')}
          id="expired-email"
          label={t('field.email')}
          autoComplete="email"
          error={fieldText(form.faults.email)}
        />
        <Button
          type="submit"
          variant="primary"
          wide
          busy={resend.isBusy}
          disabled={mustWait}
          aria-describedby={mustWait ? waitId : undefined}
        >
          {t('confirm.expiredSubmit')}
        </Button>
        <ResendWait resend={resend} id={waitId} />
      </Form>
    </>
  );
}
