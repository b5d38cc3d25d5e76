import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import document from '../../contract/openapi.json' with { type: 'json' };
import type { Env } from '../http/env.ts';

/** The contract as a document (M1): the committed file, so that what is reviewed is what is served. */
export function referenceRoutes(app: Hono<Env>): void {
  app.get('/api/openapi.json', etag(), (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.json(document);
  });
}
