import * as z from 'zod/mini';
import { accountSchema, preferencesSchema } from './account.ts';
import { emailSchema, passwordSchema } from './text.ts';

export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema });
export type SignIn = z.input<typeof signInSchema>;

/** Where the person goes next. More steps follow (second factor, expired password); clients switch on it. */
export const signedInSchema = z.object({ next: z.enum(['done']) });

/** Who is signed in in this browser; `account` is null for nobody, so that asking is never an error. */
export const currentSessionSchema = z.object({
  account: z.nullable(accountSchema),
  preferences: z.nullable(preferencesSchema),
});
export type CurrentSession = z.infer<typeof currentSessionSchema>;

/** One browser in which the person is signed in (G9). Times in epoch milliseconds. */
export const sessionSchema = z.object({
  id: z.string(),
  /** As the browser named itself; the app makes words of it. Empty when unknown. */
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionListSchema = z.object({ sessions: z.array(sessionSchema) });
/** How many other sessions were ended. */
export const endedSchema = z.object({ ended: z.number() });
