import { useSearchParams } from 'react-router';
import { LanguageSwitch } from '../features/sign-in/language-switch.tsx';
import { ConfirmEmail } from '../features/sign-up/confirm-email.tsx';
import { paths } from '../lib/paths.ts';
import { Entrance } from '../ui/entrance.tsx';

export function Component() {
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  return (
    <Entrance brandTo={paths.signIn} footer={<LanguageSwitch />}>
      <ConfirmEmail key={token} token={token} />
    </Entrance>
  );
}
