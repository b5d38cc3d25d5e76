import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { passwordChecklist, type PasswordContext, type PasswordRule } from '../../../contract/password.ts';
import type { PublicPolicy } from '../../../contract/policy.ts';
import { signUpSchema } from '../../../contract/sign-up.ts';
import { contractResolver } from '../../lib/form.ts';

/** What is typed: the contract's own fields, and the password once more, which never leaves the page. */
export const signUpFormSchema = z.extend(z.omit(signUpSchema, { locale: true }), { confirmPassword: z.string() });
export type SignUpValues = z.input<typeof signUpFormSchema>;

export const signUpNames = ['firstName', 'lastName', 'email', 'password', 'confirmPassword'] as const;
export type SignUpName = (typeof signUpNames)[number];

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

/** The contract's checks, the policy's rules for the password, and that it was typed twice alike. */
export function signUpResolver(policy: PublicPolicy, common: CommonPasswords): Resolver<SignUpValues> {
  const byContract = contractResolver(signUpFormSchema);
  return async (values, context, options) => {
    const { errors } = await byContract(values, context, options);
    const faults: Partial<Record<SignUpName, { type: string; message: string }>> = {};
    const missed = signUpChecklist(policy, values, common).find(({ met }) => !met);
    if (missed) faults.password = { type: missed.code, message: String(missed.bound) };
    if (values.confirmPassword === '') faults.confirmPassword = { type: 'required', message: '' };
    else if (values.confirmPassword !== values.password) faults.confirmPassword = { type: 'mismatch', message: '' };
    const all = { ...faults, ...errors };
    return Object.keys(all).length > 0 ? { values: {}, errors: all as never } : { values, errors: {} };
  };
}
