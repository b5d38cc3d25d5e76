import { ask } from '../conformance/host.ts';
import arabic from '../src/i18n/locales/ar/entry.json' with { type: 'json' };
import german from '../src/i18n/locales/de/common.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';
import { dashboardPage, frame } from './pages/account.ts';
import { signInPage, signUpPage } from './pages/entry.ts';

test('F3 another language turns the page around at once and keeps what is typed', async ({ page }) => {
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ email: 'ines@marchetti.example', password: 'half a lantern' });
  await signInPage(page).language.selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.getByRole('heading', { name: arabic.signUp.title, level: 1 })).toBeVisible();
  await expect(page.getByLabel(arabic.field.email, { exact: true })).toHaveValue('ines@marchetti.example');
  await expect(page.getByLabel(arabic.field.password, { exact: true })).toHaveValue('half a lantern');
  await page.reload();
  await expect(page.getByRole('heading', { name: arabic.signUp.title, level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('F11 language and theme of the menu hold at once, after a reload and in the account', async ({
  page,
  persona,
  house,
}) => {
  await persona.signedIn();
  const bar = frame(page);
  await dashboardPage(page).open();
  await bar.menu.click();
  await bar.theme('Dark').check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await bar.language.selectOption('de');
  await expect(page.getByRole('link', { name: german.tabs.profile, exact: true })).toBeVisible();
  await expect
    .poll(async () => (await ask(house.own(page), 'getSession')).preferences)
    .toEqual({ locale: 'de', theme: 'dark' });
  await page.reload();
  await expect(page.getByRole('link', { name: german.tabs.profile, exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('F11 a preference that cannot be saved goes back to what it was', async ({ page, persona, faults }) => {
  await persona.signedIn();
  const bar = frame(page);
  await dashboardPage(page).open();
  await bar.menu.click();
  await faults.next(503);
  const refused = page.waitForResponse((response) => response.status() === 503);
  await bar.theme('Dark').click({ force: true });
  await refused;
  await expect(bar.theme('Match system')).toBeChecked();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('F6 @server language, direction and theme stand in the HTML, before any script', async ({
  page,
  house,
  persona,
}) => {
  const htmlOf = async (headers: Record<string, string> = {}) => {
    const text = await (await page.request.get(`${house.origin}/sign-in`, { headers })).text();
    return /<html[^>]*>/u.exec(text)?.[0];
  };
  expect(await htmlOf({ 'accept-language': 'de-AT,de;q=0.9' })).toBe('<html lang="de" dir="ltr">');
  expect(await htmlOf({ 'accept-language': 'ar-EG' })).toBe('<html lang="ar" dir="rtl">');
  expect(await htmlOf({ 'accept-language': 'tlh, *;q=0.1' })).toBe('<html lang="en" dir="ltr">');
  expect(await htmlOf({ cookie: 'foyer-locale=ar; foyer-theme=dark' })).toBe(
    '<html lang="ar" dir="rtl" data-theme="dark">',
  );
  expect(await htmlOf({ cookie: 'foyer-locale="><script>; foyer-theme="><script>' })).toBe(
    '<html lang="en" dir="ltr">',
  );

  await persona.signedIn();
  await ask(house.own(page), 'changePreferences', { body: { locale: 'ar', theme: 'light' } });
  expect(await htmlOf()).toBe('<html lang="ar" dir="rtl" data-theme="light">');
});

test('F6 @server the first painted frame is in the right language, direction and theme', async ({
  page,
  house,
  persona,
}) => {
  await persona.signedIn();
  await ask(house.own(page), 'changePreferences', { body: { locale: 'ar', theme: 'dark' } });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    requestAnimationFrame(function look() {
      const root = document.documentElement;
      if (document.body) seen.push([root.lang, root.dir, root.dataset['theme']].join(' '));
      if (seen.length < 200) requestAnimationFrame(look);
    });
  });
  await dashboardPage(page).open();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toEqual(new Set(['ar rtl dark']));
});
