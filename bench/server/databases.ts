import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { type Cluster, postgresBin, startCluster } from '../../conformance/hosts/postgres-cluster.ts';
import { connect } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrations.ts';
import { postgres } from '../../server/node/postgres.ts';
import { nodeSqlite } from '../../server/node/sqlite.ts';
import type { CleanUp } from './clean-up.ts';

type Row = Record<string, string | number | null>;

/** An empty database with today's schema. */
export interface BenchDatabase {
  /** Holds the SQLite file, and in any case what the servers print. */
  dataDir: string;
  /** What tells a server about it. */
  env: Record<string, string>;
  /** Writes rows that all have the same columns. */
  insert(table: string, rows: Iterable<Row>): Promise<void>;
  /** Leaves the database as after hours of quiet: log written back, statistics taken. */
  settle(): Promise<void>;
}

export interface DatabaseKind {
  name: string;
  create(): Promise<BenchDatabase>;
}

/** SQLite, and PostgreSQL where it is installed. */
export async function databaseKinds(cleanUp: CleanUp): Promise<DatabaseKind[]> {
  const sqlite = { name: 'SQLite', create: () => createSqlite(cleanUp) };
  const bin = postgresBin();
  if (bin === undefined) return [sqlite];
  const cluster = await startCluster(bin);
  cleanUp.add(() => cluster.remove());
  return [sqlite, { name: 'PostgreSQL', create: () => createPostgres(cluster, cleanUp) }];
}

function folder(cleanUp: CleanUp): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  cleanUp.add(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function createSqlite(cleanUp: CleanUp): Promise<BenchDatabase> {
  const dataDir = folder(cleanUp);
  const file = join(dataDir, 'foyer.sqlite');
  const db = connect(nodeSqlite(file));
  await migrate(db, 'sqlite');
  await db.destroy();
  return {
    dataDir,
    env: {},
    insert(table, rows) {
      const database = new DatabaseSync(file);
      database.exec('begin');
      for (const batch of batches(rows)) {
        const columns = columnsOf(batch);
        const marks = columns.map(() => '?').join();
        const statement = database.prepare(`insert into ${table} (${columns.join()}) values (${marks})`);
        for (const row of batch) statement.run(...columns.map((column) => row[column] ?? null));
      }
      database.exec('commit');
      database.close();
      return Promise.resolve();
    },
    settle() {
      const database = new DatabaseSync(file);
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
      return Promise.resolve();
    },
  };
}

async function createPostgres(cluster: Cluster, cleanUp: CleanUp): Promise<BenchDatabase> {
  const url = await cluster.database();
  const db = connect(postgres(url, () => undefined));
  await migrate(db, 'postgres');
  await db.destroy();
  const withClient = async (task: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await task(client);
    } finally {
      await client.end();
    }
  };
  return {
    dataDir: folder(cleanUp),
    env: { DATABASE_URL: url },
    insert: (table, rows) =>
      withClient(async (client) => {
        for (const batch of batches(rows)) {
          const columns = columnsOf(batch);
          const types = columns.map((column) => (typeof batch[0]?.[column] === 'number' ? 'bigint' : 'text'));
          const arrays = types.map((type, index) => `$${index + 1}::${type}[]`).join();
          await client.query(
            `insert into ${table} (${columns.join()}) select * from unnest(${arrays})`,
            columns.map((column) => batch.map((row) => row[column])),
          );
        }
      }),
    settle: () => withClient((client) => client.query('vacuum analyze')),
  };
}

const columnsOf = (batch: readonly Row[]) => Object.keys(batch[0] ?? {});

function* batches(rows: Iterable<Row>, size = 5000): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    if (batch.push(row) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
