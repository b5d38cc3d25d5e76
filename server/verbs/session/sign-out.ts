import { audit } from '../../audit.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';

/** Ends this session on the server; the cookie is then worth nothing (S6, case-31). */
export async function signOut(ports: Ports, person: Person): Promise<void> {
  await ports.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('sessions').where('id', '=', person.sessionId).execute();
    await audit(ports, tx, 'signed_out', person.accountId, person);
  });
}
