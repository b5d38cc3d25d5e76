import type { Hono } from 'hono';
import { ProblemError } from '../errors.ts';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';
import { getOutbox } from '../verbs/development/get-outbox.ts';
import { travel } from '../verbs/development/travel.ts';

export function developmentRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'getOutbox', () => getOutbox(ports));
  mount(app, ports, 'travel', ({ body }) => {
    if (!ports.development) throw new ProblemError('not_found');
    return travel(ports.development.clock, body);
  });
}
