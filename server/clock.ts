import type { Kysely } from 'kysely';
import type { Database } from './db/schema.ts';
import type { Clock, MovableClock } from './ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

const key = 'clock-offset';

export interface DevelopmentClock extends MovableClock {
  /** Takes over what another process or tab has moved. */
  sync(): Promise<void>;
}

/** A movable clock whose offset lives in the database: it survives a restart, and all processes and tabs share it. */
export function developmentClock(db: Kysely<Database>): DevelopmentClock {
  let offset = 0;
  const sync = async () => {
    const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
    offset = Number(row?.value ?? 0);
  };
  return {
    now: () => Date.now() + offset,
    sync,
    async advance(ms) {
      await sync();
      const value = String(offset + ms);
      await db
        .insertInto('meta')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
      offset += ms;
    },
  };
}
