import { useState } from 'react';
import { CheckEmail } from './check-email.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import { noValues } from './sign-up-values.ts';

/** "Sign up", and in its place "Check your email" once the wish for an account has been taken (A3). */
export function SignUp({ email }: { email: string }) {
  const [kept, setKept] = useState({ ...noValues, email });
  const [sentTo, setSentTo] = useState<string>();
  const [isBack, setIsBack] = useState(false);

  const goBack = () => {
    setSentTo(undefined);
    setIsBack(true);
  };
  if (sentTo !== undefined) return <CheckEmail email={sentTo} kind="sent" onBack={goBack} />;
  return (
    <SignUpForm
      initial={kept}
      isBack={isBack}
      onSent={(values) => {
        setKept({ ...values, password: '', confirmPassword: '' });
        setSentTo(values.email.trim());
      }}
    />
  );
}
