import { interceptFetch, openNodeBackend } from '../../mocks/node.ts';
import type { Host } from '../host.ts';
import { httpBrowser } from './http-browser.ts';

const origin = 'http://localhost:3000';

/** The backend called directly. */
export async function appHost(): Promise<Host> {
  const { app, db } = await openNodeBackend({ publicUrl: origin, trustedProxies: ['127.0.0.1'] });
  const fetcher = async (request: Request) => app.fetch(request, { address: '127.0.0.1' });
  return { name: 'app.request', origin, browser: () => httpBrowser(origin, fetcher), close: () => db.destroy() };
}

/** The backend behind MSW, on Node. */
export async function mswNodeHost(): Promise<Host> {
  const backend = await openNodeBackend({ publicUrl: origin, trustedProxies: ['127.0.0.1'] });
  const server = interceptFetch(backend, origin);
  const close = async () => {
    server.close();
    await backend.db.destroy();
  };
  return { name: 'MSW on Node', origin, browser: () => httpBrowser(origin), close };
}
