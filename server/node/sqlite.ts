import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteDialect } from 'kysely';

const statementsMax = 200;

/**
 * node:sqlite in the shape that Kysely's SQLite dialect asks for. WAL with `synchronous=full`: what was answered is on
 * the disk, also after `kill -9` or a power cut. Waiting for another process's lock stops everything, so it is short.
 */
export function nodeSqlite(file: string): SqliteDialect {
  const database = new DatabaseSync(file);
  database.exec(
    'pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=250; pragma trusted_schema=off',
  );
  const prepared = new Map<string, StatementSync>();
  const statementFor = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    // The queries of the product are few; should they ever be many, the oldest makes room.
    const oldest = prepared.size >= statementsMax ? prepared.keys().next().value : undefined;
    if (oldest !== undefined) prepared.delete(oldest);
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = statementFor(sql);
        const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          // A statement of its own: it stays open while others run.
          iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
        };
      },
    },
  });
}
