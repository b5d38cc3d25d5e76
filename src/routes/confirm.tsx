import { LanguageSwitch } from '../features/sign-in/language-switch.tsx';
import { ConfirmEmail } from '../features/sign-up/confirm-email.tsx';
import { paths } from '../lib/paths.ts';
import { useSearchParams } from '../lib/router.tsx';
import { Entrance } from '../ui/entrance.tsx';

export function Component() {
  const token = useSearchParams().get('token') ?? '';
  return (
    <Entrance brandTo={paths.signIn} footer={<LanguageSwitch />}>
      <ConfirmEmail key={token} token={token} />
    </Entrance>
  );
}
