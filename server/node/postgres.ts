import { PostgresDialect } from 'kysely';
import pg from 'pg';

const int8 = 20;
const readers = new pg.TypeOverrides();
readers.setTypeParser(int8, Number);

/** PostgreSQL or what speaks its protocol. Times are bigints well inside a double, so they come back as numbers. */
export function postgres(url: string, onError: (error: Error) => void): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    types: readers,
  });
  // A connection that breaks is no crash: its query fails, and the next one opens another. The pool itself listens only
  // to idle connections; one that is in use would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
