import * as z from 'zod/mini';
import { countryCodes } from './countries.ts';
import { lineSchema, requiredLineSchema } from './text.ts';

export const nameMax = 100;
const companyMax = 200;

/** E.164 (ITU-T): a plus and up to 15 digits. Typed spaces, dots, dashes and brackets are dropped; "possible", not "valid" (I9). */
const phoneSchema = z.pipe(
  z.pipe(
    z.string({ error: 'wrong_type' }),
    z.transform((text: string) => toE164(text)),
  ),
  z.string().check(z.refine((text) => text === '' || /^\+[1-9]\d{6,14}$/u.test(text), { error: 'phone_invalid' })),
);

/** Digits of any script become ASCII; a leading 00 is the plus of people who have no plus. */
function toE164(text: string): string {
  const ascii = text.normalize('NFKC').replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return ascii.replaceAll(/[\s().\-/\u2010-\u2015\u2066-\u2069\u200e\u200f]/gu, '').replace(/^00/u, '+');
}

/** Decimal digits stand in runs of ten in Unicode, from the run's zero on. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 48;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

/** ISO 3166-1 alpha-2, or empty for none; shown by its CLDR name (I10). */
const countrySchema = z
  .string({ error: 'wrong_type' })
  .check(z.refine((code) => code === '' || countryCodes.includes(code), { error: 'country_unknown' }));

/** What a person may write about themselves. An empty optional field is the empty string. */
export const profileSchema = z.strictObject({
  firstName: requiredLineSchema(nameMax),
  lastName: requiredLineSchema(nameMax),
  phone: phoneSchema,
  company: lineSchema(companyMax),
  country: countrySchema,
  city: lineSchema(nameMax),
});
export type Profile = z.infer<typeof profileSchema>;
export type ProfileInput = z.input<typeof profileSchema>;

/** A change names only the fields it changes (E2). */
export const profileChangeSchema = z.partial(profileSchema);
export type ProfileChange = z.infer<typeof profileChangeSchema>;

/** Edge lengths in px at which a picture is kept (E6). */
export const avatarSizes = [512, 256, 128, 64] as const;

export const accountSchema = z.object({
  id: z.string(),
  email: z.string(),
  // What is stored has been checked: an answer is not put through the profile's checks and transforms again.
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  company: z.string(),
  country: z.string(),
  city: z.string(),
  /** Address of the picture without its size: append `/64`, `/128`, `/256` or `/512`. Null: initials. */
  avatar: z.nullable(z.string()),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  /** The entity tag of this state, as sent in `ETag` and wanted in `If-Match` (RFC 9110 §13.1.1). */
  etag: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/** The picture's new address. */
export const avatarSchema = z.object({ avatar: z.string() });

/** `system` follows the device's light or dark mood. */
export const preferencesSchema = z.strictObject({ locale: z.string(), theme: z.string() });
export type Preferences = z.infer<typeof preferencesSchema>;
export const preferencesChangeSchema = z.partial(preferencesSchema);
