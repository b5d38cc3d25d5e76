import { describe, expect, test } from 'vitest';
import { operations, type Operation, type OperationId } from '../../contract/operations.ts';
import { ask, problemOf, send, type Host } from '../host.ts';
import { freshEmail, goodPassword, member, person, signUpBody } from '../people.ts';

const ids = Object.keys(operations) as OperationId[];
const json = { 'content-type': 'application/json' };
const fillPath = (id: OperationId) => operations[id].path.replaceAll(/\{\w+\}/gu, 'x');

/** What holds for every operation: access, media types, sizes, methods, origins, headers. */
export function protocolCases(host: () => Host): void {
  describe('every operation', () => {
    test.each(ids.filter((id) => operations[id].access === 'person'))(
      'H4 %s refuses a stranger with 401',
      async (id) => {
        const response = await host().browser().fetch(fillPath(id), { method: operations[id].method, headers: json });
        expect((await problemOf(response)).code).toBe('unauthenticated');
      },
    );

    test.each(ids.filter((id) => 'body' in operations[id]))(
      'S5 H4 %s refuses broken JSON and what is not JSON',
      async (id) => {
        const { browser } = await person(host());
        const { method, path }: Operation = operations[id];
        const given = (type: string, body: string) =>
          browser.fetch(path, { method, headers: { 'content-type': type, 'if-match': '"1"' }, body });
        expect((await problemOf(await given('application/json', '{"a":'))).code).toBe('malformed_body');
        expect((await problemOf(await given('application/json', '\ufffd\u0000'))).code).toBe('malformed_body');
        expect((await problemOf(await given('text/plain', '{}'))).code).toBe('not_acceptable_media');
        expect((await problemOf(await given('application/x-www-form-urlencoded', 'a=b'))).code).toBe(
          'not_acceptable_media',
        );
        expect((await problemOf(await given('application/json', '[]'))).code).toBe('invalid');
        expect((await problemOf(await given('application/json', `{"x":"${'x'.repeat(70_000)}"}`))).code).toBe(
          'too_large',
        );
      },
    );

    test('H5 a wrong method is 405 with what is allowed, an unknown path 404', async () => {
      const wrong = await host().browser().fetch('/api/session', { method: 'PUT', headers: json, body: '{}' });
      expect(wrong.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'POST']);
      expect((await problemOf(wrong)).code).toBe('method_not_allowed');
      expect((await problemOf(await host().browser().fetch('/api/nothing'))).code).toBe('not_found');
    });

    test('H1 S6 personal data is never kept by a cache, and no answer is guessed at', async () => {
      const { browser } = await person(host());
      const { headers } = await send(browser, 'getAccount');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    });
  });

  describe('bad input', () => {
    const inputs: [string, object, { pointer: string; code: string }][] = [
      ['no email', { email: undefined }, { pointer: '/email', code: 'required' }],
      ['case-18 an email as an array', { email: ['a@b.example'] }, { pointer: '/email', code: 'wrong_type' }],
      ['case-20 an email as an operator', { email: { $ne: '' } }, { pointer: '/email', code: 'wrong_type' }],
      ['an email without a domain', { email: 'ines@' }, { pointer: '/email', code: 'email_invalid' }],
      [
        'an email with a line break',
        { email: 'a@b.example\r\nBcc: c@d.example' },
        { pointer: '/email', code: 'email_invalid' },
      ],
      [
        'an email of 255 characters',
        { email: `${'a'.repeat(60)}@${'b.'.repeat(95)}example` },
        { pointer: '/email', code: 'too_long' },
      ],
      ['P1 a password of 14', { password: 'abcdefg hijklm' }, { pointer: '/password', code: 'password_too_short' }],
      [
        'P9 a password of 257',
        { password: 'ab'.repeat(128) + 'c' },
        { pointer: '/password', code: 'password_too_long' },
      ],
      [
        'P5 a common password',
        { password: 'passwordpasswordpassword' },
        { pointer: '/password', code: 'password_common' },
      ],
      ['P5 name and brand', { password: 'InesMarchettiFoyer26' }, { pointer: '/password', code: 'password_context' }],
      ['P3 an emoji family counts 5', { password: '👨‍👩‍👧👨‍👩‍👧' }, { pointer: '/password', code: 'password_too_short' }],
      ['case-24 a field that is not there', { verified: true }, { pointer: '/verified', code: 'unknown_field' }],
      ['a pointer that needs escaping', { 'a/b~c': 1 }, { pointer: '/a~1b~0c', code: 'unknown_field' }],
    ];
    test.each(inputs)('H4 %s is refused at its field', async (_, part, expected) => {
      const body = { ...signUpBody(freshEmail()), ...part };
      const response = await host()
        .browser()
        .fetch('/api/sign-up', { method: 'POST', headers: json, body: JSON.stringify(body) });
      const problem = await problemOf(response);
      expect(problem.code).toBe('invalid');
      expect(problem.errors).toContainEqual(expect.objectContaining(expected));
    });

    test.each([
      'ines+list@marchetti.example',
      'INES@MARCHETTI.EXAMPLE',
      'ines@bücher.example',
      "o'brien@b.example",
      'é@b.example',
    ])('A3 %s is an address', async (address) => {
      const email = address.replace('@', `.${freshEmail().split('@')[0]}@`);
      expect((await send(host().browser(), 'signUp', { body: signUpBody(email) })).status).toBe(202);
    });

    test.each([
      ['200 code points', 'ab cd '.repeat(33) + 'xy'],
      ['emoji', '🦊🏮🚪🌿🪔🧭🗝️🪞🕯️🎐🧱🪟🛋️🎏🪴'],
      ['leading and trailing spaces', '   a quiet lantern   '],
      ['Arabic', 'فانوس هادئ في البهو الكبير'],
    ])('P2 a password of %s works whole, and not without its last character', async (_, password) => {
      const { email } = await member(host(), freshEmail(), password);
      await ask(host().browser(), 'signIn', { body: { email, password } });
      const cut = [...password].slice(0, -1).join('');
      expect((await send(host().browser(), 'signIn', { body: { email, password: cut } })).status).toBe(401);
    });

    test('P3 a password is the same in each Unicode form', async () => {
      const password = 'café au lait à la crème'.normalize('NFC');
      const { email } = await member(host(), freshEmail(), password);
      await ask(host().browser(), 'signIn', { body: { email, password: password.normalize('NFD') } });
    });

    test('case-43 malformed headers are no crash', async () => {
      const headers = {
        cookie: 'foyer=%E0%A4%A; =;;',
        'x-forwarded-for': ',,:::',
        'if-match': '"',
        'accept-language': ';q=x,,*',
      };
      expect((await host().browser().fetch('/api/session', { headers })).status).toBe(200);
    });
  });

  test('H4 a parameter that is no identifier of ours is not found, whatever it holds', async () => {
    const { browser } = await person(host());
    for (const odd of ['%00', '%F0%9F%A6%8A', '%27%20or%201%3D1', 'a'.repeat(200)]) {
      expect((await browser.fetch(`/api/avatars/${odd}/64`)).status).toBe(404);
      expect((await browser.fetch(`/api/account/sessions/${odd}`, { method: 'DELETE' })).status).toBe(404);
    }
  });

  test('H6 a credential never comes back', async () => {
    const { browser } = await person(host());
    const texts = await Promise.all([
      send(browser, 'getAccount'),
      send(browser, 'getSession'),
      send(browser, 'listSessions'),
    ]);
    for (const text of await Promise.all(texts.map((response) => response.text()))) {
      expect(text).not.toContain(goodPassword);
      expect(text).not.toMatch(/argon2|token|hash/iu);
    }
  });
}
