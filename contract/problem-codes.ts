/**
 * Every way a request can fail, with its HTTP status. The code is stable: clients switch on it and never on the text.
 * The body is `application/problem+json` (RFC 9457); faulty fields are named by JSON Pointer (RFC 6901) in `errors`.
 */
export const problemStatus = {
  malformed_body: 400,
  invalid: 422,
  unauthenticated: 401,
  credentials_invalid: 401,
  email_unconfirmed: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable_media: 415,
  too_large: 413,
  changed_elsewhere: 412,
  precondition_required: 428,
  link_expired: 410,
  link_used: 410,
  link_unknown: 404,
  password_needed: 403,
  throttled: 429,
  image_unsupported: 422,
  image_damaged: 422,
  image_too_many_pixels: 422,
  overloaded: 503,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Why one field was refused. Stable like the problem codes; `min`, `max` and the like travel in `params`. */
export const fieldCodes = [
  'required',
  'too_long',
  'email_invalid',
  'phone_invalid',
  'country_unknown',
  'control_characters',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_context',
  'locale_unsupported',
  'theme_unknown',
  'unknown_field',
  'wrong_type',
] as const;

export type FieldCode = (typeof fieldCodes)[number];
