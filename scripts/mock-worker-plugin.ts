import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const file = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));

/**
 * Serves MSW's service worker from the installed package, always of the installed version, and only to the mock build.
 * While the worker is not in charge of a page, calls of the API fail in the API's own way and never get the page.
 */
export function mockWorkerPlugin(): Plugin {
  return {
    name: 'foyer-mock-worker',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        if (path === '/mockServiceWorker.js') {
          response.setHeader('Content-Type', 'text/javascript').end(readFileSync(file));
        } else if (path.startsWith('/api/') || /^\/dev\/.+\./u.test(path)) {
          const body = {
            type: 'about:blank',
            title: 'the mock backend is not running in this page',
            status: 503,
            code: 'unavailable',
          };
          response.statusCode = 503;
          response.setHeader('Content-Type', 'application/problem+json').end(JSON.stringify(body));
        } else next();
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source: readFileSync(file) });
    },
  };
}
