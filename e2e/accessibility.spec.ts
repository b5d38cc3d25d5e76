import { ask } from '../conformance/host.ts';
import { inAnotherBrowser } from '../conformance/people.ts';
import { expectAccessible, expectNoOverflow } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { accountStates, entryStates, show } from './states.ts';

// One server in one process answers the same to all: the mock and the other database have nothing to add here.
const looks = [
  { locale: 'en', theme: 'light' },
  { locale: 'de', theme: 'dark' },
  { locale: 'ar', theme: 'light' },
  { locale: 'ar', theme: 'dark' },
] as const;
const widths = [320, 360, 768, 1280];

for (const { locale, theme } of looks)
  test.describe(`@once in ${locale} and ${theme}`, () => {
    test.beforeEach(async ({ context, house, watch }) => {
      watch.allow(404);
      await context.addCookies([
        { name: 'foyer-locale', value: locale, url: house.origin },
        { name: 'foyer-theme', value: theme, url: house.origin },
      ]);
    });

    for (const state of entryStates)
      test(`G18 G19 ${state.name} is accessible and nothing sticks out`, async ({ page, persona }) => {
        if (state.name === 'outbox') await persona.applicant();
        await show(page, state);
        await expectAccessible(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoOverflow(page, `${state.name} at ${width} px`);
        }
      });

    for (const state of accountStates)
      test(`G18 G19 ${state.name} is accessible and nothing sticks out, signed in`, async ({ page, persona, house, host }) => {
        const person = await persona.signedIn({ company: 'Donaudampfschifffahrtsgesellschaft', city: 'Rome' });
        await ask(house.own(page), 'changePreferences', { body: { locale, theme } });
        await inAnotherBrowser(host, person);
        await show(page, state);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectAccessible(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoOverflow(page, `${state.name} at ${width} px`);
        }
      });
  });

test('@once A6 text of twice the size sticks out nowhere', async ({ page, persona, watch }) => {
  watch.allow(404);
  const enlarge = () => page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  await page.setViewportSize({ width: 640, height: 800 });
  for (const state of entryStates.filter(({ name }) => name !== 'outbox')) {
    await show(page, state);
    await enlarge();
    await expectNoOverflow(page, `${state.name} in large text`);
  }
  await persona.signedIn();
  for (const state of accountStates) {
    await page.goto('/close-account');
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
    });
    await show(page, state);
    await enlarge();
    await expectNoOverflow(page, `${state.name} in large text`);
  }
});
