import { describe, expect, test } from 'vitest';
import { advance, ask, mailsTo, newestMail, problemOf, send, tokenIn, type Host } from '../host.ts';
import { applicant, freshEmail, goodPassword, member, person, signUpBody } from '../people.ts';

/** From the wish for an account to a session, and out again. */
export function gettingInCases(host: () => Host): void {
  describe('signing up', () => {
    test('A3 a free and a taken address get the same answer; the owner of the taken one is told by mail', async () => {
      const { email } = await member(host());
      const taken = await send(host().browser(), 'signUp', { body: signUpBody(email) });
      const free = await send(host().browser(), 'signUp', { body: signUpBody(freshEmail()) });
      expect([taken.status, await taken.text()]).toEqual([free.status, await free.text()]);
      const [newest] = await mailsTo(host(), email);
      expect(newest?.links).toContain(`${host().origin}/sign-in`);
      expect(newest?.text).not.toContain('token=');
    });

    test('A3 an address is one whatever its case, its Unicode form or the spelling of its domain', async () => {
      const local = freshEmail().split('@')[0] ?? '';
      const { password } = await member(host(), `${local}@bücher.example`);
      const answer = await ask(host().browser(), 'signIn', {
        body: { email: `  ${local.toUpperCase()}@XN--BCHER-KVA.example `, password },
      });
      expect(answer).toEqual({ next: 'done' });
    });

    test('case-19 links start with the configured address, whatever the request claims', async () => {
      const email = freshEmail();
      await send(host().browser(), 'signUp', {
        body: signUpBody(email),
        headers: { 'x-forwarded-host': 'evil.example' },
      });
      expect((await newestMail(host(), email)).links.every((link) => link.startsWith(host().origin))).toBe(true);
    });

    test('A6 before confirmation the right password is told so, and any other gets the common answer', async () => {
      const { email } = await applicant(host());
      const right = await send(host().browser(), 'signIn', { body: { email, password: goodPassword } });
      const wrong = await send(host().browser(), 'signIn', { body: { email, password: 'something else entirely' } });
      expect((await problemOf(right)).code).toBe('email_unconfirmed');
      expect((await problemOf(wrong)).code).toBe('credentials_invalid');
    });

    test('A6 reading the link’s page with GET or HEAD confirms nothing', async () => {
      const { email, token } = await applicant(host());
      const page = `/api/sign-up/confirmation?token=${token}`;
      for (const method of ['GET', 'HEAD']) expect((await host().browser().fetch(page, { method })).status).toBe(405);
      const answer = await send(host().browser(), 'signIn', { body: { email, password: goodPassword } });
      expect((await problemOf(answer)).code).toBe('email_unconfirmed');
    });

    test('A6 case-6 a link works once', async () => {
      const { token } = await applicant(host());
      const spend = () => send(host().browser(), 'confirmSignUp', { body: { token } });
      const answers = await Promise.all([spend(), spend(), spend(), spend()]);
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410, 410, 410]);
      expect((await problemOf(await spend())).code).toBe('link_used');
    });

    test('A6 a link runs out, an invented one never worked, and a new one can be asked for', async () => {
      const { email, token } = await applicant(host());
      await advance(host(), 'PT24H1S');
      const late = await send(host().browser(), 'confirmSignUp', { body: { token } });
      expect((await problemOf(late)).code).toBe('link_expired');
      const invented = await send(host().browser(), 'confirmSignUp', { body: { token: 'x'.repeat(43) } });
      expect((await problemOf(invented)).code).toBe('link_unknown');
      await ask(host().browser(), 'resendConfirmation', { body: { email } });
      const renewed = tokenIn(await newestMail(host(), email));
      expect(await ask(host().browser(), 'confirmSignUp', { body: { token: renewed } })).toEqual({ next: 'sign-in' });
    });

    test('case-23 the link before dies when a new one is mailed, and the cooldown is kept', async () => {
      const { email, token } = await applicant(host());
      expect(await ask(host().browser(), 'resendConfirmation', { body: { email } })).toEqual({ wait: 60 });
      const old = await send(host().browser(), 'confirmSignUp', { body: { token } });
      expect((await problemOf(old)).code).toBe('link_unknown');
      const early = await send(host().browser(), 'resendConfirmation', { body: { email } });
      expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await problemOf(early)).code).toBe('throttled');
      await advance(host(), 'PT61S');
      await ask(host().browser(), 'resendConfirmation', { body: { email } });
    });

    test('E2 asking for the mail again answers alike for pending, unknown and taken addresses', async () => {
      const emails = [(await applicant(host())).email, freshEmail(), (await member(host())).email];
      const answers = await Promise.all(
        emails.map((email) => send(host().browser(), 'resendConfirmation', { body: { email } })),
      );
      const bodies = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
      expect(new Set(bodies).size).toBe(1);
    });

    test('A7 what somebody else set up before for the address is dropped by its first confirmation', async () => {
      const email = freshEmail();
      await ask(host().browser(), 'signUp', { body: signUpBody(email, { password: 'the password of a hijacker' }) });
      const hijacked = tokenIn(await newestMail(host(), email));
      await advance(host(), 'PT1S');
      await ask(host().browser(), 'signUp', { body: signUpBody(email) });
      const own = (await mailsTo(host(), email)).map(tokenIn).find((token) => token !== hijacked) ?? '';
      const blind = await send(host().browser(), 'confirmSignUp', { body: { token: own } });
      expect((await problemOf(blind)).code).toBe('password_needed');
      const guess = await send(host().browser(), 'confirmSignUp', {
        body: { token: own, password: 'not chosen by anybody' },
      });
      expect((await problemOf(guess)).code).toBe('credentials_invalid');
      await ask(host().browser(), 'confirmSignUp', { body: { token: own, password: goodPassword } });
      await ask(host().browser(), 'signIn', { body: { email, password: goodPassword } });
      const late = await send(host().browser(), 'confirmSignUp', { body: { token: hijacked } });
      expect((await problemOf(late)).code).toBe('link_used');
      const attempt = await send(host().browser(), 'signIn', {
        body: { email, password: 'the password of a hijacker' },
      });
      expect((await problemOf(attempt)).code).toBe('credentials_invalid');
    });
  });

  test('A7 E3 whichever link is opened, also one that a stranger asked for again, the password decides', async () => {
    const email = freshEmail();
    await ask(host().browser(), 'signUp', { body: signUpBody(email) });
    await advance(host(), 'PT1S');
    await ask(host().browser(), 'signUp', { body: signUpBody(email, { password: 'the password of a hijacker' }) });
    await ask(host().browser(), 'resendConfirmation', { body: { email } });
    const token = tokenIn(await newestMail(host(), email));
    await ask(host().browser(), 'confirmSignUp', { body: { token, password: goodPassword } });
    await ask(host().browser(), 'signIn', { body: { email, password: goodPassword } });
    const attempt = await send(host().browser(), 'signIn', { body: { email, password: 'the password of a hijacker' } });
    expect((await problemOf(attempt)).code).toBe('credentials_invalid');
  });

  test('A3 case-38 signing up and signing in with the same password tells nobody whether the address is taken', async () => {
    const password = 'whatever the stranger chose';
    const told = [];
    for (const email of [freshEmail(), (await member(host())).email]) {
      await ask(host().browser(), 'signUp', { body: signUpBody(email, { password }) });
      const answer = await send(host().browser(), 'signIn', { body: { email, password } });
      told.push(`${answer.status} ${await answer.text()}`);
    }
    expect(told[0]).toContain('email_unconfirmed');
    expect(told[1]).toBe(told[0]);
  });

  describe('signing in and out', () => {
    test('B1 an unknown address and a wrong password get the same answer', async () => {
      const { email } = await member(host());
      const wrong = await send(host().browser(), 'signIn', { body: { email, password: 'not this one, surely' } });
      const unknown = await send(host().browser(), 'signIn', { body: { email: freshEmail(), password: goodPassword } });
      expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    });

    test('S1 case-28 each sign-in makes a new session, and the one that the browser had is dead', async () => {
      const someone = await person(host());
      const stolen = (await ask(someone.browser, 'listSessions')).sessions[0]?.id;
      await ask(someone.browser, 'signIn', { body: { email: someone.email, password: someone.password } });
      const { sessions } = await ask(someone.browser, 'listSessions');
      expect(sessions).toHaveLength(1);
      expect(sessions[0]?.id).not.toBe(stolen);
    });

    test('S6 case-31 after signing out the session is dead on the server too', async () => {
      const { browser } = await person(host());
      const response = await send(browser, 'signOut');
      expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
      expect((await ask(browser, 'getSession')).account).toBeNull();
      expect((await send(browser, 'getAccount')).status).toBe(401);
    });

    test('S3 an idle session ends, and so does an old one however busy', async () => {
      const idle = await person(host());
      await advance(host(), 'PT12H1M');
      expect((await ask(idle.browser, 'getSession')).account).toBeNull();
      const busy = await person(host());
      const stay = async (hours: number) => {
        for (let passed = 0; passed < hours; passed += 10) {
          await advance(host(), 'PT10H');
          await ask(busy.browser, 'getSession');
        }
        return (await ask(busy.browser, 'getSession')).account !== null;
      };
      expect(await stay(29 * 24)).toBe(true);
      expect(await stay(30)).toBe(false);
    });

    test('T1 wrong passwords make the next try wait longer and longer, told in Retry-After', async () => {
      const { email, password } = await member(host());
      const guess = () => send(host().browser(), 'signIn', { body: { email, password: 'a wrong guess, again' } });
      for (let tries = 0; tries < 5; tries += 1) expect((await guess()).status).toBe(401);
      const first = await guess();
      expect(first.status).toBe(429);
      const wait = Number(first.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect((await problemOf(first)).retryAfter).toBe(wait);
      const right = await send(host().browser(), 'signIn', { body: { email, password } });
      expect(right.status, 'the right password waits too').toBe(429);
      await advance(host(), `PT${wait + 1}S`);
      expect((await guess()).status).toBe(401);
      expect(Number((await guess()).headers.get('retry-after'))).toBeGreaterThan(wait);
      await advance(host(), 'PT1H');
      await ask(host().browser(), 'signIn', { body: { email, password } });
    });

    test('case-36 the letter case of an address has no counter of its own', async () => {
      const { email } = await member(host());
      const spellings = [
        email,
        email.toUpperCase(),
        ` ${email}`,
        `${email.slice(0, 1).toUpperCase()}${email.slice(1)}`,
      ];
      for (const spelling of [...spellings, email]) {
        await send(host().browser(), 'signIn', { body: { email: spelling, password: 'a wrong guess, again' } });
      }
      expect((await send(host().browser(), 'signIn', { body: { email, password: 'a wrong guess' } })).status).toBe(429);
    });
  });
}
