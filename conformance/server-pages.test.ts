import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CurrentSession } from '../contract/session.ts';
import { ask, newestMail, problemOf, send, tokenIn } from './host.ts';
import { serverHost, type ServerProcess } from './hosts/server-process.ts';
import { freshEmail, person, signUpBody, type Person } from './people.ts';

let host: ServerProcess;
let someone: Person;
/** The session cookie of `someone`, to be sent beside others. */
let session: string;

beforeAll(async () => {
  host = await serverHost('server on SQLite');
  someone = await person(host);
  const { email, password } = someone;
  const signedIn = await send(host.browser(), 'signIn', { body: { email, password } });
  session = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => host.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(host.origin + path, { headers });

interface Boot {
  session: CurrentSession;
  locale: string;
  theme: string;
  development: boolean;
  messages: { common: Record<string, unknown> };
}
const opening = '<script type="application/json" id="foyer-boot">';
/** The boot document as a browser finds it: the text up to what ends the element. */
function bootIn(html: string): Boot {
  const from = html.indexOf(opening) + opening.length;
  return JSON.parse(html.slice(from, html.indexOf('</script', from))) as Boot;
}

async function page(path: string, headers: Record<string, string> = {}) {
  const response = await get(path, headers);
  const html = await response.text();
  const root = /<html[^>]*>/u.exec(html)?.[0];
  return { response, html, root, boot: bootIn(html) };
}

/** A request with its path and headers exactly as given. */
async function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  const { port } = new URL(host.origin);
  const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

describe('F6, I6: the first frame speaks the person’s language', () => {
  test.each<[string, Record<string, string>, string]>([
    ['the policy’s first without a wish', {}, '<html lang="en" dir="ltr">'],
    ['Accept-Language', { 'accept-language': 'fr, de-AT;q=0.8, en;q=0.5' }, '<html lang="de" dir="ltr">'],
    ['Accept-Language from right to left', { 'accept-language': 'ar-EG' }, '<html lang="ar" dir="rtl">'],
    ['the cookie before that', { 'accept-language': 'de', cookie: 'foyer-locale=ar' }, '<html lang="ar" dir="rtl">'],
    ['a cookie of no language', { 'accept-language': 'de', cookie: 'foyer-locale=xx' }, '<html lang="de" dir="ltr">'],
    ['a hostile cookie', { cookie: 'foyer-locale="><script>; foyer-theme="><script>' }, '<html lang="en" dir="ltr">'],
    ['case-43 broken cookies', { cookie: 'foyer-locale=%E0%A4%A; =;;' }, '<html lang="en" dir="ltr">'],
    ['a theme', { cookie: 'foyer-theme=dark' }, '<html lang="en" dir="ltr" data-theme="dark">'],
    ['the device’s theme', { cookie: 'foyer-theme=system' }, '<html lang="en" dir="ltr">'],
    ['a theme that is none', { cookie: 'foyer-theme=neon' }, '<html lang="en" dir="ltr">'],
  ])('by %s', async (_, headers, expected) => {
    const { root, boot, response } = await page('/sign-in', headers);
    expect(root).toBe(expected);
    expect(expected).toContain(`lang="${boot.locale}"`);
    expect(response.headers.get('vary')).toMatch(/Accept-Language.*Cookie/u);
  });

  test('by what is saved in the account, before any cookie and any header', async () => {
    const headers = { cookie: `${session}; foyer-locale=en; foyer-theme=dark`, 'accept-language': 'en' };
    await ask(someone.browser, 'changePreferences', { body: { locale: 'ar', theme: 'light' } });
    const saved = await page('/profile', headers);
    expect(saved.root).toBe('<html lang="ar" dir="rtl" data-theme="light">');
    expect(saved.boot.session.account?.email).toBe(someone.email);
    await ask(someone.browser, 'changePreferences', { body: { locale: 'de', theme: 'system' } });
    const { root, boot } = await page('/profile', headers);
    expect([root, boot.locale, boot.theme]).toEqual(['<html lang="de" dir="ltr">', 'de', 'system']);
  });

  test('with the texts of that language in it, and nobody’s data for a stranger', async () => {
    const [english, german] = [await page('/sign-in'), await page('/sign-in', { 'accept-language': 'de' })];
    expect(Object.keys(english.boot.messages)).toEqual(Object.keys(german.boot.messages));
    expect(JSON.stringify(english.boot.messages)).not.toBe(JSON.stringify(german.boot.messages));
    expect(english.boot.session).toEqual({ account: null, preferences: null });
    expect(english.response.headers.get('cache-control'), 'S6').toBe('no-store');
  });
});

describe('G16: what people write about themselves', () => {
  const payloads = [
    '</script><script>alert(1)</script>',
    '</SCRIPT ><img src=x onerror=alert(1)>',
    '<!--<script>',
    '--><script>alert(1)</script>',
    '<![CDATA[',
    '"><svg/onload=alert(1)>',
    "'-alert(1)-'",
    '\\"};alert(1);//',
    '\\u003c/script>',
    '</head><body onload=alert(1)>',
    '</title><script>alert(1)</script>',
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    "$& $` $' $1 $$",
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<base href=//evil.example>',
    '<meta http-equiv=refresh content=0;url=//evil>',
    '<link rel=stylesheet href=//evil.example>',
    '<style>@import"//evil.example"</style>',
    '<a href="javascript:alert(1)">Ada</a>',
    '<template><script>alert(1)</script>',
    '<math><mtext></script><img onerror=alert(1)>',
    '<html lang="xx">',
    'Ada \ud83c\udfee </Script/x>',
  ];

  test('100 hostile strings, 25 in each of four fields, are text in the page and nothing else', async () => {
    const bare = (html: string) => html.slice(0, html.indexOf(opening)) + html.slice(html.indexOf('</head>'));
    const withoutNonce = (html: string) => html.replaceAll(/nonce="[^"]*"/gu, '');
    const before = withoutNonce(bare((await page('/profile', { cookie: session })).html));
    for (const text of payloads) {
      const { etag } = await ask(someone.browser, 'getAccount');
      const body = { firstName: text, lastName: text, company: text, city: text };
      await ask(someone.browser, 'changeAccount', { body, ifMatch: etag });
      const { html, boot } = await page('/profile', { cookie: session });
      expect(boot.session.account).toMatchObject(body);
      expect(withoutNonce(bare(html))).toBe(before);
      const json = html
        .slice(html.indexOf(opening) + opening.length, html.indexOf('</head>'))
        .replace(/<\/script>$/u, '');
      expect(json).not.toContain('<');
    }
  });

  test('H2 does not come by a nonce', async () => {
    const { etag } = await ask(someone.browser, 'getAccount');
    await ask(someone.browser, 'changeAccount', { body: { firstName: '%NONCE%x' }, ifMatch: etag });
    const { html, response } = await page('/profile', { cookie: session });
    const nonce = /'nonce-([^']+)'/u.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(JSON.stringify(bootIn(html))).not.toContain(nonce);
  });
});

describe('H2: the page’s policy', () => {
  test('allows scripts by a nonce that is new each time and stands on each script', async () => {
    const nonces = new Set<string>();
    for (const path of ['/sign-in', '/sign-in', '/', '/nothing']) {
      const { html, response } = await page(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([\w+/=]{22,})' 'strict-dynamic';/u.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/u);
      expect(html).not.toContain('%NONCE%');
      for (const [tag] of html.matchAll(/<script(?! type="application\/json")[^>]*>/gu)) {
        expect(tag).toContain(`nonce="${nonce}"`);
      }
      expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style)=/u);
    }
    expect(nonces.size).toBe(4);
    expect(nonces).not.toContain('');
  });
});

describe('addresses', () => {
  test.each(['/nothing', '/profile/nothing', '/sign-in/x', '/%00', '/%E0%A4%A', '/<script>'])(
    '%s is the page, and 404',
    async (path) => {
      const { response, html } = await page(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(html).not.toContain('<script>');
    },
  );

  test.each(['/api', '/api/', '/api/nothing', '/assets/nothing.js', '/assets/', '/favicon.ico', '/index.html'])(
    'H4 %s is a problem, never the page',
    async (path) => {
      expect((await problemOf(await get(path))).code).toBe('not_found');
    },
  );

  test.each([
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/..%2f..%2fshell.json',
    '/assets/%2e%2e/%2e%2e/shell.json',
    '/assets/....//....//shell.json',
    '/assets/..%5c..%5cshell.json',
    '/assets//etc/passwd',
    '/shell.json',
    '/.vite/manifest.json',
    '/foyer.sqlite',
    '/secret.key',
    '/package.json',
  ])('no file is served from elsewhere: %s', async (path) => {
    const { status, text } = await raw(path, { host: new URL(host.origin).host });
    expect(status).toBe(404);
    expect(text).not.toMatch(/"messages"|root:|<html/u);
  });

  test('a page is asked for as a page', async () => {
    expect((await page('/profile/')).response.status).toBe(200);
    expect((await problemOf(await get('/profile', { accept: 'application/json' }))).code).toBe('not_found');
    expect((await fetch(`${host.origin}/profile`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${host.origin}/profile`, { method: 'POST' })).status).toBe(404);
  });

  test('case-19 a mailed link starts with the configured address, whatever host a request claims', async () => {
    const email = freshEmail();
    const headers = {
      host: new URL(host.origin).host,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'content-type': 'application/json',
    };
    const body = JSON.stringify(signUpBody(email));
    expect((await raw('/api/sign-up', { ...headers, host: 'evil.example' }, 'POST', body)).status).toBe(403);
    expect((await raw('/api/sign-up', headers, 'POST', body)).status).toBe(202);
    const mail = await newestMail(host, email);
    expect(mail.links).toEqual([`${host.origin}/sign-up/confirm?token=${tokenIn(mail)}`]);
    expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
  });
});
