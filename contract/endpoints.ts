export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters in braces, as OpenAPI writes them. */
  path: string;
  /** The status of success. */
  status: 200 | 201 | 202 | 204;
}

/**
 * Where each operation is. It stands apart from what the operations say (`operations.ts`), because the app needs this
 * much at run time and no more: the schemas of every answer would be bytes on each first visit.
 */
export const endpoints = {
  getPolicy: { method: 'GET', path: '/api/policy', status: 200 },
  getHealth: { method: 'GET', path: '/api/health', status: 200 },
  signUp: { method: 'POST', path: '/api/sign-up', status: 202 },
  resendConfirmation: { method: 'POST', path: '/api/sign-up/resend', status: 202 },
  confirmSignUp: { method: 'POST', path: '/api/sign-up/confirmation', status: 200 },
  signIn: { method: 'POST', path: '/api/session', status: 200 },
  getSession: { method: 'GET', path: '/api/session', status: 200 },
  signOut: { method: 'DELETE', path: '/api/session', status: 204 },
  getAccount: { method: 'GET', path: '/api/account', status: 200 },
  changeAccount: { method: 'PATCH', path: '/api/account', status: 200 },
  changePreferences: { method: 'PATCH', path: '/api/account/preferences', status: 200 },
  putAvatar: { method: 'PUT', path: '/api/account/avatar', status: 200 },
  deleteAvatar: { method: 'DELETE', path: '/api/account/avatar', status: 204 },
  getAvatarImage: { method: 'GET', path: '/api/avatars/{id}/{size}', status: 200 },
  listSessions: { method: 'GET', path: '/api/account/sessions', status: 200 },
  endOtherSessions: { method: 'DELETE', path: '/api/account/sessions', status: 200 },
  endSession: { method: 'DELETE', path: '/api/account/sessions/{id}', status: 204 },
  getOutbox: { method: 'GET', path: '/dev/outbox.json', status: 200 },
  travel: { method: 'POST', path: '/dev/clock', status: 200 },
} as const satisfies Record<string, Endpoint>;
