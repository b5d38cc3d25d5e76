import { ask } from '../conformance/host.ts';
import { inAnotherBrowser } from '../conformance/people.ts';
import { expect, test } from './fixtures.ts';
import { dashboardPage, frame, profilePage, securityPage } from './pages/account.ts';
import { signInPage } from './pages/entry.ts';

test('G9 "Sign out everywhere else" asks first, ends the others and says how many', async ({ page, host, persona }) => {
  const person = await persona.signedIn();
  await inAnotherBrowser(host, person);
  await inAnotherBrowser(host, person);
  const security = securityPage(page);
  await security.open();
  await expect(security.sessions).toHaveCount(3);
  await expect(security.sessions.first()).toContainText('This device');
  await security.endOthers.click();
  await expect(security.question).toHaveAccessibleName('Sign out of 2 other sessions?');
  await page.keyboard.press('Escape');
  await expect(security.sessions).toHaveCount(3);
  await security.endOthers.click();
  await security.endOthers.click();
  await expect(frame(page).toast('Signed out of 2 other sessions.')).toBeVisible();
  await expect(security.sessions).toHaveCount(1);
});

test('G9 one session is ended by its own button', async ({ page, host, persona }) => {
  const person = await persona.signedIn();
  await inAnotherBrowser(host, person);
  const security = securityPage(page);
  await security.open();
  await security.sessions
    .nth(1)
    .getByRole('button', { name: /^Sign out of/u })
    .click();
  await expect(security.sessions).toHaveCount(1);
  await expect(security.endOthers).toBeDisabled();
});

test('G9 @server the browser that was signed out finds itself at "Sign in", and back where it was afterwards', async ({
  page,
  persona,
  elsewhere,
  house,
  watch,
}) => {
  watch.allow(401);
  const person = await persona.signedIn();
  const other = await elsewhere();
  await ask(house.own(other), 'signIn', { body: credentialsOf(person) });
  await dashboardPage(other).open();

  await securityPage(page).open();
  await securityPage(page).endOthers.click();
  await securityPage(page).endOthers.click();
  await expect(securityPage(page).sessions).toHaveCount(1);

  await securityPage(other).open();
  const signIn = signInPage(other);
  await expect(signIn.heading).toBeVisible();
  await signIn.fill(person);
  await signIn.submit.click();
  await expect(securityPage(other).sessions).toHaveCount(2);
});

test('F6 @server a session that ends while the profile is edited keeps the edits for after the next sign-in', async ({
  page,
  host,
  persona,
  watch,
}) => {
  watch.allow(401);
  const person = await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await ask(await inAnotherBrowser(host, person), 'endOtherSessions');
  await profile.save.click();

  const signIn = signInPage(page);
  await page.getByRole('link', { name: 'Sign in' }).or(signIn.heading).first().waitFor();
  if (await page.getByRole('link', { name: 'Sign in' }).isVisible()) {
    await expect(profile.city).toHaveValue('Turin');
    await page.getByRole('link', { name: 'Sign in' }).click();
  }
  await signIn.fill(person);
  await signIn.submit.click();
  await expect(profile.city).toHaveValue('Turin');
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
});

test('F9 signing out in one tab reaches the other', async ({ page, context, persona }) => {
  await persona.signedIn();
  const second = await context.newPage();
  await dashboardPage(page).open();
  await profilePage(second).open();
  await expect(profilePage(second).heading).toBeVisible();
  await frame(page).menu.click();
  await frame(page).signOut.click();
  for (const tab of [page, second]) await expect(signInPage(tab).heading).toBeVisible();
  await expect(second.locator('body')).not.toContainText('Marchetti');
});

const credentialsOf = ({ email, password }: { email: string; password: string }) => ({ email, password });
