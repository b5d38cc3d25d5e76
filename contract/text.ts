import * as z from 'zod/mini';

/** Length as a person counts it: Unicode code points after NFC, so that an emoji family counts 5 on both sides (P3). */
export function codePoints(text: string): number {
  return [...text.normalize('NFC')].length;
}

/**
 * The form in which two addresses are the same (I11): NFC, trimmed, lower case, the domain in its ASCII (IDN) form.
 * The address itself is stored as typed. Normalise before validating (case-27).
 */
export function normalizeEmail(email: string): string {
  const text = email.normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  if (at < 1) return text.toLowerCase();
  // Lower case can take a letter apart again.
  return `${text.slice(0, at).toLowerCase()}@${asciiDomain(text.slice(at + 1))}`.normalize('NFC');
}

/** The URL parser is the one IDNA implementation that browsers and Node share. */
function asciiDomain(domain: string): string {
  const host = domain.toLowerCase();
  if (/[\s/?#@:\\[\]%]/u.test(host)) return host;
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}

// Deliverability is proven by the confirmation mail; this refuses what can never be an address (RFC 5321 lengths).
const localPart = /^[^\s@"(),:;<>[\\\]\p{Cc}\p{Cf}\p{Cs}]{1,64}$/u;
const domain =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

export function isEmail(email: string): boolean {
  const text = normalizeEmail(email);
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return at > 0 && localPart.test(local) && !/^\.|\.\.|\.$/u.test(local) && domain.test(text.slice(at + 1));
}

// The message of a check is never shown: it is the field code that the problem carries.
const fails = (code: string) => ({ error: code });

/** A name, city or company: any script, one letter is enough (I8), no control or invisible formatting characters. */
export const lineSchema = (max: number) =>
  z.string(fails('wrong_type')).check(
    z.normalize('NFC'),
    z.trim(),
    z.refine((text) => !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text), fails('control_characters')),
    z.refine((text) => codePoints(text) <= max, { error: 'too_long', params: { bound: max } }),
  );

/** The same, and with something in it to be seen. */
export const requiredLineSchema = (max: number) =>
  lineSchema(max).check(z.refine((text) => /[^\p{Cf}\p{Z}]/u.test(text), fails('required')));

export const emailSchema = z.string(fails('wrong_type')).check(
  z.trim(),
  z.refine((text) => text.length > 0, { ...fails('required'), abort: true }),
  z.refine((text) => text.length <= 254, { error: 'too_long', params: { bound: 254 }, abort: true }),
  z.refine(isEmail, fails('email_invalid')),
);

/** 256 code points is what is read of a password (P9); the policy's own limits are checked by `passwordFaults`. */
const passwordInputMax = 256;
export const passwordSchema = z.string(fails('wrong_type')).check(
  z.refine((text) => text.length > 0, { ...fails('required'), abort: true }),
  z.refine((text) => codePoints(text) <= passwordInputMax, {
    error: 'password_too_long',
    params: { bound: passwordInputMax },
  }),
);
