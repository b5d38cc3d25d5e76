import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { ProblemError } from '../errors.ts';
import type { Env } from '../http/env.ts';
import type { Ports } from '../ports.ts';
import { createShell } from './shell.ts';

/** Serves the built app: its files as they were compressed at build time, and the shell for every page's address. */
export function mountPages(app: Hono<Env>, ports: Ports, distDir: string): void {
  const shell = createShell(ports, distDir);
  const files = serveStatic<Env>({
    root: join(distDir, 'app'),
    precompressed: true,
    onFound: (path, c) => {
      const isNamedByContent = path.includes('/assets/');
      c.header('Cache-Control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app.get('/assets/*', files);
  app.get('/favicon.svg', files);
  app.get('*', async (c, next) => {
    // What looks like a file or belongs to the API never gets the page in its place.
    const isPage = !/^\/(?:api|assets)(?:\/|$)|\.[a-z0-9]+$/iu.test(c.req.path);
    if (!isPage) return next();
    if (!/text\/html|\*\/\*/u.test(c.req.header('accept') ?? '*/*')) throw new ProblemError('not_found');
    return shell(c);
  });
}
