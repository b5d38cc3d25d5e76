/**
 * Pictures of every page and state for people to look at, in three widths, two themes and two languages.
 *
 *   node e2e/screenshots.ts FOLDER [STATE ...]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { ask } from '../conformance/host.ts';
import { applicant, inAnotherBrowser, person, type Person } from '../conformance/people.ts';
import { serverHost } from '../conformance/hosts/server-process.ts';
import { chromiumArguments, chromiumPath } from '../scripts/chromium.ts';
import { accountStates, entryStates, show, type State } from './states.ts';

const [folder, ...named] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where to: node e2e/screenshots.ts FOLDER [STATE ...]');
mkdirSync(folder, { recursive: true });
const isWanted = ({ name }: State) => named.length === 0 || named.includes(name);

const root = resolve(import.meta.dirname, '..');
execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
const host = await serverHost('screenshots');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
try {
  await applicant(host);
  const someone = await person(host);
  await inAnotherBrowser(host, someone);
  const { etag } = await ask(someone.browser, 'getAccount');
  const profile = { phone: '+390655501428', company: 'Marchetti & Figlie', country: 'IT', city: 'Rome' };
  await ask(someone.browser, 'changeAccount', { body: profile, ifMatch: etag });
  for (const locale of ['en', 'ar'])
    for (const theme of ['light', 'dark']) await shoot(browser, someone, { locale, theme });
} finally {
  await browser.close();
  await host.close();
}

async function shoot(on: Browser, someone: Person, look: { locale: string; theme: string }): Promise<void> {
  await ask(someone.browser, 'changePreferences', { body: look });
  const context = await on.newContext({ baseURL: host.origin, reducedMotion: 'reduce', timezoneId: 'Europe/Rome' });
  const page = await context.newPage();
  const take = async (states: readonly State[]) => {
    for (const state of states.filter(isWanted))
      for (const width of [360, 768, 1280]) {
        await show(page, state, width);
        const path = join(folder ?? '', `${state.name}-${width}-${look.theme}-${look.locale}.png`);
        // As tall as the page, so that what floats at its foot stands there in the picture too.
        const height = await page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight));
        await page.setViewportSize({ width, height });
        await page.screenshot({ path });
        await page.evaluate(() => localStorage.clear());
      }
  };
  for (const [name, value] of Object.entries(look))
    await context.addCookies([{ name: `foyer-${name}`, value, url: host.origin }]);
  await take(entryStates);
  const { email, password } = someone;
  await context.request.post('/api/session', { data: { email, password } });
  await take(accountStates);
  await context.close();
}
