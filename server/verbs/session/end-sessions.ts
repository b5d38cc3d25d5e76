import type { ResponseOf } from '../../../contract/operations.ts';
import { audit } from '../../audit.ts';
import type { Person } from '../../caller.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';

/** Ends one session of the person; somebody else's is as unknown as none (case-40). Fails with `not_found`. */
export async function endSession(ports: Ports, id: string, person: Person): Promise<void> {
  await ports.db.transaction().execute(async (tx) => {
    const ended = await tx
      .deleteFrom('sessions')
      .where('id', '=', id)
      .where('account_id', '=', person.accountId)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new ProblemError('not_found');
    await audit(ports, tx, 'session_ended', person.accountId, person);
  });
}

/** Signs out everywhere else (G9): every session of the person but the calling one. */
export async function endOtherSessions(ports: Ports, person: Person): Promise<ResponseOf<'endOtherSessions'>> {
  return ports.db.transaction().execute(async (tx) => {
    const ended = await tx
      .deleteFrom('sessions')
      .where('account_id', '=', person.accountId)
      .where('id', '!=', person.sessionId)
      .returning('id')
      .execute();
    if (ended.length > 0) await audit(ports, tx, 'other_sessions_ended', person.accountId, person);
    return { ended: ended.length };
  });
}
