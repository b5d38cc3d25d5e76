import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Host } from '../host.ts';
import { httpBrowser } from './http-browser.ts';

const main = resolve(import.meta.dirname, '../../server/node/main.ts');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

export interface ServerProcess extends Host {
  dataDir: string;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ends it at once, as a crash would, and starts it again over the same data. */
  crashAndRestart(): Promise<void>;
}

/** The real server as a process of its own: on SQLite in a folder of its own, or on the database that `env` names. */
export async function serverHost(name: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-'));
  let printed = '';

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        TRUSTED_PROXIES: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        FOYER_MODE: 'development',
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((done, fail) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString();
        if (chunk.includes('Foyer is ready')) done();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${printed}`)));
    });
    return child;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  const host: ServerProcess = {
    name,
    origin,
    dataDir,
    process: await start(),
    browser: () => httpBrowser(origin),
    output: () => printed,
    async crashAndRestart() {
      await end(host.process, 'SIGKILL');
      host.process = await start();
    },
    async close() {
      await end(host.process, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return host;
}
