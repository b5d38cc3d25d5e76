import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { openDB } from 'idb';
import { SqliteDialect } from 'kysely';

export interface BrowserSqlite {
  dialect: SqliteDialect;
  /** Loads the pages that another tab has written since. */
  sync(): Promise<void>;
  /** Keeps the pages, if something changed. */
  save(): Promise<void>;
  /** Forgets all data. */
  erase(): Promise<void>;
}

/**
 * SQLite in memory; one IndexedDB record holds its pages, so that a reload keeps everything and tabs share it. The three
 * calls belong under one Web Lock: tabs then take turns.
 */
export async function browserSqlite(name: string): Promise<BrowserSqlite> {
  const sqlite3 = await sqlite3InitModule();
  const { capi, wasm } = sqlite3;
  const store = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('kept') });
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = () => db.pointer ?? 0;
  const changesSoFar = () =>
    Number(capi.sqlite3_total_changes64(pointer())) + Number(db.selectValue('pragma schema_version'));
  db.exec('pragma foreign_keys=on');
  let version = 0;
  let changes = changesSoFar();

  function load(pages: Uint8Array): void {
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    const at = wasm.allocFromTypedArray(pages);
    db.checkRc(capi.sqlite3_deserialize(pointer(), 'main', at, pages.length, pages.length, flags));
    db.exec('pragma foreign_keys=on');
  }

  const dialect = new SqliteDialect({
    database: {
      close: () => db.close(),
      prepare: (sql) => {
        const using = <T>(parameters: readonly unknown[], work: (statement: ReturnType<typeof db.prepare>) => T): T => {
          const statement = db.prepare(sql);
          try {
            if (parameters.length > 0) statement.bind(parameters as never);
            return work(statement);
          } finally {
            statement.finalize();
          }
        };
        return {
          reader: using([], (statement) => statement.columnCount > 0),
          all: (parameters) =>
            using(parameters, (statement) => {
              const rows: unknown[] = [];
              while (statement.step()) rows.push(statement.get({}));
              return rows;
            }),
          run: (parameters) =>
            using(parameters, (statement) => {
              statement.step();
              return {
                changes: BigInt(db.changes()),
                lastInsertRowid: capi.sqlite3_last_insert_rowid(pointer()),
              };
            }),
          iterate: () => {
            throw new Error('the mock reads no result row by row');
          },
        };
      },
    },
  });

  return {
    dialect,
    async sync() {
      const kept = ((await store.get('kept', 'version')) as number | undefined) ?? 0;
      if (kept === version) return;
      const pages = (await store.get('kept', 'pages')) as Uint8Array | undefined;
      if (pages) load(pages);
      version = kept;
      changes = changesSoFar();
    },
    async save() {
      if (changesSoFar() === changes) return;
      changes = changesSoFar();
      version += 1;
      const transaction = store.transaction('kept', 'readwrite');
      await Promise.all([
        transaction.store.put(capi.sqlite3_js_db_export(pointer()), 'pages'),
        transaction.store.put(version, 'version'),
        transaction.done,
      ]);
    },
    async erase() {
      await store.clear('kept');
    },
  };
}
