import { freshEmail, goodPassword } from '../conformance/people.ts';
import { mailsTo } from '../conformance/host.ts';
import { expect, test } from './fixtures.ts';
import { frame } from './pages/account.ts';
import { confirmPage, signInPage, signUpPage } from './pages/entry.ts';

test('P1 P5 A4 @once the checklist crosses out what is missing, and the form says it field by field', async ({
  page,
}) => {
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ email: freshEmail(), password: 'passwordpassword' });
  await expect(signUp.rule('At least 15 characters')).toContainText('done');
  await expect(signUp.rule('Not a common password')).toContainText('missing');
  await signUp.password.fill('Marchetti Ines 26');
  await expect(signUp.rule('More than your name')).toContainText('missing');
  await signUp.submit.click();
  await expect(page.getByRole('group', { name: '2 fields need another look' })).toBeFocused();
  await expect(signUp.password).toHaveAccessibleDescription(/Leave out your name/u);
  await expect(signUp.confirmPassword).toHaveAccessibleDescription(/The two passwords differ/u);
});

test('P2 P3 a password of 200 characters of any script, spaces at its ends, works from sign-up to sign-in', async ({
  page,
  mailedLink,
}) => {
  const email = freshEmail();
  const password = ` ${'häl👨‍👩‍👧ب'.repeat(22)}  `;
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ firstName: '李', lastName: 'O’Brien-Şahin', email, password });
  await signUp.submit.click();
  await expect(signUp.checkEmail).toBeVisible();
  await page.goto(await mailedLink(email));
  const confirm = confirmPage(page);
  await confirm.submit.click();
  await confirm.signIn.click();
  await signInPage(page).fill({ email, password });
  await signInPage(page).submit.click();
  await expect(frame(page).menu).toBeVisible();
  await expect(frame(page).bar).toContainText('李O');
});

test('A2 I11 @once addresses with plus, capitals and other scripts are taken as typed, others are refused before sending', async ({
  page,
  host,
}) => {
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ email: '', password: goodPassword });
  for (const wrong of ['ines', 'ines@', '@marchetti.example', 'ines@marchetti', 'i nes@marchetti.example']) {
    await signUp.email.fill(wrong);
    await signUp.submit.click();
    await expect(signUp.email).toBeFocused();
    await expect(signUp.email).toHaveAccessibleDescription(/Write the whole address/u);
  }
  const stem = freshEmail().split('@')[0] ?? '';
  for (const email of [`${stem}+foyer@Marchetti.Example`, `${stem}@bücher.example`]) {
    await signUp.fill({ email: `  ${email} `, password: goodPassword });
    await signUp.submit.click();
    await expect(signUp.checkEmail).toBeVisible();
    await expect(page.getByRole('main')).toContainText(email);
    expect(await mailsTo(host, email)).toHaveLength(1);
    await signUp.back.click();
  }
});

test('A3 E2 a taken address looks like any other; its owner is told by mail', async ({ page, host, persona }) => {
  const { email } = await persona.member();
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ email: email.toUpperCase(), password: 'another lantern over the stair' });
  await signUp.submit.click();
  await expect(signUp.checkEmail).toBeVisible();
  const [mail] = await mailsTo(host, email);
  expect(mail?.links.join(' ')).toContain('/sign-in');
  expect(mail?.links.join(' ')).not.toContain('token');
});

test('A2 @once "Use another address" keeps what is typed, and what is typed travels between "Sign up" and "Sign in"', async ({
  page,
}) => {
  const email = freshEmail();
  const signUp = signUpPage(page);
  await signUp.open();
  await signUp.fill({ email, password: goodPassword });
  await signUp.submit.click();
  await signUp.back.click();
  await expect(signUp.email).toBeFocused();
  await expect(signUp.email).toHaveValue(email);
  await expect(signUp.firstName).toHaveValue('Ines');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(signInPage(page).email).toHaveValue(email);
});
