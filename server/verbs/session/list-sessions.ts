import type { ResponseOf } from '../../../contract/operations.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';

const minute = 60_000;

/** The person's live sessions (G9), this one first, then the last seen; 100 at most. */
export async function listSessions(ports: Ports, person: Person): Promise<ResponseOf<'listSessions'>> {
  const now = ports.clock.now();
  const { idleMinutes, absoluteHours } = ports.policy.sessions;
  const rows = await ports.db
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', person.accountId)
    .where('last_seen_at', '>', now - idleMinutes * minute)
    .where('created_at', '>', now - absoluteHours * 60 * minute)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  const sessions = rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    isCurrent: row.id === person.sessionId,
  }));
  return { sessions: sessions.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)) };
}
