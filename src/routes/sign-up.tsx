import { LanguageSwitch } from '../features/sign-in/language-switch.tsx';
import { SignUp } from '../features/sign-up/sign-up.tsx';
import { handedEmail } from '../lib/email-input.ts';
import { paths } from '../lib/paths.ts';
import { useLocation } from '../lib/router.tsx';
import { Entrance } from '../ui/entrance.tsx';

export function Component() {
  const { state } = useLocation();
  return (
    <Entrance brandTo={paths.signIn} footer={<LanguageSwitch />}>
      <SignUp email={handedEmail(state)} />
    </Entrance>
  );
}
