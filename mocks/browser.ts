import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { migrate } from '../server/db/migrations.ts';
import { mockBackend } from './backend.ts';
import { createBrowserImages } from './browser-images.ts';
import { browserSqlite } from './browser-sqlite.ts';
import { cookieJar } from './cookie-jar.ts';
import { readFaults, takeFault } from './faults.ts';
import { createMockHasher } from './hasher.ts';
import { otherBrowserHeader } from './scenarios/ask.ts';
import { startPersonaFromUrl } from './scenarios/start-persona-from-url.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');
const jar = cookieJar(location.origin);

/** One lock over all tabs, and only while a request is handled: load newer pages, handle, keep the pages. */
const exclusively = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('foyer-mock-backend', work);

async function open() {
  const sqlite = await browserSqlite('foyer-mock');
  const images = createBrowserImages();
  const backend = mockBackend({
    dialect: sqlite.dialect,
    images,
    hasher: createMockHasher(),
    publicUrl: location.origin + base,
    // Tests say whom a request comes from; a page of its own cannot be fooled by itself.
    trustedProxies: ['127.0.0.1'],
  });
  await exclusively(async () => {
    await sqlite.sync();
    await migrate(backend.db, 'sqlite');
    await sqlite.save();
  });
  return { sqlite, ...backend };
}

let opened: ReturnType<typeof open> | undefined;
const backend = () => (opened ??= open());

/** Hands a request of the page to the backend, as a server would get it. */
async function handle(request: Request): Promise<Response> {
  // Read before the lock is taken: a slow upload holds nobody up.
  const body = request.body ? await request.arrayBuffer() : null;
  const { sqlite, app, clock } = await backend();
  return exclusively(async () => {
    await sqlite.sync();
    await clock.sync();
    const setCookies: string[] = [];
    const isPrivate = request.credentials === 'omit';
    const answer = await app.fetch(asAServerGetsIt(request, body), {
      cookieHeader: isPrivate ? '' : jar.header(),
      setCookies,
      address: '127.0.0.1',
    });
    const bytes = answer.body ? await answer.arrayBuffer() : null;
    await sqlite.save();
    if (!isPrivate) jar.take(setCookies);
    return new HttpResponse(bytes, { status: answer.status, headers: answer.headers });
  });
}

/** The request without the app's base path, and with the browser's name. */
function asAServerGetsIt(request: Request, body: ArrayBuffer | null): Request {
  const { pathname, search } = new URL(request.url);
  const inner = new Request(location.origin + pathname.slice(base.length) + search, { method: request.method, body });
  // Headers of a Request drop `User-Agent`; headers of their own keep it.
  const headers = new Headers(request.headers);
  headers.set('user-agent', headers.get(otherBrowserHeader) ?? navigator.userAgent);
  Object.defineProperty(inner, 'headers', { value: headers });
  return inner;
}

async function resolve({ request }: { request: Request }): Promise<Response | undefined> {
  // A page that is opened is the app's; only what a page asks for is the backend's.
  if (request.mode === 'navigate') return undefined;
  const { latency } = readFaults();
  if (latency > 0) await new Promise((done) => setTimeout(done, latency));
  const fault = takeFault(request.method);
  if (fault === 'offline') return HttpResponse.error();
  if (typeof fault === 'number') return new HttpResponse('<h1>Something in between</h1>', { status: fault });
  const response = await handle(request);
  return fault === 'lost' ? HttpResponse.error() : response;
}

/** Starts the mock backend of this page; the data is opened with the first request. */
export async function startMockBackend(): Promise<void> {
  const worker = setupWorker(http.all(`${base}/api/*`, resolve), http.all(`${base}/dev/*`, resolve));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${base}/mockServiceWorker.js` },
  });
  void backend();
  await startPersonaFromUrl(handle);
  const { openDesk } = await import('./desk/open-desk.tsx');
  openDesk({ handle, reset });
}

/** Forgets everything: data, cookies, faults. */
async function reset(): Promise<void> {
  const { sqlite } = await backend();
  await exclusively(() => sqlite.erase());
  jar.clear();
  localStorage.clear();
  location.assign(`${base}/`);
}
