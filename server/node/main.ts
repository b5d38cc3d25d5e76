import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from '../app.ts';
import { developmentClock, systemClock } from '../clock.ts';
import { connect } from '../db/connect.ts';
import { isUnavailable } from '../db/dialect.ts';
import { migrate } from '../db/migrations.ts';
import type { HostBindings } from '../http/env.ts';
import type { Ports } from '../ports.ts';
import { sweep } from '../verbs/upkeep/sweep.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createHasher } from './hasher.ts';
import { createSharpImages } from './images.ts';
import { createLog } from './log.ts';
import { startMailLoop } from './mail-loop.ts';
import { mountPages } from './pages.ts';
import { postgres } from './postgres.ts';
import { mountReference } from './reference.ts';
import { developmentSecret } from './secrets.ts';
import { smtpMailer } from './smtp.ts';
import { nodeSqlite } from './sqlite.ts';

const distDir = resolve(import.meta.dirname, '../../dist');
const patience = 10_000;

async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const { policy, publicUrl, trustedProxies } = config;
  // What is kept is nobody else's to read.
  process.umask(0o077);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });

  const db = connect(
    config.databaseUrl === undefined
      ? nodeSqlite(join(config.dataDir, 'foyer.sqlite'))
      : postgres(config.databaseUrl, (error) => log.warn('database_connection_lost', { reason: error.message })),
  );
  await migrate(db, config.databaseUrl === undefined ? 'sqlite' : 'postgres');

  const movable = config.mode === 'development' ? developmentClock(db) : undefined;
  await movable?.sync();
  const secrets = config.secrets.length > 0 ? config.secrets : [developmentSecret(config.dataDir)];
  const mailer = config.smtpUrl === undefined ? undefined : smtpMailer(config.smtpUrl, config.mailFrom);
  const ports: Ports = {
    db,
    log,
    policy,
    publicUrl,
    trustedProxies,
    clock: movable ?? systemClock,
    hasher: createHasher(secrets, availableParallelism()),
    // Node's own is four times as quick as Web Crypto's, which takes a detour through a thread for 32 bytes.
    digest: (secret) => hash('sha256', secret, 'base64url'),
    images: createSharpImages({ maxPixels: policy.avatar.maxPixels }),
    onMail: () => mailLoop?.wake(),
    ...(movable && { development: { clock: movable } }),
  };
  const mailLoop = mailer && startMailLoop(ports, mailer);

  const app = createApp(ports, (routes) => {
    mountReference(routes);
    mountPages(routes, ports, distDir);
  });
  const server = serve({
    port: config.port,
    // Development has an open outbox and a movable clock: it is for this machine alone (N1).
    ...(config.mode === 'development' && { hostname: '127.0.0.1' }),
    fetch: (request, env) => {
      const { socket } = (env as { incoming: { socket: { remoteAddress?: string } } }).incoming;
      const bindings: HostBindings = { address: socket.remoteAddress ?? '' };
      return app.fetch(request, bindings);
    },
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE';
    process.stderr.write(
      isTaken ? `Port ${config.port} is taken. Choose another: PORT=3001 npm start\n` : `${error.message}\n`,
    );
    process.exit(1);
  });
  server.on('listening', () => process.stdout.write(`Foyer is ready at ${publicUrl}\n`));

  const upkeep = () => void sweep(ports).catch(() => log.warn('sweep_failed'));
  upkeep();
  const hourly = setInterval(upkeep, 3_600_000);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    await new Promise<void>((done) => {
      // A connection whose last answer is out would be kept open for the client's next request.
      const idling = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
      server.close(() => {
        clearInterval(idling);
        done();
      });
    });
    clearInterval(hourly);
    await mailLoop?.stop();
    mailer?.close();
    await db.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

/** What whoever runs Foyer can act on; a stack only where the fault is ours. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError) return error.message;
  if (isUnavailable(error)) return `The database does not answer: ${error.message}`;
  return error.stack ?? error.message;
}
