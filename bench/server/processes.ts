import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../conformance/hosts/server-process.ts';
import type { CleanUp } from './clean-up.ts';

const main = join(import.meta.dirname, '../../server/node/main.ts');
const floor = join(import.meta.dirname, 'session-floor.ts');

export interface Served {
  port: number;
  /** Seconds of the cores that the process has used so far; NaN where the system does not tell in `/proc`. */
  cpuSeconds(): number;
}

/** Keys the passwords of the people that a bench puts into the database. */
export const secret = 'a key of the benches and of nothing else';

/** The real server. It logs every request, as a deployment does, to a file in its data folder. */
export const startFoyer = (env: Record<string, string>, dataDir: string, cleanUp: CleanUp): Promise<Served> =>
  start(main, { ...env, DATA_DIR: dataDir, TRUSTED_PROXIES: '127.0.0.1', FOYER_SECRETS: secret }, dataDir, cleanUp);

/** What session look-ups are compared with, over the same database. */
export const startFloor = (env: Record<string, string>, dataDir: string, cleanUp: CleanUp): Promise<Served> =>
  start(floor, { ...env, DATA_DIR: dataDir }, dataDir, cleanUp);

/** Starts a server on a free port; resolves once it takes connections. */
async function start(script: string, env: Record<string, string>, dataDir: string, cleanUp: CleanUp): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, [...profiling(), script], {
    env: { ...process.env, ...env, PORT: String(port), FOYER_MODE: 'development', LOG_LEVEL: 'info' },
    stdio: ['ignore', openSync(join(dataDir, 'output.log'), 'a'), 'inherit'],
  });
  cleanUp.add(async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill()) await once(child, 'exit');
  });
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    if (await answers(port)) return { port, cpuSeconds: () => cpuSeconds(child.pid) };
    await pause(50);
  }
  throw new Error(`${script} did not start`);
}

/** User and system time, in ticks of 10 ms (proc(5)). */
function cpuSeconds(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** `BENCH_CPU_PROF=folder` leaves a CPU profile of every server there. */
function profiling(): string[] {
  const folder = process.env['BENCH_CPU_PROF'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
