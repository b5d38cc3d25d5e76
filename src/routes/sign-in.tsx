import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../features/sign-in/language-switch.tsx';
import { SignInForm } from '../features/sign-in/sign-in-form.tsx';
import { ResendConfirmation } from '../features/sign-up/resend-confirmation.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { leaveFor } from '../lib/fresh-page.ts';
import { handedEmail } from '../lib/email-input.ts';
import { paths } from '../lib/paths.ts';
import { useLocation, useSearchParams } from '../lib/router.tsx';
import { tellOtherTabs } from '../lib/other-tabs.ts';
import { safeTarget } from '../lib/safe-target.ts';
import { Entrance, EntranceTitle } from '../ui/entrance.tsx';

export function Component() {
  const { t } = useTranslation(['entry', 'common']);
  const { policy } = useBoot();
  const { state } = useLocation();
  const to = useSearchParams().get('to');

  const enter = () => {
    tellOtherTabs();
    leaveFor(safeTarget(to));
  };

  return (
    <Entrance brandTo={paths.signIn} footer={<LanguageSwitch />}>
      <title>{t('common:title', { page: t('signIn.title'), brand: policy.brand.name })}</title>
      <EntranceTitle lead={t('signIn.lead')}>{t('signIn.title')}</EntranceTitle>
      <SignInForm email={handedEmail(state)} Unconfirmed={ResendConfirmation} onSignedIn={enter} />
    </Entrance>
  );
}
