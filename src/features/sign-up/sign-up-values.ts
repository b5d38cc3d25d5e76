import * as z from 'zod/mini';
import { passwordChecklist, type PasswordContext, type PasswordRule } from '../../../contract/password.ts';
import type { PublicPolicy } from '../../../contract/policy.ts';
import { signUpSchema } from '../../../contract/sign-up.ts';
import { contractCheck, type Faults } from '../../lib/form/faults.ts';

/** What is typed: the contract's own fields, and the password once more, which never leaves the page. */
const signUpFormSchema = z.extend(z.omit(signUpSchema, { locale: true }), { confirmPassword: z.string() });
export type SignUpValues = z.input<typeof signUpFormSchema>;

export type SignUpName = keyof SignUpValues;

export const noValues: SignUpValues = { firstName: '', lastName: '', email: '', password: '', confirmPassword: '' };

/** The list of common passwords; absent until it is loaded. */
export type CommonPasswords = ReadonlySet<string> | undefined;

/** The rules for a password in the context of what else is typed, as the server will ask them (A4). */
export function signUpChecklist(
  policy: PublicPolicy,
  { firstName, lastName, email, password }: SignUpValues,
  common: CommonPasswords,
): PasswordRule[] {
  const context: PasswordContext = {
    words: [policy.brand.name, firstName, lastName, email],
    ...(common && { isCommon: (text: string) => common.has(text) }),
  };
  return passwordChecklist(policy.password, password, context);
}

const byContract = contractCheck(signUpFormSchema);

/** The contract's checks, the policy's rules for the password, and that it was typed twice alike. */
export function signUpFaults(policy: PublicPolicy, common: CommonPasswords, values: SignUpValues): Faults<SignUpName> {
  const faults: Faults<SignUpName> = {};
  const missed = signUpChecklist(policy, values, common).find(({ met }) => !met);
  if (missed) faults.password = missed;
  if (values.confirmPassword === '') faults.confirmPassword = { code: 'required' };
  else if (values.confirmPassword !== values.password) faults.confirmPassword = { code: 'mismatch' };
  return { ...faults, ...byContract(values) };
}
