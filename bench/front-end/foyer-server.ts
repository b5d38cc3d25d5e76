import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { outboxSchema } from '../../contract/development.ts';
import { operations, type OperationId } from '../../contract/operations.ts';
import type { Served } from './floor-server.ts';

export interface FoyerServer extends Served {
  /** The session cookie of a person who has just signed up. */
  cookie: { name: string; value: string };
}

const root = new URL('../..', import.meta.url).pathname;
const person = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  password: 'a lantern over the northern stair',
};

/** Builds the app, starts the server as production does, with a database of its own, and signs a person in. */
export async function serveFoyer(): Promise<FoyerServer> {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], { cwd: root });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = await mkdtemp(`${tmpdir()}/foyer-bench-`);
  // Development mode is needed for its outbox alone; pages and files are served the same in both.
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    FOYER_MODE: 'development',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, ['server/node/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilHealthy(origin, server);
    return { origin, cookie: await signIn(origin), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const isUp = await fetch(origin + operations.getHealth.path).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error('The server ended, or did not answer its health check within 30 seconds.');
}

async function signIn(origin: string): Promise<FoyerServer['cookie']> {
  await call(origin, 'signUp', { ...person, locale: 'en' });
  await call(origin, 'confirmSignUp', { token: await mailedToken(origin) });
  const response = await call(origin, 'signIn', { email: person.email, password: person.password });
  const [pair = ''] = (response.headers.getSetCookie()[0] ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  if (!name || !value) throw new Error('Signing in set no cookie.');
  return { name, value };
}

/** The mail is written by a job, so it may come a moment after the answer. */
async function mailedToken(origin: string): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const mails = z.parse(outboxSchema, await (await call(origin, 'getOutbox')).json());
    const links = mails.flatMap((mail) => mail.links);
    const token = links.map((link) => /[?#&]token=([\w-]+)/u.exec(link)?.[1]).find(Boolean);
    if (token) return token;
    await sleep(100);
  }
  throw new Error('No confirmation mail came within 5 seconds.');
}

async function call(origin: string, id: OperationId, body?: object): Promise<Response> {
  const { method, path } = operations[id];
  const response = await fetch(origin + path, {
    method,
    headers: { origin, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${id}: ${response.status} ${await response.text()}`);
  return response;
}
