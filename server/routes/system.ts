import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';

export function systemRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'getPolicy', () => ports.policy);
  mount(app, ports, 'getHealth', async () => {
    // A read of the file itself: a bare `select 1` would not notice that it is gone.
    await ports.db.selectFrom('meta').select('key').limit(1).execute();
    return { status: 'ok' as const };
  });
}
