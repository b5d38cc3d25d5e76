import * as z from 'zod/mini';
import { fieldCodes, problemStatus, type ProblemCode } from './problem-codes.ts';

const problemCodeSchema = z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]);

export const fieldErrorSchema = z.object({
  /** JSON Pointer into the request body, such as `/email`. */
  pointer: z.string(),
  code: z.enum(fieldCodes),
  /** Numbers that the message needs, such as `{ bound: 100 }`. */
  params: z.optional(z.record(z.string(), z.number())),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

export const problemSchema = z.object({
  type: z.string(),
  /** English, for logs and developers; people read the translation of `code`. */
  title: z.string(),
  status: z.number(),
  code: problemCodeSchema,
  errors: z.optional(z.array(fieldErrorSchema)),
  /** Seconds to wait, beside the `Retry-After` header; with `throttled`, `overloaded`, `unavailable`. */
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof problemSchema>;
