import * as z from 'zod/mini';
import { nameMax } from './account.ts';
import { emailSchema, passwordSchema, requiredLineSchema } from './text.ts';

export const signUpSchema = z.strictObject({
  firstName: requiredLineSchema(nameMax),
  lastName: requiredLineSchema(nameMax),
  email: emailSchema,
  password: passwordSchema,
  /** The language of the page, in which the mail is written. */
  locale: z.optional(z.string()),
});

/** The same for a free and a taken address (A3). */
export const signUpAcceptedSchema = z.object({ next: z.enum(['confirm-email']) });

/** The secret of a mailed link: 256 bits, base64url. */
export const confirmationSchema = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(100)),
  /** The password chosen at sign-up; asked for (`password_needed`) where the address was signed up more than once. */
  password: z.optional(passwordSchema),
});
export const confirmedSchema = z.object({ next: z.enum(['sign-in']) });

/** Asks for the confirmation mail again; answered alike for every address. `wait`: seconds until the next may be asked for. */
export const resendSchema = z.strictObject({ email: emailSchema });
export const resentSchema = z.object({ wait: z.number() });
