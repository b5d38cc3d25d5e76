import { ask } from '../conformance/host.ts';
import { expect, test } from './fixtures.ts';
import { frame, profilePage } from './pages/account.ts';

test.use({ isolated: true });

test('N1 @server while the database is gone a save says so and keeps the form; afterwards it works', async ({
  page,
  house,
  persona,
  watch,
}) => {
  watch.allow(503);
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');

  const giveBack = await house.server?.withholdDatabase();
  const refused = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await profile.save.click();
  expect((await refused).status()).toBe(503);
  expect((await refused).headers()['retry-after']).toBe('5');
  await expect(profile.refusal).toContainText('the service is down for a moment. What you typed is kept.');
  await expect(profile.city).toHaveValue('Turin');

  await giveBack?.();
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect((await ask(house.own(page), 'getAccount')).city).toBe('Turin');
});

test('N1 @server a server that was killed and started again takes the save of a page that stayed open', async ({
  page,
  house,
  persona,
}) => {
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await house.server?.crashAndRestart();
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect((await ask(house.own(page), 'getAccount')).city).toBe('Turin');
});
