import type { Caller, Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';

const minute = 60_000;

/**
 * The person behind a session cookie, or undefined. The policy's idle and absolute limits are asked at every request, so
 * that a tightened policy also binds old sessions (S3, case-32). `last_seen_at` is written once a minute at most.
 */
export async function authenticate(
  ports: Ports,
  token: string | undefined,
  caller: Caller,
): Promise<Person | undefined> {
  if (token === undefined || token.length > 100) return undefined;
  const now = ports.clock.now();
  const { idleMinutes, absoluteHours } = ports.policy.sessions;
  const session = await ports.db
    .selectFrom('sessions')
    .select(['id', 'account_id', 'last_seen_at'])
    .where('token_hash', '=', await ports.digest(token))
    .where('last_seen_at', '>', now - idleMinutes * minute)
    .where('created_at', '>', now - absoluteHours * 60 * minute)
    .executeTakeFirst();
  if (!session) return undefined;
  if (session.last_seen_at < now - minute) {
    await ports.db.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', session.id).execute();
  }
  return { ...caller, accountId: session.account_id, sessionId: session.id };
}
