import * as z from 'zod/mini';
import { passwordRulesSchema } from './password.ts';

/** A language by its BCP 47 tag. */
const localeSchema = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u));

const positive = z.number().check(z.int(), z.gte(1));

/**
 * The one document in which deployments differ (section J). Validated at start; the public part goes to the app, which
 * shows what it allows, and the server enforces all of it.
 */
export const policySchema = z.strictObject({
  brand: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(40)),
    supportEmail: z.email(),
  }),
  /** The first one is what a person gets whose browser asks for none of them (I6). */
  locales: z.array(localeSchema).check(z.minLength(1)),
  /** Themes offered beside "Match system"; each is a file of `src/themes`. */
  themes: z.array(z.string()).check(z.minLength(1)),
  password: passwordRulesSchema,
  sessions: z.strictObject({ idleMinutes: positive, absoluteHours: positive }),
  links: z.strictObject({ confirmationHours: positive, confirmationCooldownSeconds: positive }),
  avatar: z.strictObject({
    /** Body of an upload in bytes (V2). */
    maxBytes: positive,
    /** Width × height, read from the header before any decoder runs (V2, E6). */
    maxPixels: positive,
  }),
  closing: z.strictObject({ graceDays: positive }),
});
export type Policy = z.infer<typeof policySchema>;

/** What anybody may see. Today that is everything; a secret would be taken out here and nowhere else. */
export type PublicPolicy = Policy;

export const foyer: Policy = {
  brand: { name: 'Foyer', supportEmail: 'support@foyer.example' },
  locales: ['en', 'de', 'ar'],
  themes: ['light', 'dark'],
  password: { minLength: 15, maxLength: 256, blockCommon: true, blockContext: true },
  sessions: { idleMinutes: 12 * 60, absoluteHours: 30 * 24 },
  links: { confirmationHours: 24, confirmationCooldownSeconds: 60 },
  avatar: { maxBytes: 10 * 1024 * 1024, maxPixels: 50_000_000 },
  closing: { graceDays: 30 },
};

/** Policies that can be named; a path to a JSON file is the other way. */
export const presets: Record<string, Policy> = { foyer };
