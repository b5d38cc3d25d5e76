import { type BrowserContextOptions, type CDPSession, chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts';

export interface Profile {
  name: 'mobile' | 'desktop';
  label: string;
  context: BrowserContextOptions;
  /** Latency in ms, throughput in bytes per second, applied to each request by Chromium. */
  network: { latency: number; downloadThroughput: number; uploadThroughput: number } | undefined;
  /** How many times slower than this machine. */
  cpuRate: number;
}

const kilobit = 1024 / 8;

/** Lighthouse's constants for a slow phone; and a desktop as it comes. */
export const profiles: readonly Profile[] = [
  {
    name: 'mobile',
    label: 'Slow 4G (150 ms, 1.6 Mbps), CPU 4 times slower, 412 × 823',
    context: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
    network: { latency: 150, downloadThroughput: 1.6 * 1024 * kilobit, uploadThroughput: 750 * kilobit },
    cpuRate: 4,
  },
  {
    name: 'desktop',
    label: 'no throttling, 1350 × 940',
    context: { viewport: { width: 1350, height: 940 } },
    network: undefined,
    cpuRate: 1,
  },
];

// Nothing may leave the machine: a request to another host fails at once instead of hanging.
const closed = ['--disable-extensions', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];

export const launch = () =>
  chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments, ...closed] });

export async function throttle(session: CDPSession, { network, cpuRate }: Profile): Promise<void> {
  await session.send('Network.enable');
  await session.send('Performance.enable');
  if (network) await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  if (cpuRate > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
}

/** A fixed piece of work in the same browser, in ms: says how fast the machine was while it measured. */
export async function calibrate(): Promise<number> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => {
      const start = performance.now();
      let checksum = 0;
      for (let round = 0; round < 40; round += 1) {
        const words = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 20_011}-${i}`);
        checksum += words.sort().join('').length;
      }
      return checksum > 0 ? performance.now() - start : Number.NaN;
    });
  } finally {
    await browser.close();
  }
}
