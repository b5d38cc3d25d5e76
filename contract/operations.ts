import type * as z from 'zod/mini';
import {
  accountSchema,
  avatarSchema,
  preferencesChangeSchema,
  preferencesSchema,
  profileChangeSchema,
} from './account.ts';
import { clockSchema, clockTravelSchema, outboxSchema } from './development.ts';
import { healthSchema } from './health.ts';
import { publicPolicySchema } from './policy.ts';
import type { ProblemCode } from './problems.ts';
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

export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  access: Access;
  /** JSON request body. */
  body?: z.ZodMiniType;
  /** Media types of a raw body, in place of `body`. */
  rawBody?: readonly string[];
  /** Needs `If-Match` with the entity tag last seen. */
  conditional?: true;
  status: 200 | 201 | 202 | 204;
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
    method: 'GET',
    path: '/api/policy',
    summary: 'What this deployment allows',
    access: 'anyone',
    status: 200,
    response: publicPolicySchema,
    problems: [],
  },
  getHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether this process and its database answer',
    access: 'anyone',
    status: 200,
    response: healthSchema,
    problems: ['unavailable'],
  },
  signUp: {
    method: 'POST',
    path: '/api/sign-up',
    summary: 'Ask for an account; the answer is the same whether or not the address has one',
    access: 'anyone',
    body: signUpSchema,
    status: 202,
    response: signUpAcceptedSchema,
    problems: ['invalid', 'throttled', 'overloaded'],
  },
  resendConfirmation: {
    method: 'POST',
    path: '/api/sign-up/resend',
    summary: 'Send the confirmation mail again; the answer is the same for every address',
    access: 'anyone',
    body: resendSchema,
    status: 202,
    response: resentSchema,
    problems: ['invalid', 'throttled'],
  },
  confirmSignUp: {
    method: 'POST',
    path: '/api/sign-up/confirmation',
    summary: 'Prove the mailbox with the mailed token; the account begins here',
    access: 'anyone',
    body: confirmationSchema,
    status: 200,
    response: confirmedSchema,
    problems: ['invalid', 'link_unknown', 'link_used', 'link_expired', 'throttled'],
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with email and password',
    access: 'anyone',
    body: signInSchema,
    status: 200,
    response: signedInSchema,
    problems: ['invalid', 'credentials_invalid', 'email_unconfirmed', 'throttled', 'overloaded'],
  },
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in here',
    access: 'anyone',
    status: 200,
    response: currentSessionSchema,
    problems: [],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out here; harmless when nobody is signed in',
    access: 'anyone',
    status: 204,
    problems: [],
  },
  getAccount: {
    method: 'GET',
    path: '/api/account',
    summary: 'The person’s account',
    access: 'person',
    status: 200,
    response: accountSchema,
    problems: [],
  },
  changeAccount: {
    method: 'PATCH',
    path: '/api/account',
    summary: 'Change the named fields of the profile',
    access: 'person',
    body: profileChangeSchema,
    conditional: true,
    status: 200,
    response: accountSchema,
    problems: ['invalid', 'changed_elsewhere', 'precondition_required'],
  },
  changePreferences: {
    method: 'PATCH',
    path: '/api/account/preferences',
    summary: 'Change language or theme; the last intent wins',
    access: 'person',
    body: preferencesChangeSchema,
    status: 200,
    response: preferencesSchema,
    problems: ['invalid'],
  },
  putAvatar: {
    method: 'PUT',
    path: '/api/account/avatar',
    summary: 'Replace the picture; it is re-encoded and loses all metadata',
    access: 'person',
    rawBody: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    status: 200,
    response: avatarSchema,
    problems: ['image_unsupported', 'image_damaged', 'image_too_many_pixels', 'too_large', 'overloaded'],
  },
  deleteAvatar: {
    method: 'DELETE',
    path: '/api/account/avatar',
    summary: 'Remove the picture, back to initials; harmless when there is none',
    access: 'person',
    status: 204,
    problems: [],
  },
  getAvatarImage: {
    method: 'GET',
    path: '/api/avatars/{id}/{size}',
    summary: 'One picture in one size; the address is unguessable, never changes its content and dies with the picture',
    access: 'anyone',
    status: 200,
    rawResponse: 'image/webp',
    problems: ['not_found'],
  },
  listSessions: {
    method: 'GET',
    path: '/api/account/sessions',
    summary: 'The browsers in which the person is signed in, this one first, then the last seen',
    access: 'person',
    status: 200,
    response: sessionListSchema,
    problems: [],
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/account/sessions',
    summary: 'Sign out everywhere else',
    access: 'person',
    status: 200,
    response: endedSchema,
    problems: [],
  },
  endSession: {
    method: 'DELETE',
    path: '/api/account/sessions/{id}',
    summary: 'End one session of the person',
    access: 'person',
    status: 204,
    problems: ['not_found'],
  },
  getOutbox: {
    method: 'GET',
    path: '/dev/outbox.json',
    summary: 'The mails of the development outbox, newest first',
    access: 'development',
    status: 200,
    response: outboxSchema,
    problems: ['not_found'],
  },
  travel: {
    method: 'POST',
    path: '/dev/clock',
    summary: 'Move the development clock forward',
    access: 'development',
    body: clockTravelSchema,
    status: 200,
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
