import type { Kysely } from 'kysely';
import type { Caller } from './caller.ts';
import type { Database } from './db/schema.ts';
import type { Ports } from './ports.ts';
import { newId } from './secrets.ts';

export type AuditKind =
  | 'sign_up_requested'
  | 'account_created'
  | 'signed_in'
  | 'sign_in_refused'
  | 'signed_out'
  | 'session_ended'
  | 'other_sessions_ended'
  | 'profile_changed'
  | 'avatar_changed'
  | 'avatar_removed';

/** Writes what happened, in the transaction that makes it happen. Never a credential, code or token (H6). */
export async function audit(
  ports: Pick<Ports, 'clock'>,
  tx: Kysely<Database>,
  kind: AuditKind,
  accountId: string | null,
  caller: Caller,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: newId(),
      account_id: accountId,
      kind,
      address: caller.address,
      user_agent: caller.userAgent,
      created_at: ports.clock.now(),
    })
    .execute();
}
