import * as z from 'zod/mini';
import {
  accountSchema,
  avatarSchema,
  preferencesChangeSchema,
  preferencesSchema,
  profileChangeSchema,
} from './account.ts';
import { clockSchema, clockTravelSchema, outboxMailSchema, outboxSchema } from './development.ts';
import { healthSchema } from './health.ts';
import { policySchema } from './policy.ts';
import { type FieldCode, fieldCodes } from './problem-codes.ts';
import { fieldErrorSchema, problemSchema } from './problems.ts';
import {
  currentSessionSchema,
  endedSchema,
  sessionListSchema,
  sessionSchema,
  signedInSchema,
  signInSchema,
} from './session.ts';
import {
  confirmationSchema,
  confirmedSchema,
  resendSchema,
  resentSchema,
  signUpAcceptedSchema,
  signUpSchema,
} from './sign-up.ts';

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a caller writes, before transforms. The names are part of the contract: code generators make types of them. */
const requests: Record<string, z.ZodMiniType> = {
  SignUp: signUpSchema,
  ResendRequest: resendSchema,
  ConfirmationRequest: confirmationSchema,
  SignIn: signInSchema,
  ProfileChange: profileChangeSchema,
  PreferencesChange: preferencesChangeSchema,
  ClockTravel: clockTravelSchema,
};

const responses: Record<string, z.ZodMiniType> = {
  Account: accountSchema,
  Avatar: avatarSchema,
  Preferences: preferencesSchema,
  Policy: policySchema,
  Health: healthSchema,
  SignUpAccepted: signUpAcceptedSchema,
  Resent: resentSchema,
  Confirmed: confirmedSchema,
  SignedIn: signedInSchema,
  CurrentSession: currentSessionSchema,
  Session: sessionSchema,
  SessionList: sessionListSchema,
  Ended: endedSchema,
  OutboxMail: outboxMailSchema,
  Outbox: outboxSchema,
  Clock: clockSchema,
  FieldError: fieldErrorSchema,
  Problem: problemSchema,
};

// A docstring does not reach the document, so what a name and a type leave open is said here.
const notes: Record<string, string> = {
  'Account.phone': 'E.164, or empty.',
  'Account.country': 'ISO 3166-1 alpha-2, or empty.',
  'Account.avatar':
    'Address of the picture without its size: append `/64`, `/128`, `/256` or `/512`. Null: show initials.',
  'Account.createdAt': 'Epoch milliseconds.',
  'Account.etag': 'The entity tag of this state, as sent in `ETag` and wanted in `If-Match`.',
  'CurrentSession.account': 'Null when nobody is signed in.',
  'FieldError.pointer': 'JSON Pointer (RFC 6901) into the request body, such as `/email`.',
  'FieldError.params': 'Numbers that the message needs, such as the bound of a length.',
  'OutboxMail.sentAt': 'ISO 8601.',
  'Problem.title': 'English, for logs and developers. Show people a text of your own for `code`.',
  'Problem.code': 'Stable. Switch on it and never on the text.',
  'Problem.errors': 'With `invalid`: every field that was refused.',
  'Problem.retryAfter': 'Seconds to wait, as in the `Retry-After` header.',
  'ProfileChange.phone':
    'Spaces, dots, dashes and brackets are dropped, a leading 00 becomes a plus; then E.164, or empty.',
  'Resent.wait': 'Seconds until the next mail may be asked for.',
  'Session.userAgent': 'As the browser named itself. Empty when unknown.',
  'Session.createdAt': 'Epoch milliseconds.',
  'Session.lastSeenAt': 'Epoch milliseconds.',
  'SignUp.locale': 'BCP 47; the language in which the mail is written.',
  'ClockTravel.advance': 'ISO 8601 duration, such as `PT31S`.',
};

/** What JSON Schema can say of a check that is code. The server counts a length after NFC and trimming. */
const facets: Partial<Record<FieldCode, (bound: number | undefined) => JsonSchema>> = {
  required: () => ({ minLength: 1 }),
  too_long: (bound) => (bound === undefined ? {} : { maxLength: bound }),
  password_too_long: (bound) => (bound === undefined ? {} : { maxLength: bound }),
  email_invalid: () => ({ format: 'idn-email' }),
  country_unknown: () => ({ pattern: '^([A-Z]{2})?$' }),
};

const refTo = (name: string) => `#/components/schemas/${name}`;

/** Every named schema of the contract, requests as written and responses as received. */
export function componentSchemas(): Record<string, JsonSchema> {
  return { ...generate(requests, 'input'), ...generate(responses, 'output') };
}

/** A reference to the component made from this very schema. Throws for one that has no name yet. */
export function refOf(schema: z.ZodMiniType): { $ref: string } {
  const named = Object.entries({ ...requests, ...responses }).find(([, candidate]) => candidate === schema);
  if (!named) throw new Error('A body or answer of an operation has no name in contract/openapi-schemas.ts.');
  return { $ref: refTo(named[0]) };
}

function generate(named: Record<string, z.ZodMiniType>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io,
    uri: refTo,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, facetsOf(zodSchema));
      // 2^53-1 is no rule of ours, only the end of safe integers.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      // An answer may gain fields without notice; a request with an unknown field is refused.
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, finish(name, schema)]));
}

function facetsOf(schema: z.core.$ZodType): JsonSchema {
  const found: JsonSchema = {};
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const { def } = _zod;
    const code = codeOf(def.error);
    if (code) Object.assign(found, facets[code]?.(boundOf(def)));
  }
  return found;
}

/** The contract's checks carry their field code as their message, whatever the issue. */
function codeOf(error: z.core.$ZodErrorMap<never> | undefined): FieldCode | undefined {
  const message: unknown = error?.(undefined as never);
  return fieldCodes.find((code) => code === message);
}

function boundOf(def: z.core.$ZodCheckDef): number | undefined {
  const params: unknown = 'params' in def ? def.params : undefined;
  return typeof params === 'object' && params && 'bound' in params && typeof params.bound === 'number'
    ? params.bound
    : undefined;
}

/** Drops what the surrounding document already says, and adds the notes. */
function finish(name: string, { $schema: _schema, $id: _id, ...schema }: JsonSchema): JsonSchema {
  for (const [property, value] of Object.entries(schema.properties ?? {})) {
    const description = notes[`${name}.${property}`];
    if (description && typeof value === 'object') value.description = description;
  }
  return schema;
}

/** The notes whose component or property is no more; a test keeps it empty. */
export function strayNotes(schemas: Record<string, JsonSchema>): string[] {
  return Object.keys(notes).filter((key) => {
    const [name = '', property = ''] = key.split('.');
    return schemas[name]?.properties?.[property] === undefined;
  });
}
