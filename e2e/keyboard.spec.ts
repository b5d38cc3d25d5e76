import { freshEmail, goodPassword } from '../conformance/people.ts';
import { expect, test } from './fixtures.ts';
import { frame, profilePage } from './pages/account.ts';
import { confirmPage, signInPage, signUpPage } from './pages/entry.ts';
import { tabTo, typeInto } from './pages/keys.ts';

test('G18 @once signing up, signing in and saving the profile work by keyboard alone', async ({ page, mailedLink }) => {
  const email = freshEmail();
  const signUp = signUpPage(page);
  const signIn = signInPage(page);
  const confirm = confirmPage(page);
  const profile = profilePage(page);
  const bar = frame(page);

  await signIn.open();
  await tabTo(page, signIn.signUp);
  await page.keyboard.press('Enter');
  await expect(signUp.heading).toBeVisible();
  await typeInto(page, signUp.firstName, 'Ines');
  await typeInto(page, signUp.lastName, 'Marchetti');
  await typeInto(page, signUp.email, email);
  await typeInto(page, signUp.password, goodPassword);
  await typeInto(page, signUp.confirmPassword, goodPassword);
  await page.keyboard.press('Enter');
  await expect(signUp.checkEmail).toBeFocused();

  await page.goto(await mailedLink(email));
  await tabTo(page, confirm.submit);
  await page.keyboard.press('Enter');
  await expect(confirm.done).toBeFocused();
  await tabTo(page, confirm.signIn);
  await page.keyboard.press('Enter');

  await typeInto(page, signIn.email, email);
  await typeInto(page, signIn.password, goodPassword);
  await page.keyboard.press('Enter');
  await expect(bar.menu).toBeVisible();

  await tabTo(page, bar.menu);
  await page.keyboard.press('Enter');
  await tabTo(page, bar.myProfile);
  await page.keyboard.press('Enter');
  await expect(profile.heading).toBeVisible();
  await typeInto(page, profile.phone, '+39 06 5550 1428');
  await tabTo(page, profile.country);
  await page.keyboard.type('Ital');
  await tabTo(page, profile.save);
  await page.keyboard.press('Enter');
  await expect(bar.toast('Saved')).toBeVisible();
  await expect(profile.country).toHaveValue('IT');
});

test('A11 @once several faults are listed in a summary that leads to each field', async ({ page }) => {
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.email.fill('nowhere');
  await signUp.submit.press('Enter');
  const summary = page.getByRole('group', { name: /fields need another look/u });
  await expect(summary).toBeFocused();
  await tabTo(page, summary.getByRole('link', { name: /^Email/u }));
  await page.keyboard.press('Enter');
  await expect(signUp.email).toBeFocused();
  await expect(signUp.email).toHaveAccessibleDescription(/Write the whole address/u);
  await expect(signUp.email).toHaveAttribute('aria-invalid', 'true');
});

test('A3 @once the skip link leads past the bar', async ({ page, persona }) => {
  await persona.signedIn();
  await profilePage(page).open();
  await expect(profilePage(page).heading).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, profilePage(page).editPicture);
});
