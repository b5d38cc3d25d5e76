import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteDialect } from 'kysely';

/**
 * node:sqlite in the shape that Kysely's SQLite dialect asks for. WAL with `synchronous=full`: what was answered is on
 * the disk, also after `kill -9` or a power cut. Waiting for another process's lock stops everything, so it is short.
 */
export function nodeSqlite(file: string): SqliteDialect {
  const database = new DatabaseSync(file);
  database.exec(
    'pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=250; pragma trusted_schema=off',
  );
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
}
