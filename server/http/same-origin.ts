import { createMiddleware } from 'hono/factory';
import { ProblemError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site made a browser send (S5): browsers say where such a request comes from, in
 * `Origin` and `Sec-Fetch-Site`, and a page cannot change either. A client that says neither is no browser, and carries
 * no cookie that it did not mean to send.
 */
export const sameOrigin = (ports: Pick<Ports, 'publicUrl' | 'development'>) => {
  const own = new URL(ports.publicUrl);
  const origins = new Set([own.origin]);
  if (ports.development)
    for (const host of ['localhost', '127.0.0.1', '[::1]']) origins.add(`${own.protocol}//${host}:${own.port}`);
  return createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isForeign = (origin !== undefined && !origins.has(origin)) || (site !== undefined && site !== 'same-origin');
    if (!safe.has(c.req.method) && isForeign) throw new ProblemError('cross_site');
    await next();
  });
};
