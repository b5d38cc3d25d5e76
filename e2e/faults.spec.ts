import type { Page } from '@playwright/test';
import { ask, mailsTo } from '../conformance/host.ts';
import { blockPng } from '../conformance/pictures.ts';
import { freshEmail, goodPassword } from '../conformance/people.ts';
import type { Fault } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { frame, pictureEditor, profilePage } from './pages/account.ts';
import { confirmPage, signInPage, signUpPage } from './pages/entry.ts';

const notAnswered = /Not done: the server did not answer/u;
const inBetween = /Not done: something between you and the server/u;
const faultsOfASave: [Fault, RegExp][] = [
  ['offline', notAnswered],
  [500, inBetween],
  [503, inBetween],
  [429, inBetween],
];

/** Requests of a page that change something under an address, as they go out. */
function changesOf(page: Page, path: string): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && new URL(request.url()).pathname === path) seen.push(request.method());
  });
  return seen;
}

test('F1 F3 the profile keeps what is typed through offline, 500, 503 and 429, and saves afterwards', async ({
  page,
  house,
  persona,
  faults,
}) => {
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  for (const [fault, words] of faultsOfASave) {
    await test.step(`the save meets ${fault}`, async () => {
      await faults.next(fault);
      await profile.save.click();
      await expect(profile.refusal).toHaveText(words);
      await expect(profile.city).toHaveValue('Turin');
    });
  }
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect((await ask(house.own(page), 'getAccount')).city).toBe('Turin');
});

test('F4 a save whose answer is lost is tried again and takes effect once', async ({
  page,
  house,
  persona,
  faults,
  watch,
}) => {
  watch.allow(412);
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await faults.next('lost');
  await profile.save.click();
  await expect(profile.refusal).toHaveText(notAnswered);
  const { etag } = await ask(house.own(page), 'getAccount');
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  await expect(profile.save).toBeHidden();
  expect(await ask(house.own(page), 'getAccount')).toMatchObject({ city: 'Turin', etag });
});

test('F2 F5 a double click on a slow line saves once', async ({ page, persona, faults }) => {
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await faults.slow(400);
  const changes = changesOf(page, '/api/account');
  await profile.save.dblclick();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect(changes).toEqual(['PATCH']);
});

test('F8 unsaved edits are back after a reload, and discarding them is for good', async ({ page, persona }) => {
  await persona.signedIn({ city: 'Rome' });
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await expect(profile.save).toBeVisible();
  await page.reload();
  await expect(profile.restored).toBeVisible();
  await expect(profile.city).toHaveValue('Turin');
  await profile.discard.click();
  await expect(profile.city).toHaveValue('Rome');
  await page.reload();
  await expect(profile.city).toHaveValue('Rome');
  await expect(profile.restored).toBeHidden();
});

test('F1 F3 F5 signing up keeps the form through every fault and sends one mail', async ({ page, host, faults }) => {
  const signUp = signUpPage(page);
  const email = freshEmail();
  await signUp.open();
  await signUp.fill({ email, password: goodPassword });
  for (const [fault, words] of faultsOfASave) {
    await faults.next(fault);
    await signUp.submit.click();
    await expect(signUp.refusal).toHaveText(words);
    await expect(signUp.email).toHaveValue(email);
    await expect(signUp.password).toHaveValue(goodPassword);
  }
  await signUp.submit.dblclick();
  await expect(signUp.checkEmail).toBeVisible();
  expect(await mailsTo(host, email)).toHaveLength(1);
});

test('F1 F3 F4 signing in and confirming work after a fault, also when the answer was lost', async ({
  page,
  persona,
  faults,
}) => {
  const { email, token } = await persona.applicant();
  const confirm = confirmPage(page);
  await confirm.open(token);
  await faults.next('offline');
  await confirm.submit.click();
  await expect(page.getByRole('alert')).toHaveText(notAnswered);
  await confirm.submit.click();
  await expect(confirm.done).toBeVisible();
  await confirm.signIn.click();

  const signIn = signInPage(page);
  await signIn.fill({ email, password: goodPassword });
  for (const [fault, words] of [
    [503, inBetween],
    ['lost', notAnswered],
  ] as const) {
    await faults.next(fault);
    await signIn.submit.click();
    await expect(signIn.refusal).toHaveText(words);
    await expect(signIn.email).toHaveValue(email);
    await expect(signIn.password).toHaveValue(goodPassword);
  }
  await signIn.submit.click();
  await expect(frame(page).menu).toBeVisible();
});

test('F1 F3 a crop is kept through offline and 503, and saved afterwards', async ({ page, persona, faults }) => {
  await persona.signedIn();
  await profilePage(page).open();
  await profilePage(page).editPicture.click();
  const editor = pictureEditor(page);
  await editor.choose({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(blockPng(300, 200)) });
  await editor.stage.press('+');
  const placed = await editor.placed();
  await faults.next('offline');
  await editor.update.click();
  await expect(editor.problem).toContainText('Not updated. Your crop is kept.');
  await faults.next(503);
  await editor.tryAgain.click();
  await expect(editor.problem).toContainText('The server could not do it just now');
  expect(await editor.placed()).toBe(placed);
  await editor.tryAgain.click();
  await expect(frame(page).toast('Picture updated')).toBeVisible();
});

test('F1 signing out that fails says so, and the session still lives', async ({ page, persona, faults }) => {
  await persona.signedIn();
  const bar = frame(page);
  await profilePage(page).open();
  await bar.menu.click();
  await faults.next('offline');
  await bar.signOut.click();
  await expect(bar.toast(notAnswered)).toBeVisible();
  await page.reload();
  await expect(profilePage(page).heading).toBeVisible();
});
