import type * as z from 'zod/mini';
import {
  accountSchema,
  avatarSchema,
  preferencesChangeSchema,
  preferencesSchema,
  profileChangeSchema,
} from './account.ts';
import { clockSchema, clockTravelSchema, outboxSchema } from './development.ts';
import { endpoints, type Endpoint } from './endpoints.ts';
import { healthSchema } from './health.ts';
import { policySchema } from './policy.ts';
import type { ProblemCode } from './problem-codes.ts';
import { currentSessionSchema, endedSchema, sessionListSchema, signedInSchema, signInSchema } from './session.ts';
import {
  confirmationSchema,
  confirmedSchema,
  resendSchema,
  resentSchema,
  signUpAcceptedSchema,
  signUpSchema,
} from './sign-up.ts';

/** Who may call: `anyone`; `person`: only with a live session; `development`: anyone, in development mode alone. */
export type Access = 'anyone' | 'person' | 'development';

export interface Operation extends Endpoint {
  summary: string;
  access: Access;
  /** JSON request body. */
  body?: z.ZodMiniType;
  /** Media types of a raw body, in place of `body`. */
  rawBody?: readonly string[];
  /** Needs `If-Match` with the entity tag last seen. */
  conditional?: true;
  /** JSON response body; absent with 204 and with raw answers. */
  response?: z.ZodMiniType;
  /** Media type of a raw answer, in place of `response`. */
  rawResponse?: string;
  /** The problems that are this operation's own; those that any call can meet are added to the document once. */
  problems: readonly ProblemCode[];
}

/**
 * The API as data. The routes of the server, the typed client, `openapi.json` and the tests that go over every operation
 * are all made from it.
 */
export const operations = {
  getPolicy: {
    ...endpoints.getPolicy,
    summary: 'What this deployment allows',
    access: 'anyone',
    response: policySchema,
    problems: [],
  },
  getHealth: {
    ...endpoints.getHealth,
    summary: 'Whether this process and its database answer',
    access: 'anyone',
    response: healthSchema,
    problems: ['unavailable'],
  },
  signUp: {
    ...endpoints.signUp,
    summary: 'Ask for an account; the answer is the same whether or not the address has one',
    access: 'anyone',
    body: signUpSchema,
    response: signUpAcceptedSchema,
    problems: ['invalid', 'throttled', 'overloaded'],
  },
  resendConfirmation: {
    ...endpoints.resendConfirmation,
    summary: 'Send the confirmation mail again; the answer is the same for every address',
    access: 'anyone',
    body: resendSchema,
    response: resentSchema,
    problems: ['invalid', 'throttled'],
  },
  confirmSignUp: {
    ...endpoints.confirmSignUp,
    summary: 'Prove the mailbox with the mailed token; the account begins here',
    access: 'anyone',
    body: confirmationSchema,
    response: confirmedSchema,
    problems: [
      'invalid',
      'link_unknown',
      'link_used',
      'link_expired',
      'password_needed',
      'credentials_invalid',
      'throttled',
    ],
  },
  signIn: {
    ...endpoints.signIn,
    summary: 'Sign in with email and password',
    access: 'anyone',
    body: signInSchema,
    response: signedInSchema,
    problems: ['invalid', 'credentials_invalid', 'email_unconfirmed', 'throttled', 'overloaded'],
  },
  getSession: {
    ...endpoints.getSession,
    summary: 'Who is signed in here',
    access: 'anyone',
    response: currentSessionSchema,
    problems: [],
  },
  signOut: {
    ...endpoints.signOut,
    summary: 'Sign out here; harmless when nobody is signed in',
    access: 'anyone',
    problems: [],
  },
  getAccount: {
    ...endpoints.getAccount,
    summary: 'The person’s account',
    access: 'person',
    response: accountSchema,
    problems: [],
  },
  changeAccount: {
    ...endpoints.changeAccount,
    summary: 'Change the named fields of the profile',
    access: 'person',
    body: profileChangeSchema,
    conditional: true,
    response: accountSchema,
    problems: ['invalid', 'changed_elsewhere', 'precondition_required'],
  },
  changePreferences: {
    ...endpoints.changePreferences,
    summary: 'Change language or theme; the last intent wins',
    access: 'person',
    body: preferencesChangeSchema,
    response: preferencesSchema,
    problems: ['invalid'],
  },
  putAvatar: {
    ...endpoints.putAvatar,
    summary: 'Replace the picture; it is re-encoded and loses all metadata',
    access: 'person',
    rawBody: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    response: avatarSchema,
    problems: ['image_unsupported', 'image_damaged', 'image_too_many_pixels', 'too_large', 'overloaded'],
  },
  deleteAvatar: {
    ...endpoints.deleteAvatar,
    summary: 'Remove the picture, back to initials; harmless when there is none',
    access: 'person',
    problems: [],
  },
  getAvatarImage: {
    ...endpoints.getAvatarImage,
    summary: 'One picture in one size; the address is unguessable, never changes its content and dies with the picture',
    access: 'anyone',
    rawResponse: 'image/webp',
    problems: ['not_found'],
  },
  listSessions: {
    ...endpoints.listSessions,
    summary: 'The browsers in which the person is signed in, this one first, then the last seen',
    access: 'person',
    response: sessionListSchema,
    problems: [],
  },
  endOtherSessions: {
    ...endpoints.endOtherSessions,
    summary: 'Sign out everywhere else',
    access: 'person',
    response: endedSchema,
    problems: [],
  },
  endSession: {
    ...endpoints.endSession,
    summary: 'End one session of the person',
    access: 'person',
    problems: ['not_found'],
  },
  getOutbox: {
    ...endpoints.getOutbox,
    summary: 'The mails of the development outbox, newest first',
    access: 'development',
    response: outboxSchema,
    problems: ['not_found'],
  },
  travel: {
    ...endpoints.travel,
    summary: 'Move the development clock forward',
    access: 'development',
    body: clockTravelSchema,
    response: clockSchema,
    problems: ['invalid', 'not_found'],
  },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;

/** What a caller writes, before transforms. */
export type BodyOf<Id extends OperationId> = Operations[Id] extends { body: infer S extends z.ZodMiniType }
  ? z.input<S>
  : undefined;
/** What a verb receives, after transforms. */
export type ParsedBodyOf<Id extends OperationId> = Operations[Id] extends { body: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;
export type ResponseOf<Id extends OperationId> = Operations[Id] extends { response: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** The path's parameters; `undefined` where it has none. */
export type ParamsOf<Id extends OperationId> = [NamesIn<Operations[Id]['path']>] extends [never]
  ? undefined
  : Record<NamesIn<Operations[Id]['path']>, string>;
