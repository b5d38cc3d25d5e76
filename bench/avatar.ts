/**
 * What a photo of 48 megapixels costs the page, from the picker to the crop and from "Update" to the new picture: the
 * longest task of the main thread (50 ms at most), the time, and the renderer's memory at its peak (600 MiB at most).
 *
 *   node bench/avatar.ts [--runs 3]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { largePhoto } from '../e2e/photo.ts';
import { launch } from './front-end/emulation.ts';
import { type FoyerServer, serveFoyer } from './front-end/foyer-server.ts';

interface Step {
  /** ms */
  took: number;
  /** Tasks of the main thread over 50 ms, in ms. */
  longTasks: number[];
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const photo = await largePhoto();
const foyer = await serveFoyer();
try {
  process.stdout.write(
    '| run | picker to crop | longest task | "Update" to done | longest task | renderer at its peak |\n',
  );
  process.stdout.write('|---|---|---|---|---|---|\n');
  for (let run = 1; run <= Number(values.runs); run += 1)
    process.stdout.write(`| ${run} | ${await measure(foyer)} |\n`);
} finally {
  await foyer.close();
}

async function measure({ origin, cookie }: FoyerServer): Promise<string> {
  const browser = await launch();
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 800 } });
    await context.addCookies([{ ...cookie, url: origin }]);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const longTasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longTasks.push(entry.duration);
      }).observe({ type: 'longtask' });
      Object.assign(window, { longTasks });
    });
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Edit picture' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Upload an image' }).waitFor();
    const opening = await during(page, async () => {
      await dialog.locator('input[type=file]').setInputFiles(photo);
      await dialog.getByRole('application').waitFor({ timeout: 120_000 });
    });
    const saving = await during(page, async () => {
      await dialog.getByRole('button', { name: 'Update' }).click();
      await dialog.waitFor({ state: 'detached', timeout: 60_000 });
    });
    const memory = await peakOfRenderers(browser);
    return [...[opening, saving].flatMap(inWords), `${Math.round(memory)} MiB`].join(' | ');
  } finally {
    await browser.close();
  }
}

function inWords({ took, longTasks }: Step): string[] {
  const longest = `${Math.max(...longTasks)} ms (${longTasks.length} over 50 ms)`;
  return [`${Math.round(took)} ms`, longTasks.length === 0 ? 'none over 50 ms' : longest];
}

/** Runs a step and tells which long tasks fell into it; they are reported a frame later. */
async function during(page: Page, step: () => Promise<void>): Promise<Step> {
  const read = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
      return (window as unknown as { longTasks: number[] }).longTasks;
    });
  const before = (await read()).length;
  const start = performance.now();
  await step();
  const took = performance.now() - start;
  return { took, longTasks: (await read()).slice(before) };
}

/** The most memory that a renderer has had, in MiB, as Linux counts it; NaN elsewhere. */
async function peakOfRenderers(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const [, kilobytes] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
        return Number(kilobytes) / 1024;
      } catch {
        return Number.NaN;
      }
    });
  return Math.max(...peaks);
}
