import { ask } from '../conformance/host.ts';
import { inAnotherBrowser } from '../conformance/people.ts';
import { expectAccessible, expectNoOverflow } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { accountStates, entryStates, forgetDrafts, show, type State } from './states.ts';

// The pages are the same over every backend: one run of them says it all.
const looks = [
  { locale: 'en', theme: 'light' },
  { locale: 'de', theme: 'dark' },
  { locale: 'ar', theme: 'light' },
] as const;
const widths = [320, 360, 768, 1280];

for (const { locale, theme } of looks) {
  test(`G18 G19 @once in ${locale} and ${theme}, no page before sign-in hides or loses anything`, async ({
    page,
    context,
    house,
    persona,
    watch,
  }) => {
    test.slow();
    watch.allow(404);
    await context.addCookies([
      { name: 'foyer-locale', value: locale, url: house.origin },
      { name: 'foyer-theme', value: theme, url: house.origin },
    ]);
    await persona.applicant();
    for (const state of entryStates)
      await test.step(state.name, async () => {
        await show(page, state);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectAccessible(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoOverflow(page, `${state.name} at ${width} px`);
        }
      });
  });

  test(`G18 G19 @once in ${locale} and ${theme}, no page of an account hides or loses anything`, async ({
    page,
    persona,
    house,
    host,
  }) => {
    test.slow();
    const person = await persona.signedIn({ company: 'Donaudampfschifffahrtsgesellschaft', city: 'Rome' });
    await ask(house.own(page), 'changePreferences', { body: { locale, theme } });
    await inAnotherBrowser(host, person);
    for (const state of accountStates)
      await test.step(state.name, async () => {
        await show(page, state);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectAccessible(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoOverflow(page, `${state.name} at ${width} px`);
        }
        await forgetDrafts(page);
      });
  });
}

test('A6 @once text of twice the size sticks out nowhere', async ({ page, host, persona, watch }) => {
  test.slow();
  watch.allow(404);
  await page.setViewportSize({ width: 640, height: 800 });
  const check = async (states: readonly State[]) => {
    for (const state of states) {
      await show(page, state);
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      await expectNoOverflow(page, `${state.name} in large text`);
      await forgetDrafts(page);
    }
  };
  await persona.applicant();
  await check(entryStates);
  await inAnotherBrowser(host, await persona.signedIn());
  await check(accountStates);
});
