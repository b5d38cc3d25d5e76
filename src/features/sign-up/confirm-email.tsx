import { useState } from 'react';
import { CircleCheck, LinkIcon, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text.ts';
import { ApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/api.ts';
import { paths } from '../../lib/paths.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EntranceTitle } from '../../ui/entrance.tsx';
import { Fields } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { ExpiredLink } from './expired-link.tsx';
import { Outcome } from './outcome.tsx';
import { PageTitle } from './page-title.tsx';

/** Confirms the address at the press of its button, never on load: mail scanners open links too (A6, F15). */
export function ConfirmEmail({ token }: { token: string }) {
  const { t } = useTranslation('entry');
  const problemText = useProblemText();
  const [needsPassword, setNeedsPassword] = useState(false);
  const {
    run,
    error: problem,
    isBusy,
    isDone,
  } = useAction(async (password: string | undefined) => {
    try {
      return await call('confirmSignUp', { body: { token, ...(password !== undefined && { password }) } });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'password_needed') setNeedsPassword(true);
      throw error;
    }
  });

  const toSignIn = (
    <ButtonLink variant="primary" to={paths.signIn}>
      {t('confirm.toSignIn')}
    </ButtonLink>
  );
  if (isDone) {
    return (
      <Outcome icon={<CircleCheck />} title={t('confirm.doneTitle')} action={toSignIn}>
        {t('confirm.doneText')}
      </Outcome>
    );
  }
  if (problem?.code === 'link_used') {
    return (
      <Outcome icon={<LinkIcon />} title={t('confirm.usedTitle')} action={toSignIn}>
        {t('confirm.usedText')}
      </Outcome>
    );
  }
  if (problem?.code === 'link_expired') return <ExpiredLink />;
  if (token === '' || problem?.code === 'link_unknown' || problem?.code === 'invalid') return <UnknownLink />;
  if (needsPassword) return <ConfirmPassword send={run} />;
  return (
    <>
      <PageTitle page={t('confirm.title')} />
      <EntranceTitle lead={t('confirm.lead')}>{t('confirm.title')}</EntranceTitle>
      <Fields>
        {problem && <Notice tone="danger" role="alert" title={problemText(problem)} />}
        <Button variant="primary" wide busy={isBusy} onClick={() => void run(undefined).catch(() => undefined)}>
          {t('confirm.submit')}
        </Button>
      </Fields>
    </>
  );
}

function UnknownLink() {
  const { t } = useTranslation('entry');
  const toSignUp = <ButtonLink to={paths.signUp}>{t('confirm.toSignUp')}</ButtonLink>;
  return (
    <Outcome icon={<Unlink />} title={t('confirm.unknownTitle')} action={toSignUp}>
      {t('confirm.unknownText')}
    </Outcome>
  );
}
