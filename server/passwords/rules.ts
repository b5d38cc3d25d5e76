import { passwordChecklist } from '../../contract/password.ts';
import type { Policy } from '../../contract/policy.ts';
import { ProblemError } from '../errors.ts';

/** Loaded when the first password is chosen: 30,000 words are no part of a start. */
let common: Promise<ReadonlySet<string>> | undefined;
const commonPasswords = () =>
  (common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])));

/** Refuses a new password that misses a rule of the policy, naming each missed rule at `pointer` (P1, P5, P9). */
export async function assertPassword(
  policy: Policy,
  password: string,
  pointer: string,
  words: readonly string[],
): Promise<void> {
  const listed = await commonPasswords();
  const context = { words: [policy.brand.name, ...words], isCommon: (text: string) => listed.has(text) };
  const missed = passwordChecklist(policy.password, password, context).filter(({ met }) => !met);
  if (missed.length === 0) return;
  throw new ProblemError('invalid', {
    errors: missed.map(({ code, bound }) => ({ pointer, code, ...(bound > 0 && { params: { bound } }) })),
  });
}
