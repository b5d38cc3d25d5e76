import type { Ports } from '../../ports.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Removes what has run out and nobody can use any more: counts of tries, registrations, sessions. Any process may run it
 * at any time; what it leaves or takes changes no answer.
 */
export async function sweep(ports: Pick<Ports, 'db' | 'clock' | 'policy'>): Promise<void> {
  const now = ports.clock.now();
  const { idleMinutes, absoluteHours } = ports.policy.sessions;
  await ports.db
    .deleteFrom('throttles')
    .where('updated_at', '<', now - 2 * day)
    .where('blocked_until', '<', now)
    .execute();
  // A week longer than they work, so that an old link still says why it does not.
  await ports.db
    .deleteFrom('registrations')
    .where('expires_at', '<', now - 7 * day)
    .execute();
  await ports.db
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([eb('last_seen_at', '<=', now - idleMinutes * 60_000), eb('created_at', '<=', now - absoluteHours * hour)]),
    )
    .execute();
}
