import type { Account } from '../../../contract/account.ts';
import type { ParsedBodyOf } from '../../../contract/operations.ts';
import { audit } from '../../audit.ts';
import type { Person } from '../../caller.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { presentAccount } from './present-account.ts';

const columns = {
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  company: 'company',
  country: 'country',
  city: 'city',
} as const;

/**
 * Changes the named fields if nobody has changed the account since the caller saw it (E2): one conditional UPDATE.
 * Fails with `changed_elsewhere` otherwise.
 */
export async function changeAccount(
  ports: Ports,
  change: ParsedBodyOf<'changeAccount'>,
  ifMatch: string,
  person: Person,
): Promise<Account> {
  const entries = Object.entries(columns).flatMap(([field, column]) => {
    const value = change[field as keyof typeof columns];
    return value === undefined ? [] : [[column, value] as const];
  });
  const version = /^"(\d{1,9})"$/u.exec(ifMatch)?.[1];
  return ports.db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('accounts')
      .set((eb) => ({ ...Object.fromEntries(entries), version: eb('version', '+', 1) }))
      .where('id', '=', person.accountId)
      .where('version', '=', Number(version ?? -1))
      .returningAll()
      .executeTakeFirst();
    if (!changed) throw new ProblemError('changed_elsewhere');
    await audit(ports, tx, 'profile_changed', person.accountId, person);
    return presentAccount(changed);
  });
}
