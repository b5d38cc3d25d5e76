import { startMockBackend } from '../../mocks/browser.ts';
import type { Browser, Host } from '../host.ts';
import { freshNetwork } from '../network.ts';

const jarKey = 'foyer-mock-cookies';

/** The mock backend of a page: MSW in Chromium. The page has one cookie jar, so browsers put theirs in before they ask. */
export async function pageHost(): Promise<Host> {
  await startMockBackend();
  let turn: Promise<unknown> = Promise.resolve();
  let shown: symbol | undefined;
  const jars = new Map<symbol, string | null>();

  function browser(): Browser {
    const self = Symbol('browser');
    const address = freshNetwork();
    jars.set(self, null);
    return {
      async fetch(path, init) {
        // Requests of one browser may run side by side; another browser waits until they are done.
        if (shown !== self) {
          await turn;
          if (shown) jars.set(shown, localStorage.getItem(jarKey));
          const own = jars.get(self) ?? null;
          if (own === null) localStorage.removeItem(jarKey);
          else localStorage.setItem(jarKey, own);
          shown = self;
        }
        const headers = new Headers(init?.headers);
        headers.set('x-forwarded-for', address);
        const answer = fetch(location.origin + path, { ...init, headers });
        turn = Promise.allSettled([turn, answer]);
        return answer;
      },
    };
  }
  return { name: 'MSW in Chromium', origin: location.origin, browser, close: () => Promise.resolve() };
}
