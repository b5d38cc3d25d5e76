import { blockPng } from '../conformance/pictures.ts';
import { freshEmail, goodPassword } from '../conformance/people.ts';
import { expect, test } from './fixtures.ts';
import { dashboardPage, frame, pictureEditor, profilePage } from './pages/account.ts';
import { confirmPage, outboxPage, signInPage, signUpPage } from './pages/entry.ts';

test.use({ isolated: true });

test('A1–A7, B1, D1–D3, E1–E6: from "Sign up" to signed in again, with everything still there', async ({
  page,
  house,
}) => {
  const person = { email: freshEmail(), password: goodPassword };
  const bar = frame(page);
  const editor = pictureEditor(page);
  const profile = profilePage(page);

  await test.step('signs up, the checklist ticks as the password grows', async () => {
    const signUp = signUpPage(page);
    await page.goto('/');
    await signInPage(page).signUp.click();
    await expect(signUp.heading).toBeVisible();
    await signUp.password.fill('marchetti');
    await expect(signUp.rule('At least 15 characters (9 so far)')).toContainText('not yet');
    await signUp.fill(person);
    for (const rule of [/At least 15/u, 'Not a common password', 'More than your name'])
      await expect(signUp.rule(rule)).toContainText('done');
    await signUp.submit.click();
    await expect(signUp.checkEmail).toBeFocused();
    await expect(page.getByRole('main')).toContainText(person.email);
  });

  await test.step('follows the link of the outbox and confirms on its button', async () => {
    const confirm = confirmPage(page);
    await signUpPage(page).outbox.click();
    await outboxPage(page).linkIn(person.email).click();
    await confirm.submit.click();
    await expect(confirm.done).toBeFocused();
    await confirm.signIn.click();
  });

  await test.step('signs in and arrives on the Dashboard', async () => {
    const signIn = signInPage(page);
    await signIn.fill(person);
    await signIn.submit.click();
    await expect(dashboardPage(page).name).toHaveText('Ines Marchetti');
    await expect(page).toHaveURL('/');
    await expect(bar.bar).toContainText('IM');
    await expect(bar.tabs).toHaveText(['Dashboard', 'Profile', 'Security', 'Close account']);
    const addresses = await bar.tabs.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(['/', '/profile', '/security', '/close-account']);
  });

  await test.step('saves the profile, and is told', async () => {
    await bar.menu.click();
    await bar.myProfile.click();
    await expect(page).toHaveURL('/profile');
    await profile.phone.fill('+39 06 5550 1428');
    await profile.company.fill('Marchetti & Figlie');
    await profile.country.selectOption({ label: 'Italy' });
    await profile.city.fill('Rome');
    await profile.save.click();
    await expect(bar.toast('Saved')).toBeVisible();
    await expect(profile.save).toBeHidden();
  });

  await test.step('crops a picture by keyboard and pointer; it is in the bar at once', async () => {
    await profile.editPicture.click();
    await editor.choose({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(blockPng(300, 200)) });
    await expect(editor.stage).toBeFocused();
    const untouched = await editor.placed();
    await page.keyboard.press('+');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('r');
    await expect.poll(editor.placed).not.toBe(untouched);
    const byKeys = await editor.placed();
    const box = await editor.stage.boundingBox();
    if (!box) throw new Error('the stage is not there');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 30, box.y + box.height / 2 - 12, { steps: 4 });
    await page.mouse.up();
    await expect.poll(editor.placed).not.toBe(byKeys);
    await editor.update.click();
    await expect(bar.toast('Picture updated')).toBeVisible();
    await expect(editor.dialog).toBeHidden();
    await expect(bar.picture).toHaveJSProperty('naturalWidth', 128);
    await bar.tab('Dashboard').click();
    await expect(dashboardPage(page).picture).toHaveJSProperty('naturalWidth', 256);
  });

  await test.step('F14 signs out; Back shows nothing personal', async () => {
    await bar.menu.click();
    await bar.signOut.click();
    await expect(signInPage(page).heading).toBeVisible();
    await page.goBack();
    await expect(signInPage(page).heading).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Marchetti');
  });

  await test.step('N1 signs in again after a restart: all is there', async () => {
    await house.server?.crashAndRestart();
    const signIn = signInPage(page);
    await signIn.open();
    await signIn.fill(person);
    await signIn.submit.click();
    await expect(bar.picture).toHaveJSProperty('naturalWidth', 128);
    await bar.tab('Profile').click();
    await expect(profile.phone).toHaveValue(/^\+39[\d ]+1428$/u);
    await expect(profile.country).toHaveValue('IT');
    await expect(profile.city).toHaveValue('Rome');
  });

  await test.step('N2 a reload and a second tab show the same', async () => {
    await page.reload();
    await expect(profile.city).toHaveValue('Rome');
    const second = await page.context().newPage();
    await profilePage(second).open();
    await expect(profilePage(second).company).toHaveValue('Marchetti & Figlie');
    await second.close();
  });

  await test.step('E4 removes the picture: the initials are back', async () => {
    await profile.editPicture.click();
    await editor.remove.click();
    await editor.remove.click();
    await expect(bar.toast('Picture removed')).toBeVisible();
    await expect(bar.picture).toHaveCount(0);
    await expect(bar.bar).toContainText('IM');
  });
});
