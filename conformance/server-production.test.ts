import { createConnection } from 'node:net';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../contract/operations.ts';
import { newestMail, problemOf, send } from './host.ts';
import { serverHost, type ServerProcess } from './hosts/server-process.ts';
import { freshEmail, member, signUpBody, type Person } from './people.ts';

const secrets = { FOYER_SECRETS: 'k'.repeat(32) };
const publicUrl = 'https://accounts.example';
/** One in development, in which people can be made and mails be read, and one in production over the same data. */
let development: ServerProcess;
let production: ServerProcess;
let someone: Person;

beforeAll(async () => {
  development = await serverHost('development', secrets);
  someone = await member(development);
  production = await serverHost('production', {
    ...secrets,
    FOYER_MODE: 'production',
    PUBLIC_URL: publicUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'door@accounts.example',
    DATA_DIR: development.dataDir,
  });
});
afterAll(async () => {
  await production.close();
  await development.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(production.origin + path, { headers });
const credentials = () => ({ email: someone.email, password: someone.password });

/** Posts JSON with a `Host` of its own, which `fetch` does not let one choose. */
async function postAs(host: string, path: string, body: object): Promise<number> {
  const { port } = new URL(production.origin);
  const headers = { host, 'x-forwarded-host': host, 'content-type': 'application/json' };
  const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
  asking.end(JSON.stringify(body));
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

const accepts = (address: string, origin: string) =>
  new Promise<boolean>((tell) => {
    const socket = createConnection({ host: address, port: Number(new URL(origin).port) }, () => {
      socket.destroy();
      tell(true);
    });
    socket.once('error', () => tell(false));
  });

describe('S4: over TLS', () => {
  test('the session cookie is bound to this host and never sent in the clear', async () => {
    const response = await send(production.browser(), 'signIn', { body: credentials() });
    expect(response.status).toBe(200);
    const [line = '', ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    const [pair, ...attributes] = line.split('; ');
    expect(pair).toMatch(/^__Host-foyer=[\w-]{43}$/u);
    expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${30 * 24 * 3600}`, 'Path=/', 'SameSite=Lax', 'Secure']);
    const account = (await (await get('/api/session', { cookie: pair ?? '' })).json()) as {
      account: { email: string };
    };
    expect(account.account.email).toBe(someone.email);
    const plain = (pair ?? '').replace('__Host-', '');
    expect((await problemOf(await get('/api/account', { cookie: plain }))).code).toBe('unauthenticated');
  });

  test('and in development on this machine it has its plain name', async () => {
    const response = await send(development.browser(), 'signIn', { body: credentials() });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^foyer=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
  });

  test.each([
    '/',
    '/api/session',
    '/api/nothing',
    '/assets/nothing.js',
    '/favicon.svg',
    '/api/docs',
    '/.well-known/security.txt',
  ])('H1 %s carries every header of protection', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('H1 development does not bind localhost to TLS', async () => {
    expect((await fetch(development.origin)).headers.get('strict-transport-security')).toBeNull();
  });

  test('S5 a call from a page of another origin is refused, also from the plain one of the same host', async () => {
    for (const origin of ['http://accounts.example', 'https://evil.example', production.origin, 'null']) {
      const response = await send(production.browser(), 'signIn', { body: credentials(), headers: { origin } });
      expect((await problemOf(response)).code, origin).toBe('cross_site');
    }
    const own = { origin: publicUrl, 'sec-fetch-site': 'same-origin' };
    expect((await send(production.browser(), 'signIn', { body: credentials(), headers: own })).status).toBe(200);
  });

  test('case-19 a mailed link starts with PUBLIC_URL, whatever host a request claims', async () => {
    const email = freshEmail();
    expect(await postAs('evil.example', '/api/sign-up', signUpBody(email))).toBe(202);
    const { text, html, links } = await newestMail(development, email);
    expect(links).toEqual([expect.stringMatching(/^https:\/\/accounts\.example\/sign-up\/confirm\?token=[\w-]{43}$/u)]);
    expect(text + html).not.toContain('evil.example');
  });
});

describe('P8: the keys of passwords', () => {
  test('can be exchanged: a new one in front, and each sign-in moves a password under it', async () => {
    const [rotating, late] = [await member(development), await member(development)];
    const withKeys = (keys: string) => serverHost(keys, { FOYER_SECRETS: keys, DATA_DIR: development.dataDir });
    const statuses = (host: ServerProcess, people: Person[]) =>
      Promise.all(
        people.map(
          async ({ email, password }) => (await send(host.browser(), 'signIn', { body: { email, password } })).status,
        ),
      );
    const both = await withKeys(`${'n'.repeat(32)},${'k'.repeat(32)}`);
    expect(await statuses(both, [rotating, rotating])).toEqual([200, 200]);
    await both.close();
    const onlyNew = await withKeys('n'.repeat(32));
    expect(await statuses(onlyNew, [rotating, late])).toEqual([200, 401]);
    await onlyNew.close();
  });
});

describe('N1: what is for development alone', () => {
  test.each(Object.values(operations).filter(({ access }) => access === 'development'))(
    '$method $path is not there in production',
    async ({ method, path }) => {
      const init = { method, headers: { 'content-type': 'application/json' } };
      const body = method === 'GET' ? null : '{"advance":"PT1S"}';
      const response = await production.browser().fetch(path, { ...init, body });
      expect((await problemOf(response)).code).toBe('not_found');
    },
  );

  test('nor is the outbox page, and the page is told that it is not', async () => {
    const response = await get('/dev/outbox');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('"development":false');
    expect((await fetch(`${development.origin}/dev/outbox`)).status).toBe(200);
  });

  test('development listens on the loopback interface alone, production on all', async () => {
    expect(await accepts('127.0.0.1', development.origin)).toBe(true);
    expect(await accepts('127.0.0.2', development.origin)).toBe(false);
    expect(await accepts('127.0.0.2', production.origin)).toBe(true);
  });
});

describe('files', () => {
  const script = async () =>
    /<script [^>]*src="(\/assets\/[^"]+\.js)"/u.exec(await (await get('/sign-in')).text())?.[1] ?? '';

  test('are named by their content, kept for good, and sent as small as the browser can read', async () => {
    const address = await script();
    const plain = await get(address, { 'accept-encoding': 'identity' });
    const text = await plain.text();
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-type')).toMatch(/^text\/javascript/u);
    const sizes = [Number(plain.headers.get('content-length'))];
    for (const [accepted, sent] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
    ] as const) {
      const packed = await get(address, { 'accept-encoding': accepted });
      expect(packed.headers.get('content-encoding')).toBe(sent);
      expect(packed.headers.get('vary')).toMatch(/accept-encoding/iu);
      expect(await packed.text()).toBe(text);
      sizes.push(Number(packed.headers.get('content-length')));
    }
    expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => other - one));
    expect(sizes.at(-1)).toBeGreaterThan(0);
  });

  test('the page is packed too, and never kept', async () => {
    for (const [accepted, sent] of [
      ['identity', null],
      ['gzip', 'gzip'],
      ['gzip, br', 'br'],
    ] as const) {
      const { headers } = await get('/sign-in', { 'accept-encoding': accepted });
      expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual([sent, 'no-store']);
    }
  });

  test('without a hash in their name are asked for again after an hour', async () => {
    const icon = await get('/favicon.svg');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, expect.stringContaining('image/svg+xml')]);
    expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
  });
});

describe('H7: well-known addresses', () => {
  test('security.txt names the configured address', async () => {
    expect(await (await get('/.well-known/security.txt')).text()).toContain(
      `Canonical: ${publicUrl}/.well-known/security.txt\n`,
    );
  });

  test('an address that nobody knows is 404, as password managers check', async () => {
    const path = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
    expect((await get(path)).status).toBe(404);
    const change = await fetch(`${production.origin}/.well-known/change-password`, { redirect: 'manual' });
    expect([change.status, change.headers.get('location')]).toEqual([302, '/security']);
  });
});
