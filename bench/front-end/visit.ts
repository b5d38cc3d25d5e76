import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launch, type Profile, throttle } from './emulation.ts';
import { type Network, watchNetwork } from './network.ts';
import { installProbe, type LongTask } from './probe.ts';
import type { Scenario, Target } from './scenario.ts';

/** One visit's numbers: times in ms, sizes in bytes. Absent where a scenario does not measure it. */
export type Measures = Record<string, number>;

export interface VisitOptions {
  /** Opens the page a second time with what the browser kept. */
  repeat: boolean;
  /** Folder for screenshots. */
  screenshots: string | undefined;
}

interface Loaded {
  page: Page;
  session: CDPSession;
  network: Network;
}

const quietMs = 1000; // no request in flight and no long task for this long: the load has settled
const staleMs = 5000; // a request silent for this long is lost (its frame was removed), not in flight
const timeoutMs = 60_000;

/** A cold visit in a fresh browser: load, then the interaction, then the same page again with a warm cache. */
export async function visit(target: Target, profile: Profile, options: VisitOptions): Promise<Measures> {
  const { scenario, origin, cookies } = target;
  const browser = await launch();
  const shoot = async (page: Page, step: string) => {
    if (options.screenshots === undefined) return;
    await page.screenshot({ path: `${options.screenshots}/${scenario.name}-${profile.name}-${step}.png` });
  };
  try {
    const context = await browser.newContext({ ...profile.context, serviceWorkers: 'block' });
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
    const loaded = await load(context, target, profile);
    const measures = await loadMeasures(loaded);
    await loaded.session.send('HeapProfiler.collectGarbage');
    measures['heap'] = (await loaded.session.send('Runtime.getHeapUsage')).usedSize;
    await shoot(loaded.page, '1-load');
    if (scenario.interaction) {
      Object.assign(measures, await interact(loaded, scenario.interaction));
      await shoot(loaded.page, '2-next');
    }
    if (options.repeat) {
      await loaded.page.close();
      const again = await loadMeasures(await load(context, target, profile));
      measures['repeatFormVisible'] = again['formVisible'] ?? Number.NaN;
      measures['repeatBytes'] = again['bytesTotal'] ?? Number.NaN;
    }
    return measures;
  } finally {
    await browser.close();
  }
}

/** Opens the page and waits until it has settled. */
async function load(context: BrowserContext, { scenario, origin }: Target, profile: Profile): Promise<Loaded> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const session = await context.newCDPSession(page);
  const network = watchNetwork(session);
  await throttle(session, profile);
  await page.addInitScript(installProbe, scenario.ready);
  await page.goto(origin + scenario.path, { waitUntil: 'commit', timeout: timeoutMs });
  try {
    const isReady = () => page.evaluate(() => window.foyerProbe.readyAt !== null);
    await waitFor(`"${scenario.ready}" to be usable`, isReady);
    await settle(page, network);
  } catch (error) {
    const found = [...errors, ...network.failed].slice(0, 5).join(' | ') || 'no errors in the page';
    throw new Error(`${scenario.name}: ${String(error)}; ${found}`, { cause: error });
  }
  return { page, session, network };
}

async function loadMeasures({ page, session, network }: Loaded): Promise<Measures> {
  const {
    visit: seen,
    lcp,
    cls,
    readyAt,
  } = await page.evaluate(() => {
    const { visit: inPage, ...rest } = window.foyerProbe;
    return { visit: inPage, lcp: rest.lcp, cls: rest.cls, readyAt: rest.readyAt ?? Number.NaN };
  });
  const { bytes } = network;
  return {
    ...(seen.fcp !== null && { fcp: seen.fcp }),
    ...(lcp !== null && { lcp }),
    formVisible: readyAt,
    formInteractive: interactiveAt(readyAt, seen.longTasks),
    blocking: seen.longTasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    cls,
    mainThread: await mainThread(session),
    requests: network.requests,
    bytesJs: bytes.js,
    bytesCss: bytes.css,
    bytesApi: bytes.api,
    bytesTotal: Object.values(bytes).reduce((sum, part) => sum + part, 0),
  };
}

async function interact(
  { page, session, network }: Loaded,
  { click, expect }: NonNullable<Scenario['interaction']>,
): Promise<Measures> {
  if (await page.evaluate((selector) => window.foyerProbe.usable(selector), expect)) {
    throw new Error(`"${expect}" is on the screen before the click`);
  }
  await page.evaluate((selector) => window.foyerProbe.arm(selector), expect);
  const requests = network.requests;
  const before = await mainThread(session);
  await page.locator(click).first().click();
  const nextScreen = await page.evaluate(() => window.foyerProbe.nextScreen ?? Number.NaN);
  await settle(page, network);
  return {
    nextScreen,
    inp: await page.evaluate(() => window.foyerProbe.eventDuration),
    nextScreenMainThread: (await mainThread(session)) - before,
    nextScreenRequests: network.requests - requests,
  };
}

/** When a person could act on the form: visible, and no long task in the half second after. */
function interactiveAt(readyAt: number, longTasks: readonly LongTask[]): number {
  let at = readyAt;
  for (const { start, duration } of longTasks) {
    const end = start + duration;
    if (end > at && start < at + 500) at = end;
  }
  return at;
}

/** Work of the main thread so far, in ms. Chromium starts again with each document. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Long tasks have stopped and nothing is in flight. */
async function settle(page: Page, network: Network): Promise<void> {
  await waitFor('page to settle', async () => {
    const sinceLongTask = await page.evaluate(() => {
      const { visit: inPage } = window.foyerProbe;
      const last = inPage.longTasks.at(-1);
      const now = performance.timeOrigin + performance.now() - inPage.start;
      return now - (last ? last.start + last.duration : Number.NEGATIVE_INFINITY);
    });
    const sinceRequest = Date.now() - network.lastActivity;
    return sinceLongTask > quietMs && sinceRequest > (network.pending.size === 0 ? quietMs : staleMs);
  });
}

async function waitFor(description: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    // The document may be replaced while it is asked; ask again.
    if (await condition().catch(() => false)) return;
    if (Date.now() > deadline) throw new Error(`timed out waiting for ${description}`);
    await sleep(50);
  }
}
