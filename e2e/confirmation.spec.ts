import { mailsTo, send } from '../conformance/host.ts';
import { goodPassword } from '../conformance/people.ts';
import { expect, test } from './fixtures.ts';
import { frame } from './pages/account.ts';
import { confirmPage, signInPage, signUpPage } from './pages/entry.ts';

test('F15 a link that a scanner opened still works, and works once', async ({ page, persona, house, watch }) => {
  watch.allow(410);
  const { email, token } = await persona.applicant();
  const confirm = confirmPage(page);
  // A scanner follows the link and reads the page; browsers of people who are careful open it twice.
  if (house.name !== 'mock') expect((await page.request.get(`/sign-up/confirm?token=${token}`)).status()).toBe(200);
  await confirm.open(token);
  await page.reload();
  await confirm.submit.click();
  await expect(confirm.done).toBeVisible();

  await confirm.open(token);
  await confirm.submit.click();
  await expect(confirm.used).toBeFocused();
  await confirm.signIn.click();
  const signIn = signInPage(page);
  await signIn.fill({ email, password: goodPassword });
  await signIn.submit.click();
  await expect(frame(page).menu).toBeVisible();
});

test('A6 a link that nobody was sent does not work, and says what to do', async ({ page, watch }) => {
  watch.allow(404);
  const confirm = confirmPage(page);
  await confirm.open('');
  await expect(confirm.unknown).toBeVisible();
  await confirm.open('0123456789abcdefghijklmnopqrstuvwxyzABCDEF');
  await confirm.submit.click();
  await expect(confirm.unknown).toBeFocused();
  await page.getByRole('link', { name: 'Sign up' }).click();
  await expect(signUpPage(page).heading).toBeVisible();
});

test('B1 an unknown address and a wrong password are refused with the same words', async ({ page, persona, watch }) => {
  watch.allow(401);
  const { email } = await persona.member();
  const signIn = signInPage(page);
  await signIn.open();
  for (const tried of [email, `nobody.${email}`]) {
    await signIn.fill({ email: tried, password: 'not the lantern at all' });
    await signIn.submit.click();
    await expect(signIn.refusal).toHaveText('Email and password do not match.');
    await expect(signIn.password).toBeFocused();
    await expect(signIn.email).toHaveValue(tried);
  }
});

test.describe('when time passes', () => {
  test.use({ isolated: true });

  test('A6 a link that has run out offers a new one', async ({ page, persona, advance, mailedLink, watch }) => {
    watch.allow(410);
    const { email, token } = await persona.applicant();
    await advance('P1DT1S');
    const confirm = confirmPage(page);
    await confirm.open(token);
    await confirm.submit.click();
    await expect(confirm.expired).toBeFocused();
    await confirm.email.fill(email);
    await confirm.renew.click();
    await expect(signUpPage(page).checkEmail).toBeVisible();
    await page.goto(await mailedLink(email));
    await confirm.submit.click();
    await expect(confirm.done).toBeVisible();
  });

  test('A6 an unconfirmed person is told so, and gets the message again after the cooldown', async ({
    page,
    host,
    persona,
    advance,
    watch,
  }) => {
    watch.allow(403, 404);
    const { email, token } = await persona.applicant();
    await page.clock.install();
    const signIn = signInPage(page);
    await signIn.open();
    await signIn.fill({ email, password: goodPassword });
    await signIn.submit.click();
    await expect(signIn.refusal).toContainText('This address is not confirmed yet');
    await signIn.resend.click();
    await expect(page.getByText('Sent again. Only the newest link works.').first()).toBeVisible();
    await expect(signIn.resend).toHaveAttribute('aria-disabled', 'true');
    expect(await mailsTo(host, email)).toHaveLength(2);

    await advance('PT1M');
    await page.clock.fastForward('01:01');
    await expect(signIn.resend).not.toHaveAttribute('aria-disabled');
    await signIn.resend.click();
    await expect.poll(async () => (await mailsTo(host, email)).length).toBe(3);

    const confirm = confirmPage(page);
    await confirm.open(token);
    await confirm.submit.click();
    await expect(confirm.unknown, 'case-23 the link before the newest is dead').toBeVisible();
  });

  test('T1 B5 too many tries: a countdown, nothing typed is lost, and afterwards the right password works', async ({
    page,
    host,
    persona,
    advance,
    watch,
  }) => {
    watch.allow(401, 429);
    const { email } = await persona.member();
    const wrong = { email, password: 'not the lantern at all' };
    // Nine failures, each after the wait before it: the tenth try has to wait for 32 seconds.
    for (const wait of ['PT1S', 'PT1S', 'PT1S', 'PT1S', 'PT1S', 'PT3S', 'PT5S', 'PT9S', 'PT17S']) {
      await advance(wait);
      expect((await send(host.browser(), 'signIn', { body: wrong })).status).toBe(401);
    }
    await page.clock.install();
    const signIn = signInPage(page);
    await signIn.open();
    await signIn.fill({ email, password: goodPassword });
    await signIn.submit.click();
    await expect(signIn.tooMany).toBeVisible();
    await expect(page.getByText(/You can try again in (?:2\d|3\d) seconds\./u).first()).toBeVisible();
    await expect(signIn.submit).toBeDisabled();
    await expect(signIn.email).toHaveValue(email);
    await expect(signIn.password).toHaveValue(goodPassword);

    await advance('PT33S');
    await page.clock.fastForward('00:33');
    await expect(signIn.submit).toBeEnabled();
    await signIn.submit.click();
    await expect(frame(page).menu).toBeVisible();
  });
});
