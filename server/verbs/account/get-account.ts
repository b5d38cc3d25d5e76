import type { AccountRow } from '../../db/schema.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';

/** The person's own row; a live session always has one (the session dies with the account). */
export async function getAccount(ports: Pick<Ports, 'db'>, person: Person): Promise<AccountRow> {
  return ports.db.selectFrom('accounts').selectAll().where('id', '=', person.accountId).executeTakeFirstOrThrow();
}
