import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './server-process.ts';

export interface Cluster {
  /** Makes an empty database and returns its URL. */
  database(): Promise<string>;
  /** Stops the server at once, as a power cut would, and starts it again. */
  stop(mode: 'immediate' | 'fast'): void;
  start(): void;
  remove(): void;
}

/** Where Debian and others keep `initdb` and `pg_ctl`; undefined where PostgreSQL is not installed. */
export function postgresBin(): string | undefined {
  return globSync([
    '/usr/lib/postgresql/*/bin/initdb',
    '/opt/homebrew/opt/postgresql*/bin/initdb',
    '/usr/local/pgsql/bin/initdb',
  ])
    .sort()
    .at(-1)
    ?.replace(/\/initdb$/u, '');
}

/** A PostgreSQL cluster of the tests' own, on a free port, in a folder that goes with them. */
export async function startCluster(bin: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? userId('postgres') : undefined;
  if (as) chownSync(folder, as.uid, as.gid);
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(bin, program), args, { stdio: 'pipe', cwd: folder, ...as });
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;

  run('initdb', ['-D', data, '-U', 'foyer', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const start = () => void run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options, 'start']);
  start();

  const remove = () => {
    if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  // pg_ctl detaches the server from us: a run that is broken off must not leave it behind.
  process.once('exit', remove);

  let count = 0;
  return {
    async database() {
      const name = `foyer_${(count += 1)}_${process.pid}`;
      const client = new pg.Client(`postgres://foyer@127.0.0.1:${port}/postgres`);
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `postgres://foyer@127.0.0.1:${port}/${name}`;
    },
    start,
    stop: (mode) => void run('pg_ctl', ['-D', data, '-w', '-s', '-m', mode, 'stop']),
    remove,
  };
}

function userId(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
