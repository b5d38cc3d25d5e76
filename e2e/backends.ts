import type { BrowserContext, Page } from '@playwright/test';
import { httpBrowser } from '../conformance/hosts/http-browser.ts';
import type { Browser, Host } from '../conformance/host.ts';
import { startOwnServer, type OwnServer } from './own-server.ts';

export type BackendName = 'mock' | 'sqlite' | 'postgres';

/** What stands behind the pages of a test. */
export interface Backend {
  name: BackendName;
  origin: string;
  /** Other browsers than the page's: each call of `browser()` is a stranger with a cookie jar of its own. */
  host(page: Page): Host;
  /** The API as the page's own browser calls it, with its cookies. */
  own(page: Page): Browser;
  /** The server of an isolated test. */
  server?: OwnServer;
  close(): Promise<void>;
}

const settled = async () => undefined;

/** The backend that the whole run shares, or for `isolated` one that this test has to itself. */
export async function openBackend(name: BackendName, isolated: boolean): Promise<Backend> {
  if (name === 'mock') return mockBackend(process.env[isolated ? 'E2E_MOCK_DEV' : 'E2E_MOCK'] ?? '');
  if (isolated) return ownServer(name);
  const origin = process.env[name === 'sqlite' ? 'E2E_SQLITE' : 'E2E_POSTGRES'] ?? '';
  const host = { name, origin, browser: () => httpBrowser(origin), close: settled };
  return { name, origin, host: () => host, own: ownApi(origin), close: settled };
}

async function ownServer(name: 'sqlite' | 'postgres'): Promise<Backend> {
  const server = await startOwnServer(name);
  return {
    name,
    origin: server.origin,
    host: () => server,
    own: ownApi(server.origin),
    server,
    close: () => server.close(),
  };
}

const ownApi = (origin: string) => (page: Page) => ({
  fetch: async (path: string, init: RequestInit = {}) => {
    const answer = await page.context().request.fetch(origin + path, {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' && { data: init.body }),
    });
    return toResponse(answer.status(), answer.headers(), await answer.text());
  },
});

/**
 * The mock backend lives in the pages of one browser context, and is asked through one of them. A stranger's calls go
 * without the context's cookies, and cannot keep any.
 */
function mockBackend(origin: string): Backend {
  const browserOf = (page: Page, credentials: 'omit' | 'same-origin'): Browser => ({
    fetch: (path, init) => askInPage(page, origin, path, credentials, init),
  });
  const host = (page: Page) => ({ name: 'mock', origin, browser: () => browserOf(page, 'omit'), close: settled });
  return { name: 'mock', origin, host, own: (page) => browserOf(page, 'same-origin'), close: settled };
}

async function askInPage(
  page: Page,
  origin: string,
  path: string,
  credentials: 'omit' | 'same-origin',
  init: RequestInit = {},
): Promise<Response> {
  if (!page.url().startsWith(origin)) await page.goto(`${origin}/sign-in`);
  await page.waitForFunction(() => window.foyerMock !== undefined);
  const headers = Object.fromEntries(new Headers(init.headers));
  const body = typeof init.body === 'string' ? init.body : null;
  const answer = await page.evaluate(
    async ([url, request]) => {
      const response = await window.foyerMock?.handle(new Request(url, request));
      if (!response) throw new Error('the mock backend is not there');
      const text = response.status === 204 ? null : await response.text();
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    },
    [origin + path, { method: init.method ?? 'GET', headers, body, credentials }] as const,
  );
  return toResponse(answer.status, answer.headers, answer.text);
}

const toResponse = (status: number, headers: Record<string, string>, text: string | null) =>
  new Response(status === 204 ? null : text, { status, headers });

/** A browser context on which the mock's control desk is put away: it is no part of what is tested. */
export async function hideControlDesk(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // The blank page before the first one has no storage.
    if (location.protocol === 'http:') localStorage.setItem('foyer-mock-desk', JSON.stringify({ isOff: true }));
  });
}
