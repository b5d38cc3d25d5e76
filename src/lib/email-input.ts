/**
 * For fields that take an address. Not `type="email"`: some browsers hand out its domain in Punycode, and an address is
 * shown as it was typed (I11).
 */
export const emailInput = {
  inputMode: 'email',
  dir: 'ltr',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const;

/** The address that another page of the app handed over in the router's state, never in the URL: nothing is asked twice. */
export function handedEmail(state: unknown): string {
  const email = (state as { email?: unknown } | null)?.email;
  return typeof email === 'string' ? email : '';
}
