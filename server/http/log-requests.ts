import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

/** One line a request: the route, not the address that was asked for, since that may hold a secret (H6). */
export const logRequests = (ports: Pick<Ports, 'log'>) =>
  createMiddleware<Env>(async (c, next) => {
    const begun = performance.now();
    await next();
    ports.log.info('request', {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - begun),
    });
  });
