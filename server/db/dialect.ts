/** All in which SQLite and PostgreSQL differ for us. */
export type DialectName = 'sqlite' | 'postgres';

export const columnTypes = {
  sqlite: { blob: 'blob', time: 'integer' },
  postgres: { blob: 'bytea', time: 'bigint' },
} as const;

interface DatabaseError {
  /** PostgreSQL's SQLSTATE, or the system's error code of a broken connection. */
  code?: unknown;
  /** node:sqlite's extended result code. */
  errcode?: unknown;
  /** sqlite-wasm's result code. */
  resultCode?: unknown;
  message?: unknown;
}

const sqliteCode = (error: DatabaseError) => Number(error.errcode ?? error.resultCode ?? -1);

// BUSY, LOCKED, IOERR, FULL, CANTOPEN: the file is held by another process, or gone.
const sqliteUnavailable = new Set([5, 6, 10, 13, 14]);
const connectionLost =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Connection terminated|is not queryable|timeout exceeded when trying to connect|pool after calling end/u;

/** The database cannot be asked now; nothing is wrong with the request (503 with Retry-After). */
export function isUnavailable(error: unknown): boolean {
  const found = (error ?? {}) as DatabaseError;
  const code = typeof found.code === 'string' ? found.code : '';
  return (
    /^(?:08|3D000|55000|53|57P|57014|55P03|25P03|40001|40P01)/u.test(code) ||
    connectionLost.test(`${code} ${String(found.message)}`) ||
    sqliteUnavailable.has(sqliteCode(found) & 0xff)
  );
}
