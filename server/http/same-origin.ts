import { createMiddleware } from 'hono/factory';
import { ProblemError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that another site made a browser send (S5): browsers say where such a request comes from, in
 * `Origin` and `Sec-Fetch-Site`, and a page cannot change either. A client that says neither is no browser, and carries
 * no cookie that it did not mean to send. In development, with its open outbox, also refuses any request that asks for
 * another host: a foreign name that resolves to this machine would make its pages ours (DNS rebinding).
 */
export const sameOrigin = (ports: Pick<Ports, 'publicUrl' | 'development'>) => {
  const own = new URL(ports.publicUrl);
  const names = [own.hostname, ...(ports.development ? loopback : [])];
  const origins = new Set(names.map((name) => `${own.protocol}//${name}${own.port && `:${own.port}`}`));
  return createMiddleware<Env>(async (c, next) => {
    if (ports.development && !names.includes(new URL(c.req.url).hostname)) throw new ProblemError('cross_site');
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isForeign = (origin !== undefined && !origins.has(origin)) || (site !== undefined && site !== 'same-origin');
    if (!safe.has(c.req.method) && isForeign) throw new ProblemError('cross_site');
    await next();
  });
};
