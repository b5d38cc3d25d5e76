import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import { audit } from '../../audit.ts';
import type { Caller } from '../../caller.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { digest, newId } from '../../secrets.ts';

/**
 * Spends a mailed token and begins the account with what its registration says; every other registration of the
 * address is dropped with its password (A7, E3). Fails with `link_unknown`, `link_used`, `link_expired`.
 */
export async function confirmSignUp(
  ports: Ports,
  { token }: ParsedBodyOf<'confirmSignUp'>,
  caller: Caller,
): Promise<ResponseOf<'confirmSignUp'>> {
  const now = ports.clock.now();
  const tokenHash = await digest(token);
  const email = await ports.db.transaction().execute(async (tx) => {
    const registration = await tx
      .updateTable('registrations')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returningAll()
      .executeTakeFirst();
    if (!registration) throw await whyNot(tx, tokenHash);
    const account = await tx
      .insertInto('accounts')
      .values({
        id: newId(),
        email: registration.email,
        email_normalized: registration.email_normalized,
        first_name: registration.first_name,
        last_name: registration.last_name,
        phone: '',
        company: '',
        country: '',
        city: '',
        locale: registration.locale,
        theme: 'system',
        password_hash: registration.password_hash,
        password_changed_at: registration.created_at,
        avatar_id: null,
        version: 1,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('email_normalized').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!account) throw new ProblemError('link_used');
    await audit(ports, tx, 'account_created', account.id, caller);
    return registration.email_normalized;
  });
  // After the commit: two links of one address that are opened at once must not wait for each other's rows. The account
  // is there by now, so none of the others can be confirmed any more, wiped or not.
  await ports.db
    .updateTable('registrations')
    .set({ used_at: now, password_hash: '' })
    .where('email_normalized', '=', email)
    .execute();
  return { next: 'sign-in' };
}

/** Says what is wrong with a link; only somebody who holds its 256 bits learns it. */
async function whyNot(tx: Ports['db'], tokenHash: string): Promise<ProblemError> {
  const found = await tx
    .selectFrom('registrations')
    .select('used_at')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!found) return new ProblemError('link_unknown');
  return new ProblemError(found.used_at === null ? 'link_expired' : 'link_used');
}
