import { describe, expect, test } from 'vitest';
import type { ProfileChange } from '../../contract/account.ts';
import { ask, problemOf, send, type Browser, type Host } from '../host.ts';
import { inAnotherBrowser, person } from '../people.ts';

const change = async (browser: Browser, body: ProfileChange) =>
  ask(browser, 'changeAccount', { body, ifMatch: (await ask(browser, 'getAccount')).etag });

/** Profile, preferences and sessions of a signed-in person. */
export function accountCases(host: () => Host): void {
  describe('the profile', () => {
    test('E1 keeps names of one letter and any script, apostrophes, and a phone as E.164', async () => {
      const { browser } = await person(host());
      const body = {
        firstName: 'Ø',
        lastName: 'O’Brien-محمد',
        phone: '+39 (0) 11-555.01',
        company: 'D’Angelo & 娘',
        city: '東京',
        country: 'IT',
      };
      const saved = await change(browser, body);
      expect(saved).toMatchObject({ ...body, phone: '+3901155501' });
      expect(await ask(browser, 'getAccount')).toEqual(saved);
    });

    test('F17 a phone typed with Arabic digits is the same phone', async () => {
      const { browser } = await person(host());
      expect((await change(browser, { phone: '+٣٩ ٣٤٧ ٥٥٥ ٠١٤٢' })).phone).toBe('+393475550142');
    });

    test('E2 only what is named changes, and the entity tag with it', async () => {
      const { browser } = await person(host());
      const before = await ask(browser, 'getAccount');
      const after = await change(browser, { city: 'Turin' });
      expect(after).toEqual({ ...before, city: 'Turin', etag: after.etag });
      expect(after.etag).not.toBe(before.etag);
    });

    test('E2 F10 a change over somebody else’s is refused with 412, one without If-Match with 428', async () => {
      const someone = await person(host());
      const other = await inAnotherBrowser(host(), someone);
      const { etag } = await ask(someone.browser, 'getAccount');
      await change(other, { city: 'Milan' });
      const late = await send(someone.browser, 'changeAccount', { body: { city: 'Turin' }, ifMatch: etag });
      expect((await problemOf(late)).code).toBe('changed_elsewhere');
      const blind = await send(someone.browser, 'changeAccount', { body: { city: 'Turin' } });
      expect((await problemOf(blind)).code).toBe('precondition_required');
      expect((await ask(other, 'getAccount')).city).toBe('Milan');
    });

    test('E2 of racing changes over one state exactly one is carried out', async () => {
      const { browser } = await person(host());
      const { etag } = await ask(browser, 'getAccount');
      const cities = ['Rome', 'Turin', 'Milan', 'Naples', 'Bari', 'Genoa'];
      const answers = await Promise.all(
        cities.map((city) => send(browser, 'changeAccount', { body: { city }, ifMatch: etag })),
      );
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412]);
      const winner = cities[answers.findIndex(({ status }) => status === 200)];
      expect((await ask(browser, 'getAccount')).city).toBe(winner);
    });

    test.each([
      [{ firstName: '' }, '/firstName', 'required'],
      [{ firstName: '   ' }, '/firstName', 'required'],
      [{ lastName: 'x'.repeat(101) }, '/lastName', 'too_long'],
      [{ company: 'x'.repeat(201) }, '/company', 'too_long'],
      [{ city: 'a\u0000b' }, '/city', 'control_characters'],
      [{ city: 'a\u202eb' }, '/city', 'control_characters'],
      [{ phone: '12345' }, '/phone', 'phone_invalid'],
      [{ phone: '+1234567890123456' }, '/phone', 'phone_invalid'],
      [{ country: 'XX' }, '/country', 'country_unknown'],
    ])('E1 refuses %j at its field', async (body, pointer, code) => {
      const { browser } = await person(host());
      const response = await send(browser, 'changeAccount', { body, ifMatch: '"1"' });
      expect((await problemOf(response)).errors).toMatchObject([{ pointer, code }]);
    });

    test.each([
      { email: 'other@marchetti.example' },
      { id: 'x' },
      { avatar: '/x' },
      { verified: true },
      { userId: 'x' },
    ])('case-24 case-39 nobody writes %j through the profile', async (body) => {
      const { browser } = await person(host());
      const response = await send(browser, 'changeAccount', { body: body as ProfileChange, ifMatch: '"1"' });
      expect((await problemOf(response)).errors).toMatchObject([{ code: 'unknown_field' }]);
    });

    test('P3 limits count code points: 100 emoji are a name, 101 are not', async () => {
      const { browser } = await person(host());
      expect((await change(browser, { firstName: '😀'.repeat(100) })).firstName).toBe('😀'.repeat(100));
      const response = await send(browser, 'changeAccount', { body: { firstName: '😀'.repeat(101) }, ifMatch: '"2"' });
      expect((await problemOf(response)).errors).toEqual([
        { pointer: '/firstName', code: 'too_long', params: { bound: 100 } },
      ]);
    });
  });

  describe('preferences', () => {
    test('F1 are account data: set in one browser, there in the next', async () => {
      const someone = await person(host());
      await ask(someone.browser, 'changePreferences', { body: { locale: 'ar', theme: 'dark' } });
      const other = await inAnotherBrowser(host(), someone);
      expect((await ask(other, 'getSession')).preferences).toEqual({ locale: 'ar', theme: 'dark' });
    });

    test('F1 what the policy does not offer is refused', async () => {
      const { browser } = await person(host());
      const response = await send(browser, 'changePreferences', { body: { locale: 'tlh', theme: 'neon' } });
      expect((await problemOf(response)).errors?.map(({ code }) => code)).toEqual([
        'locale_unsupported',
        'theme_unknown',
      ]);
    });
  });

  describe('sessions', () => {
    test('G9 lists this one first, ends one, and everywhere else', async () => {
      const someone = await person(host());
      const others = [await inAnotherBrowser(host(), someone), await inAnotherBrowser(host(), someone)];
      const { sessions } = await ask(someone.browser, 'listSessions');
      expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
      await ask(someone.browser, 'endSession', { params: { id: sessions[1]?.id ?? '' } });
      expect(await ask(someone.browser, 'endOtherSessions')).toEqual({ ended: 1 });
      for (const other of others) expect((await send(other, 'getAccount')).status).toBe(401);
      expect((await send(someone.browser, 'getAccount')).status).toBe(200);
    });

    test('case-40 somebody else’s session is as unknown as none', async () => {
      const [one, two] = [await person(host()), await person(host())];
      const theirs = (await ask(two.browser, 'listSessions')).sessions[0]?.id ?? '';
      const answers = await Promise.all(
        [theirs, 'invented'].map((id) => send(one.browser, 'endSession', { params: { id } })),
      );
      const told = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
      expect(told[0]).toBe(told[1]);
      expect((await send(two.browser, 'getAccount')).status).toBe(200);
    });
  });
}
