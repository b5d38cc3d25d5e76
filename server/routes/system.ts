import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';

export function systemRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'getPolicy', () => ports.policy);
  mount(app, ports, 'getHealth', async () => {
    await sql`select 1`.execute(ports.db);
    return { status: 'ok' as const };
  });
}
