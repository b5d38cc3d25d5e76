import * as z from 'zod/mini';

/** A mail as the development outbox shows it, newest first. */
export const outboxMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  locale: z.string(),
  /** ISO 8601. */
  sentAt: z.string(),
  links: z.array(z.string()),
});
export type OutboxMail = z.infer<typeof outboxMailSchema>;
export const outboxSchema = z.array(outboxMailSchema);

/** ISO 8601 duration in days, hours, minutes and seconds, such as `PT31S` or `P30DT1H`. */
export const clockTravelSchema = z.strictObject({
  advance: z.string().check(z.regex(/^P(?=\d|T)(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,7}M)?(?:\d{1,8}S)?)?$/u)),
});
export const clockSchema = z.object({ now: z.string() });
