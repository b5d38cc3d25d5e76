import * as z from 'zod/mini';
import { codePoints, normalizeEmail } from './text.ts';
import type { FieldCode } from './problem-codes.ts';

/** What a policy asks of a password. The default follows SP 800-63B-4 §3.1.1.2: length and a blocklist, nothing else. */
export const passwordRulesSchema = z.strictObject({
  /** Code points, NFC. */
  minLength: z.number().check(z.int(), z.gte(6), z.lte(64)),
  maxLength: z.number().check(z.int(), z.gte(20), z.lte(256)),
  /** Refuse the most used passwords (P5). */
  blockCommon: z.boolean(),
  /** Refuse the brand, the person's name and their address, alone or padded (P5). */
  blockContext: z.boolean(),
});
export type PasswordRules = z.infer<typeof passwordRulesSchema>;

export interface PasswordContext {
  /** Words that a guesser of this person would try first: brand, names, company, email. */
  words: readonly string[];
  /** Whether the whole password is on the list of common ones; absent while that list is still loading. */
  isCommon?: (password: string) => boolean;
}

export interface PasswordRule {
  id: 'length' | 'maximum' | 'common' | 'context';
  code: FieldCode;
  met: boolean;
  /** The number that the rule's sentence names, in code points; 0 where it names none. */
  bound: number;
}

/**
 * The checklist (A4): every rule of the policy with whether the password meets it, in the order they are shown.
 * The form and the server call this one function, so a ticked list is an accepted password.
 */
export function passwordChecklist(rules: PasswordRules, password: string, context: PasswordContext): PasswordRule[] {
  const length = codePoints(password);
  const rule = (id: PasswordRule['id'], code: FieldCode, met: boolean, bound = 0): PasswordRule => ({
    id,
    code,
    met,
    bound,
  });
  const list = [rule('length', 'password_too_short', length >= rules.minLength, rules.minLength)];
  if (length > rules.maxLength) list.push(rule('maximum', 'password_too_long', false, rules.maxLength));
  if (rules.blockCommon) list.push(rule('common', 'password_common', length > 0 && !isCommon(password, context)));
  if (rules.blockContext) list.push(rule('context', 'password_context', length > 0 && !isContext(password, context)));
  return list;
}

function isCommon(password: string, { isCommon: listed = () => false }: PasswordContext): boolean {
  const text = password.normalize('NFC').toLowerCase();
  const piece = repeatedPiece(text);
  return listed(text) || isRun(text) || (piece !== undefined && ([...piece].length <= 4 || listed(piece)));
}

/** What a password says over and over ("passwordpassword"): it is as hard to guess as that piece. */
const repeatedPiece = (text: string): string | undefined => /^(.+?)\1+$/su.exec(text)?.[1];

/** Neighbours in a row, such as "abcdefgh" or "987654321". */
function isRun(text: string): boolean {
  const points = [...text].map((char) => char.codePointAt(0) ?? 0);
  const step = (points[1] ?? 0) - (points[0] ?? 0);
  return (
    points.length > 2 && Math.abs(step) === 1 && points.every((at, i) => i === 0 || at - (points[i - 1] ?? 0) === step)
  );
}

/** The context words make up all of the password but a few characters: "Marchetti2026!" is refused, a sentence is not. */
function isContext(password: string, { words }: PasswordContext): boolean {
  const text = fold(password);
  const parts = words.flatMap((word) => [normalizeEmail(word), ...word.split(/[@.\s]+/u)]).map(fold);
  const found = parts.filter((part) => part.length >= 3 && text.includes(part));
  const rest = found.sort((a, b) => b.length - a.length).reduce((left, part) => left.replaceAll(part, ''), text);
  return found.length > 0 && [...rest].length < 8;
}

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
