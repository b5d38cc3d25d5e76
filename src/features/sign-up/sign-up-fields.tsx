import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoot } from '../../lib/boot-context.ts';
import { loadCommonPasswords } from '../../lib/common-passwords.ts';
import { emailInput } from '../../lib/email-input.ts';
import type { FormKit } from '../../lib/form/use-form.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordChecklist } from './password-checklist.tsx';
import type { CommonPasswords, SignUpName } from './sign-up-values.ts';

export const fieldId = (name: SignUpName) => `sign-up-${name}`;

/** The fields of "Sign up" (A1, A4). `errorText` is the sentence under a field. */
export function SignUpFields({
  form,
  common,
  onCommonLoaded,
  errorText,
}: {
  form: FormKit<SignUpName>;
  common: CommonPasswords;
  onCommonLoaded: (list: ReadonlySet<string>) => void;
  errorText: (name: SignUpName) => string | undefined;
}) {
  const { t } = useTranslation('entry');
  const { policy } = useBoot();
  const [hasLeftPassword, setHasLeftPassword] = useState(false);

  const field = (name: SignUpName) => ({
    ...form.field(name),
    id: fieldId(name),
    label: t(`field.${name}`),
    error: errorText(name),
  });
  // Without the list the form still works: the server knows it too.
  const loadCommon = () => {
    if (policy.password.blockCommon) void loadCommonPasswords().then(onCommonLoaded, () => undefined);
  };

  const password = field('password');
  return (
    <>
      <TextField {...field('firstName')} autoComplete="given-name" />
      <TextField {...field('lastName')} autoComplete="family-name" />
      <TextField {...emailInput} {...field('email')} autoComplete="email" help={t('field.emailHelp')} />
      <PasswordField
        {...password}
        autoComplete="new-password"
        describedBy="sign-up-rules"
        onFocus={loadCommon}
        onBlur={(event) => {
          if (event.currentTarget.value !== '') setHasLeftPassword(true);
          password.onBlur();
        }}
        after={
          <PasswordChecklist values={form.values} common={common} showUnmet={hasLeftPassword} id="sign-up-rules" />
        }
      />
      <PasswordField {...field('confirmPassword')} autoComplete="new-password" />
    </>
  );
}
