import { expect, test } from './fixtures.ts';
import { dashboardPage } from './pages/account.ts';

const pages = ['/sign-in', '/sign-up', '/sign-up/confirm?token=x', '/', '/profile', '/security', '/close-account'];

test('H1 H2 @server every page has a strict policy with Trusted Types, and is never kept', async ({
  page,
  house,
  persona,
}) => {
  await persona.signedIn();
  const nonces = new Set<string>();
  for (const path of [...pages, '/nothing/here']) {
    const response = await page.request.get(house.origin + path);
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe-(?:inline|eval|hashes)/u);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['vary']).toContain('Cookie');
    const [, nonce = ''] = /'nonce-([^']+)'/u.exec(policy) ?? [];
    const scripts = [...(await response.text()).matchAll(/<script\b(?![^>]*application\/json)[^>]*>/gu)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [script] of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size, 'a nonce is used once').toBe(pages.length + 1);
});

test('S4 S6 @server the session cookie is out of reach of scripts, and personal data is not stored', async ({
  page,
  context,
  house,
  persona,
}) => {
  await persona.signedIn();
  await dashboardPage(page).open();
  await expect(dashboardPage(page).name).toBeVisible();
  const session = (await context.cookies()).find(({ name }) => name === 'foyer');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' });
  expect(await page.evaluate(() => document.cookie)).not.toContain(session?.value ?? 'foyer=');
  for (const path of ['/api/account', '/api/session', '/api/account/sessions'])
    expect((await page.request.get(house.origin + path)).headers()['cache-control']).toBe('no-store');
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain('marchetti');
});

test('H2 @server markup from a string is refused in the page', async ({ page, watch }) => {
  watch.allow(/policy violated|TrustedHTML|require-trusted-types-for|trusted-types/iu);
  await page.goto('/sign-in');
  const outcome = await page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<img src=x>';
      return 'taken';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(outcome).toBe('TypeError');
});

test('@server files named by their content are kept for good, and come as Brotli', async ({ page, house }) => {
  const html = await (await page.request.get(`${house.origin}/sign-in`)).text();
  const files = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/gu)].map(([, file = '']) => file),
  );
  expect(files.size).toBeGreaterThan(2);
  for (const file of files) {
    const response = await page.request.get(house.origin + file, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(response.headers(), file).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'x-content-type-options': 'nosniff',
    });
  }
  expect((await page.request.get(`${house.origin}/assets/gone-12345678.js`)).status()).toBe(404);
});

test('S5 @server a form of another site cannot act for who is signed in', async ({
  page,
  context,
  house,
  persona,
  watch,
}) => {
  watch.allow(403, 401, 415, /ERR_FAILED|CORS|Cross-Origin/iu);
  await persona.signedIn();
  const evil = await context.newPage();
  await evil.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" enctype="text/plain" action="${house.origin}/api/session"><input name="a"><button>x</button></form>`,
    }),
  );
  await evil.goto('http://evil.example/');
  const answer = evil.waitForResponse(`${house.origin}/api/session`);
  await evil.getByRole('button').click();
  expect((await answer).status()).toBe(403);
  await dashboardPage(page).open();
  await expect(dashboardPage(page).name).toHaveText('Ines Marchetti');
});
