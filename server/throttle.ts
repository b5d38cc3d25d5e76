import { sql } from 'kysely';
import { ProblemError } from './errors.ts';
import type { Ports } from './ports.ts';

export interface Limit {
  /** What is being guarded; each purpose counts alone (case-15). */
  purpose: 'sign-in' | 'sign-in-network' | 'sign-up-network' | 'confirm' | 'mail' | 'resend' | 'resend-network';
  subject: string;
  /** Tries before the first delay. */
  free: number;
  /** First delay in seconds; it doubles with each further try, up to 15 minutes. */
  delay: number;
}

const doublings = 10;
const longestDelay = 15 * 60_000;
/** From this many failures in a row on, an authenticator rests for a day (T1); a network, which many share, never does. */
const consecutiveLimit = 100;
const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Counts a try before it is made, in one statement, so that parallel guesses cannot slip past the count (T1, T3).
 * Throws `throttled` with the seconds to wait while the subject is blocked. A day without tries forgets; a network, which
 * is hardly ever a day without one, begins anew each hour.
 */
export async function take(ports: Ports, limit: Limit): Promise<void> {
  const now = ports.clock.now();
  const key = await keyOf(ports, limit);
  const isShared = limit.purpose.endsWith('-network');
  const isOver = sql<boolean>`throttles.updated_at < ${now - (isShared ? hour : day)}`;
  const failures = sql<number>`case when ${isOver} then 1 else throttles.failures + 1 end`;
  const since = isShared ? sql<number>`case when ${isOver} then ${now} else throttles.updated_at end` : now;
  const over = sql<number>`(${failures}) - ${sql.lit(limit.free)}`;
  const pause = sql<number>`case
    when ${over} < 0 then 0
    when (${failures}) >= ${sql.lit(limit.purpose === 'sign-in' ? consecutiveLimit : Number.MAX_SAFE_INTEGER)} then ${sql.lit(day)}
    when ${over} > ${sql.lit(doublings)} then ${sql.lit(longestDelay)}
    when (${sql.lit(limit.delay * 1000)} << (${over})) > ${sql.lit(longestDelay)} then ${sql.lit(longestDelay)}
    else ${sql.lit(limit.delay * 1000)} << (${over}) end`;
  const first = limit.free <= 1 ? now + limit.delay * 1000 : 0;
  const counted = await ports.db
    .insertInto('throttles')
    .values({ key, failures: 1, blocked_until: first, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ failures, blocked_until: sql<number>`cast(${now} as bigint) + ${pause}`, updated_at: since })
        .where('throttles.blocked_until', '<=', now),
    )
    .returning('failures')
    .executeTakeFirst();
  if (counted) return;
  const row = await ports.db.selectFrom('throttles').select('blocked_until').where('key', '=', key).executeTakeFirst();
  throw new ProblemError('throttled', {
    retryAfter: Math.max(1, Math.ceil(((row?.blocked_until ?? now) - now) / 1000)),
  });
}

/** The try was right: the subject starts anew. */
export async function clear(ports: Ports, limit: Limit): Promise<void> {
  await ports.db
    .deleteFrom('throttles')
    .where('key', '=', await keyOf(ports, limit))
    .execute();
}

/** The try was right: it does not count against the subject, whose other failures stay. */
export async function giveBack(ports: Ports, limit: Limit): Promise<void> {
  await ports.db
    .updateTable('throttles')
    .set({ failures: sql<number>`case when failures > 0 then failures - 1 else 0 end` })
    .where('key', '=', await keyOf(ports, limit))
    .execute();
}

/** Subjects are addresses of people: kept as a digest, in case the table is ever read by somebody else. */
const keyOf = async (ports: Pick<Ports, 'digest'>, { purpose, subject }: Limit) =>
  `${purpose}:${await ports.digest(subject)}`;

/** The network of an address: an IPv6 caller owns its whole /64 (case-33). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros: string[] = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
