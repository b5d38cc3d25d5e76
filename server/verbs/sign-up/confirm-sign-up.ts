import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import { audit } from '../../audit.ts';
import type { Caller } from '../../caller.ts';
import type { RegistrationRow } from '../../db/schema.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { newId } from '../../secrets.ts';
import { take } from '../../throttle.ts';

/**
 * Spends a mailed token and begins the account with what its registration says; every other registration of the
 * address is dropped with its password (A7, E3). A link proves the mailbox, not who chose which password: where the
 * address was signed up more than once, the password decides whose registration counts, whichever link was opened.
 * Fails with `link_unknown`, `link_used`, `link_expired`, `password_needed`, `credentials_invalid`, `throttled`.
 */
export async function confirmSignUp(
  ports: Ports,
  { token, password }: ParsedBodyOf<'confirmSignUp'>,
  caller: Caller,
): Promise<ResponseOf<'confirmSignUp'>> {
  const now = ports.clock.now();
  const tokenHash = await ports.digest(token);
  const opened = await openedLink(ports, tokenHash);
  const chosen = await chosenRegistration(ports, opened, password);
  await ports.db.transaction().execute(async (tx) => {
    const spent = await tx
      .updateTable('registrations')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('id')
      .executeTakeFirst();
    if (!spent) throw new ProblemError('link_used');
    const account = await tx
      .insertInto('accounts')
      .values({
        id: newId(),
        email: chosen.email,
        email_normalized: chosen.email_normalized,
        first_name: chosen.first_name,
        last_name: chosen.last_name,
        phone: '',
        company: '',
        country: '',
        city: '',
        locale: chosen.locale,
        theme: 'system',
        password_hash: chosen.password_hash,
        password_changed_at: chosen.created_at,
        avatar_id: null,
        version: 1,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('email_normalized').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!account) throw new ProblemError('link_used');
    await audit(ports, tx, 'account_created', account.id, caller);
  });
  // After the commit: two links of one address that are opened at once must not wait for each other's rows. The account
  // is there by now, so none of the others can be confirmed any more, wiped or not.
  await ports.db
    .updateTable('registrations')
    .set({ used_at: now, password_hash: '' })
    .where('email_normalized', '=', chosen.email_normalized)
    .execute();
  return { next: 'sign-in' };
}

/** The registration whose link was opened; what is wrong with it is told, for only who holds its 256 bits asks. */
async function openedLink(ports: Ports, tokenHash: string): Promise<RegistrationRow> {
  const found = await ports.db
    .selectFrom('registrations')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!found) throw new ProblemError('link_unknown');
  if (found.used_at !== null) throw new ProblemError('link_used');
  if (found.expires_at <= ports.clock.now()) throw new ProblemError('link_expired');
  return found;
}

/** As many as are looked through: each costs a password hash. */
const rivalsMax = 5;

async function chosenRegistration(
  ports: Ports,
  opened: RegistrationRow,
  password: string | undefined,
): Promise<RegistrationRow> {
  const rivals = await ports.db
    .selectFrom('registrations')
    .selectAll()
    .where('email_normalized', '=', opened.email_normalized)
    .where('used_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(rivalsMax)
    .execute();
  if (rivals.length <= 1) return opened;
  if (password === undefined) throw new ProblemError('password_needed');
  await take(ports, { purpose: 'confirm', subject: opened.email_normalized, free: 5, delay: 2 });
  for (const rival of rivals) {
    if ((await ports.hasher.verify(password, rival.password_hash)) !== 'wrong') return rival;
  }
  throw new ProblemError('credentials_invalid');
}
