/**
 * The least that a look-up of a session costs over HTTP, as a process of its own: bare Hono and the driver, the cookie's
 * token hashed, one prepared statement, the row as JSON.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import pg from 'pg';
import { operations } from '../../contract/operations.ts';

const url = process.env['DATABASE_URL'];
const find = url === undefined ? inSqlite(process.env['DATA_DIR'] ?? '.') : inPostgres(url);
const { path } = operations.getAccount;

const app = new Hono();
app.get(path, async (c) => {
  const row = await find(hash('sha256', getCookie(c, 'foyer') ?? '', 'base64url'));
  return row === undefined ? c.body(null, 401) : c.json(row);
});
serve({ port: Number(process.env['PORT']), hostname: '127.0.0.1', fetch: app.fetch });

function inSqlite(dataDir: string): (tokenHash: string) => Promise<object | undefined> {
  const database = new DatabaseSync(join(dataDir, 'foyer.sqlite'));
  const statement = database.prepare('select * from sessions where token_hash = ?');
  return (tokenHash) => Promise.resolve(statement.get(tokenHash));
}

function inPostgres(connectionString: string): (tokenHash: string) => Promise<object | undefined> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const statement = { name: 'session', text: 'select * from sessions where token_hash = $1' };
  return async (tokenHash) => {
    const { rows } = await pool.query<Record<string, unknown>>({ ...statement, values: [tokenHash] });
    return rows[0];
  };
}
