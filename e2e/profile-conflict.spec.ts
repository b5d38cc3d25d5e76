import { ask } from '../conformance/host.ts';
import { expect, test } from './fixtures.ts';
import { frame, profilePage } from './pages/account.ts';

const start = { phone: '+390655501428', company: 'Marchetti & Figlie', country: 'IT', city: 'Rome' };

test('E2 F10 a field changed elsewhere is shown and nothing is overwritten; keeping mine saves mine', async ({
  page,
  house,
  persona,
  watch,
}) => {
  watch.allow(412);
  await persona.signedIn(start);
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await persona.change({ city: 'Milan', company: 'Lanterne Srl' });
  await profile.save.click();

  await expect(profile.conflict('City')).toContainText('Turin');
  await expect(profile.conflict('City')).toContainText('Milan');
  await expect(profile.city).toHaveValue('Turin');
  await expect(profile.company, 'what nobody edited here follows').toHaveValue('Lanterne Srl');
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Milan', company: 'Lanterne Srl' });

  await profile.keepMine.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Turin', company: 'Lanterne Srl' });
});

test('E2 taking theirs leaves the account as they made it', async ({ page, house, persona, watch }) => {
  watch.allow(412);
  await persona.signedIn(start);
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await profile.phone.fill('+49 89 5550 100');
  await persona.change({ city: 'Milan' });
  await profile.save.click();
  await profile.takeTheirs.click();

  await expect(frame(page).toast('Saved')).toBeVisible();
  await expect(profile.city).toHaveValue('Milan');
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Milan', phone: '+49895550100' });
});

test('E2 a second browser that changes another field loses nothing and costs nobody a question', async ({
  page,
  house,
  persona,
  elsewhere,
  watch,
}) => {
  watch.allow(412);
  const person = await persona.signedIn(start);
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');

  const other = await elsewhere();
  if (house.name !== 'mock')
    await ask(house.own(other), 'signIn', { body: { email: person.email, password: person.password } });
  await profilePage(other).open();
  await profilePage(other).company.fill('Lanterne Srl');
  await profilePage(other).save.click();
  await expect(frame(other).toast('Saved')).toBeVisible();

  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  await expect(profile.conflict('City')).toBeHidden();
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Turin', company: 'Lanterne Srl' });
});

test('F5 two tabs save two fields at once: both are kept', async ({ page, house, persona, context, watch }) => {
  watch.allow(412);
  await persona.signedIn(start);
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) await profilePage(tab).open();
  const [first, second] = tabs.map(profilePage);
  await first?.city.fill('Turin');
  await second?.company.fill('Lanterne Srl');
  await Promise.all([first?.save.click(), second?.save.click()]);
  for (const tab of tabs) await expect(frame(tab).toast('Saved')).toBeVisible();
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Turin', company: 'Lanterne Srl' });
});
