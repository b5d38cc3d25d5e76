import { problemSchema } from '../../contract/problems.ts';
import { asking, type Ask, type Handle } from './ask.ts';
import { personaPassword, personas, type Persona, type PersonaName } from './personas.ts';

export interface CreatedPersona {
  email: string;
  password: string;
  /** False for those who are not let in yet, such as `applicant`. */
  isSignedIn: boolean;
}

/**
 * Signs this browser in as a persona, and makes the person through the API where there is none yet; one who exists
 * stays as they are. Whoever was signed in here is signed out. `baseUrl` is what stands before `/api`.
 */
export async function createPersona(
  handle: Handle,
  name: PersonaName,
  baseUrl = 'http://localhost:3000',
): Promise<CreatedPersona> {
  const persona: Persona = personas[name];
  const calls = asking(handle, baseUrl);
  await calls.ask('signOut');
  let state = await signIn(calls, persona);
  if (state === 'unknown') {
    await signUp(calls, persona);
    state = 'unconfirmed';
  }
  if (state === 'unconfirmed' && !persona.isUnconfirmed) {
    await settleIn(calls, persona);
    state = 'in';
  }
  if (persona.otherBrowsers) await signInElsewhere(calls, persona);
  return { email: persona.email, password: personaPassword, isSignedIn: state === 'in' };
}

const credentialsOf = ({ email }: Persona) => ({ email, password: personaPassword });

async function signIn({ send }: Ask, persona: Persona): Promise<'in' | 'unknown' | 'unconfirmed'> {
  const response = await send('signIn', { body: credentialsOf(persona) });
  if (response.ok) return 'in';
  const { code, title } = problemSchema.parse(await response.json());
  if (code === 'credentials_invalid') return 'unknown';
  if (code === 'email_unconfirmed') return 'unconfirmed';
  throw new Error(`signing in as ${persona.email}: ${title}`);
}

async function signUp({ ask }: Ask, { email, firstName, lastName }: Persona): Promise<void> {
  await ask('signUp', { body: { firstName, lastName, email, password: personaPassword, locale: 'en' } });
}

/** From the mailed link to the written profile. */
async function settleIn(calls: Ask, persona: Persona): Promise<void> {
  const { ask, send } = calls;
  const confirmed = await send('confirmSignUp', {
    body: { token: await mailedToken(calls, persona), password: personaPassword },
  });
  if (!confirmed.ok) {
    // The link of an earlier try is too old, as after a travel in time.
    await signUp(calls, persona);
    await ask('confirmSignUp', { body: { token: await mailedToken(calls, persona), password: personaPassword } });
  }
  await ask('signIn', { body: credentialsOf(persona) });
  if (!persona.profile) return;
  const { etag } = await ask('getAccount');
  await ask('changeAccount', { body: persona.profile, ifMatch: etag });
}

async function mailedToken({ ask }: Ask, { email }: Persona): Promise<string> {
  const mails = await ask('getOutbox');
  const links = mails.filter(({ to }) => to === email).flatMap((mail) => mail.links);
  const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
  if (!token) throw new Error(`No link for ${email} in the outbox. Another password, perhaps: a reset helps.`);
  return token;
}

/** Those of the other browsers in which the person is not signed in yet. */
async function signInElsewhere({ ask }: Ask, persona: Persona): Promise<void> {
  const { sessions } = await ask('listSessions');
  const known = new Set(sessions.filter((session) => !session.isCurrent).map((session) => session.userAgent));
  for (const browser of persona.otherBrowsers ?? []) {
    if (!known.has(browser)) await ask('signIn', { body: credentialsOf(persona), otherBrowser: browser });
  }
}
