import { audit } from '../../audit.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';

/** Removes the picture, if there is one; back to initials (E4). */
export async function deleteAvatar(ports: Ports, person: Person): Promise<void> {
  await ports.db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('accounts')
      .set((eb) => ({ avatar_id: null, version: eb('version', '+', 1) }))
      .where('id', '=', person.accountId)
      .where('avatar_id', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return;
    await tx.deleteFrom('avatars').where('account_id', '=', person.accountId).execute();
    await audit(ports, tx, 'avatar_removed', person.accountId, person);
  });
}
