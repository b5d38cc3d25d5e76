import type { Dialect, Kysely } from 'kysely';
import type { Hono } from 'hono';
import { foyer, type Policy } from '../contract/policy.ts';
import { createApp } from '../server/app.ts';
import { developmentClock, type DevelopmentClock } from '../server/clock.ts';
import { connect } from '../server/db/connect.ts';
import { webDigest } from '../server/secrets.ts';
import type { Database } from '../server/db/schema.ts';
import type { Env } from '../server/http/env.ts';
import type { Hasher, Images, Log, Ports } from '../server/ports.ts';

export interface MockBackend {
  app: Hono<Env>;
  db: Kysely<Database>;
  clock: DevelopmentClock;
  ports: Ports;
}

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, fields) => reportError(event, fields),
};

/** A fault of the backend is a fault of the test or page that runs it. */
function reportError(event: string, fields?: Record<string, unknown>): void {
  // eslint-disable-next-line no-console -- the mock has no log of its own, and its faults must be seen
  console.error(`mock backend: ${event}`, fields);
}

/** The backend as the mock runs it: in development mode, with a movable clock and every mail kept. */
export function mockBackend(host: {
  dialect: Dialect;
  images: Images;
  hasher: Hasher;
  publicUrl: string;
  policy?: Policy;
  log?: Log;
  trustedProxies?: readonly string[];
}): MockBackend {
  const db = connect(host.dialect);
  const clock = developmentClock(db);
  const { images, hasher, publicUrl, policy = foyer, log = silent, trustedProxies = [] } = host;
  const ports: Ports = {
    digest: webDigest,
    db,
    clock,
    hasher,
    images,
    log,
    policy,
    publicUrl,
    trustedProxies,
    development: { clock },
  };
  return { app: createApp(ports), db, clock, ports };
}
