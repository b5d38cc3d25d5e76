import type { Page, Route } from '@playwright/test';
import type { BackendName } from './backends.ts';
import type { Watch } from './watch.ts';

/**
 * What happens to the next request that changes something: `offline` (it never arrives), `lost` (it is carried out and
 * the answer never arrives), or a status from something between page and server, with a page of its own as body.
 */
export type Fault = 'offline' | 'lost' | 500 | 502 | 503 | 429;

export interface Faults {
  next(fault: Fault): Promise<void>;
  /** From now on every answer takes so long, in ms. */
  slow(latency: number): Promise<void>;
}

const isChange = (method: string) => method !== 'GET' && method !== 'HEAD';

/** Faults of the page's network: the mock backend brings its own, before a server they are put into the browser. */
export function faultsOn(page: Page, backend: BackendName, watch: Watch): Faults {
  const tolerate = (fault: Fault) =>
    typeof fault === 'number'
      ? watch.allow(fault)
      : watch.allow(/net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED)/u);
  if (backend === 'mock') {
    const isThere = () => page.waitForFunction(() => window.foyerMock !== undefined);
    return {
      async next(fault) {
        tolerate(fault);
        await isThere();
        await page.evaluate((next) => window.foyerMock?.setFaults({ next }), fault);
      },
      async slow(latency) {
        await isThere();
        await page.evaluate((ms) => window.foyerMock?.setFaults({ latency: ms }), latency);
      },
    };
  }
  return {
    async next(fault) {
      tolerate(fault);
      let isSpent = false;
      await page.route('**/api/**', (route) => {
        if (isSpent || !isChange(route.request().method())) return route.fallback();
        isSpent = true;
        return strike(route, fault);
      });
    },
    async slow(latency) {
      await page.route('**/api/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, latency));
        await route.fallback();
      });
    },
  };
}

async function strike(route: Route, fault: Fault): Promise<void> {
  if (typeof fault === 'number')
    return route.fulfill({ status: fault, contentType: 'text/html', body: '<h1>Something in between</h1>' });
  if (fault === 'offline') return route.abort('internetdisconnected');
  await route.fetch();
  return route.abort('connectionreset');
}
