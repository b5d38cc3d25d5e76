import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { serverHost, type ServerProcess } from '../conformance/hosts/server-process.ts';

export interface OwnServer extends ServerProcess {
  /** Takes the database away; gives back how to return it. */
  withholdDatabase(): Promise<() => Promise<void>>;
}

/** A server that one test has to itself, over data of its own. */
export async function startOwnServer(kind: 'sqlite' | 'postgres'): Promise<OwnServer> {
  if (kind === 'postgres') {
    const line = await openLine(await newDatabase());
    const host = await serverHost(kind, { DATABASE_URL: line.url });
    const close = async () => {
      await host.close();
      line.close();
    };
    return Object.assign({ ...host, close }, { withholdDatabase: async () => line.cut() });
  }
  const host = await serverHost(kind);
  const withholdDatabase = async () => {
    const database = new DatabaseSync(join(host.dataDir, 'foyer.sqlite'));
    database.exec('begin exclusive');
    return async () => {
      database.exec('rollback');
      database.close();
    };
  };
  return Object.assign(host, { withholdDatabase });
}

let databases = 0;

/** An empty database in the run's cluster; it goes with the cluster. */
async function newDatabase(): Promise<URL> {
  const url = new URL(process.env['E2E_POSTGRES_DATABASE'] ?? '');
  const name = `foyer_e2e_${process.pid}_${(databases += 1)}`;
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url;
}

/** A line to the database that can be cut, while the cluster goes on for everybody else. */
async function openLine(database: URL) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const line = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const beyond = connect(Number(database.port), database.hostname);
    for (const [end, other] of [
      [socket, beyond],
      [beyond, socket],
    ] as const) {
      sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        sockets.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = new URL(database);
  url.port = String((line.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    return async () => {
      isCut = false;
    };
  };
  return { url: url.href, cut, close: () => void line.close() };
}
