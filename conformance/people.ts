import { ask, newestMail, tokenIn, type Browser, type Host } from './host.ts';

export const goodPassword = 'a quiet lantern in the hall';

export interface Person {
  email: string;
  password: string;
  browser: Browser;
}

let count = 0;
/** An address that no other case has. */
export const freshEmail = (): string => `ines.${Date.now().toString(36)}.${(count += 1)}@marchetti.example`;

export const signUpBody = (email: string, more: { firstName?: string; lastName?: string; password?: string } = {}) => ({
  firstName: 'Ines',
  lastName: 'Marchetti',
  email,
  password: goodPassword,
  locale: 'en',
  ...more,
});

/** Signed up, not yet confirmed. */
export async function applicant(
  host: Host,
  email = freshEmail(),
  password = goodPassword,
): Promise<{ email: string; token: string }> {
  await ask(host.browser(), 'signUp', { body: signUpBody(email, { password }) });
  return { email, token: tokenIn(await newestMail(host, email)) };
}

/** Confirmed, in a browser that is not signed in. */
export async function member(host: Host, email = freshEmail(), password = goodPassword): Promise<Person> {
  const { token } = await applicant(host, email, password);
  const browser = host.browser();
  await ask(browser, 'confirmSignUp', { body: { token } });
  return { email, password, browser };
}

/** Signed in. */
export async function person(host: Host, email = freshEmail()): Promise<Person> {
  const someone = await member(host, email);
  await ask(someone.browser, 'signIn', { body: { email, password: someone.password } });
  return someone;
}

/** The same person in one more browser. */
export async function inAnotherBrowser(host: Host, { email, password }: Person): Promise<Browser> {
  const browser = host.browser();
  await ask(browser, 'signIn', { body: { email, password } });
  return browser;
}
