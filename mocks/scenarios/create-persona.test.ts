import { CookieJar } from 'tough-cookie';
import { expect, test } from 'vitest';
import { openNodeBackend } from '../node.ts';
import { asking, type Handle } from './ask.ts';
import { createPersona } from './create-persona.ts';
import { personaNames, personaPassword, personas, type Persona } from './personas.ts';

const origin = 'http://localhost:3000';

/** A browser before the mock backend of this process. */
async function newHouse() {
  const { app } = await openNodeBackend();
  const jar = new CookieJar();
  const handle: Handle = async (request) => {
    const isPrivate = request.credentials === 'omit';
    const cookieHeader = isPrivate ? '' : jar.getCookieStringSync(origin);
    const response = await app.fetch(request, { cookieHeader, address: '127.0.0.1' });
    if (!isPrivate) for (const line of response.headers.getSetCookie()) jar.setCookieSync(line, origin);
    return response;
  };
  return { handle, ...asking(handle, origin) };
}

test.each(personaNames)('L1 %s is made, and made only once', async (name) => {
  const { handle, ask } = await newHouse();
  const persona: Persona = personas[name];
  const first = await createPersona(handle, name);
  const mails = await ask('getOutbox');
  const { account } = await ask('getSession');

  expect(first).toEqual({ email: persona.email, password: personaPassword, isSignedIn: !persona.isUnconfirmed });
  expect(account?.email).toBe(persona.isUnconfirmed ? undefined : persona.email);
  expect(await createPersona(handle, name)).toEqual(first);
  expect((await ask('getSession')).account?.id).toBe(account?.id);
  expect(await ask('getOutbox')).toHaveLength(mails.length);
});

test('L1 ines has filled in everything, newcomer nothing but a name', async () => {
  const { handle, ask } = await newHouse();
  await createPersona(handle, 'ines');
  expect(await ask('getAccount')).toMatchObject({
    firstName: 'Ines',
    lastName: 'Marchetti',
    company: 'Marchetti & Figlie',
    country: 'IT',
    city: 'Rome',
  });
  await createPersona(handle, 'newcomer');
  expect(await ask('getAccount')).toMatchObject({ firstName: 'Noor', phone: '', company: '', country: '', city: '' });
});

test('L1 long-names keeps every character of its names', async () => {
  const { handle, ask } = await newHouse();
  await createPersona(handle, 'long-names');
  const { firstName, lastName, profile } = personas['long-names'];
  expect(await ask('getAccount')).toMatchObject({ firstName, lastName, company: profile.company });
});

test('L1 applicant is told to confirm, and whoever was signed in is out', async () => {
  const { handle, ask, send } = await newHouse();
  await createPersona(handle, 'ines');
  const { email, password } = await createPersona(handle, 'applicant');
  expect((await ask('getSession')).account).toBeNull();
  const refused = await send('signIn', { body: { email, password } });
  expect(await refused.json()).toMatchObject({ code: 'email_unconfirmed' });
});

test('L1 many-sessions has eight different browsers, again after the others were ended', async () => {
  const { handle, ask } = await newHouse();
  await createPersona(handle, 'many-sessions');
  const before = await ask('listSessions');
  expect(new Set(before.sessions.map((session) => session.userAgent)).size).toBe(8);
  await ask('endOtherSessions');
  await createPersona(handle, 'many-sessions');
  expect((await ask('listSessions')).sessions).toHaveLength(8);
});

test('L1 a half-made persona with an outdated link is completed', async () => {
  const { handle, ask } = await newHouse();
  const { email, firstName, lastName } = personas.ines;
  await ask('signUp', { body: { email, firstName, lastName, password: personaPassword, locale: 'en' } });
  await ask('travel', { body: { advance: 'P2D' } });
  expect((await createPersona(handle, 'ines')).isSignedIn).toBe(true);
  expect((await ask('getAccount')).city).toBe('Rome');
});
