import { Kysely, type Dialect } from 'kysely';
import type { Database } from './schema.ts';

/** The query builder over whichever database the host opened. */
export const connect = (dialect: Dialect): Kysely<Database> => new Kysely<Database>({ dialect });
