import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { LanguageSwitch } from '../features/sign-in/language-switch.tsx';
import { SignInForm } from '../features/sign-in/sign-in-form.tsx';
import { ResendConfirmation } from '../features/sign-up/resend-confirmation.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { handedEmail } from '../lib/email-input.ts';
import { paths } from '../lib/paths.ts';
import { safeTarget } from '../lib/safe-target.ts';
import { Entrance, EntranceTitle } from '../ui/entrance.tsx';

export function Component() {
  const { t } = useTranslation(['entry', 'common']);
  const { policy } = useBoot();
  const [params] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();

  const enter = async () => {
    // What was asked for as a stranger is not true any more; the next page's loader asks who is here.
    queryClient.clear();
    await navigate(safeTarget(params.get('to')), { replace: true });
  };

  return (
    <Entrance brandTo={paths.signIn} footer={<LanguageSwitch />}>
      <title>{t('common:title', { page: t('signIn.title'), brand: policy.brand.name })}</title>
      <EntranceTitle lead={t('signIn.lead')}>{t('signIn.title')}</EntranceTitle>
      <SignInForm
        email={handedEmail(state)}
        unconfirmed={(email) => <ResendConfirmation email={email} />}
        onSignedIn={enter}
      />
    </Entrance>
  );
}
