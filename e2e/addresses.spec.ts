import { ask } from '../conformance/host.ts';
import { expect, test } from './fixtures.ts';
import { dashboardPage, frame, profilePage, securityPage } from './pages/account.ts';
import { signInPage } from './pages/entry.ts';

test('B9 a page that needs a session is opened after signing in', async ({ page, persona }) => {
  const person = await persona.member();
  const signIn = signInPage(page);
  await page.goto('/security?from=mail');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fsecurity/u);
  await signIn.fill(person);
  await signIn.submit.click();
  await expect(page).toHaveURL('/security?from=mail');
  await expect(securityPage(page).sessions).toHaveCount(1);
});

test('H3 signing in never leads to another site', async ({ page, persona, house }) => {
  const person = await persona.member();
  const signIn = signInPage(page);
  for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', '/%2F/evil.example'])
    await test.step(target, async () => {
      await ask(house.own(page), 'signOut');
      await signIn.open(`?to=${encodeURIComponent(target)}`);
      await signIn.fill(person);
      await signIn.submit.click();
      await expect(page).toHaveURL('/');
      await expect(dashboardPage(page).name).toHaveText('Ines Marchetti');
    });
});

test('B9 @once who is signed in is led on from "Sign in"', async ({ page, persona }) => {
  await persona.signedIn();
  await page.goto('/sign-in?to=/profile');
  await expect(profilePage(page).heading).toBeVisible();
});

test('D1 @once an address without a page says so, with a way on', async ({ page, persona, watch }) => {
  watch.allow(404);
  await persona.signedIn();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the Dashboard' }).click();
  await expect(dashboardPage(page).name).toHaveText('Ines Marchetti');
});

test('case-42 @server a path that begins with two slashes is no way into the app or the API', async ({
  page,
  persona,
  watch,
  house,
}) => {
  watch.allow(404);
  await persona.signedIn();
  const answers = ['//profile', '//api/account', '/api//account', '//evil.example/'].map(async (path) => {
    const response = await page.request.get(house.origin + path, { maxRedirects: 0 });
    return { path, status: response.status(), location: response.headers()['location'] };
  });
  for (const answer of await Promise.all(answers))
    expect(answer).toEqual({ ...answer, status: 404, location: undefined });
  await page.goto(`${house.origin}//profile`);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});

test('D1 @once tabs are links with addresses: Back and Forward go through them', async ({ page, persona }) => {
  await persona.signedIn();
  const { tab } = frame(page);
  await dashboardPage(page).open();
  for (const name of ['Profile', 'Security', 'Close account']) {
    await tab(name).click();
    await expect(tab(name)).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveTitle(`${name} · Foyer`);
  }
  await page.goBack();
  await expect(page).toHaveURL('/security');
  await expect(tab('Security')).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await expect(page).toHaveURL('/close-account');
});
