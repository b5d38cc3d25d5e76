import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import { normalizeEmail } from '../../../contract/text.ts';
import { audit } from '../../audit.ts';
import type { Caller } from '../../caller.ts';
import type { AccountRow } from '../../db/schema.ts';
import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { newId, newToken } from '../../secrets.ts';
import { clear, giveBack, networkOf, take, type Limit } from '../../throttle.ts';

export interface SignedIn {
  answer: ResponseOf<'signIn'>;
  /** The new session's secret, for the cookie. */
  token: string;
}

/**
 * Signs in with email and password. Unknown addresses and wrong passwords get one answer after the same work (B1); a
 * right password of an address that is not confirmed yet is told so (A6). Always a new session; the one that this
 * browser had ends (S1). Fails with `credentials_invalid`, `email_unconfirmed`, `throttled`, `overloaded`.
 */
export async function signIn(
  ports: Ports,
  input: ParsedBodyOf<'signIn'>,
  caller: Caller,
  previousToken: string | undefined,
): Promise<SignedIn> {
  const email = normalizeEmail(input.email);
  const byAccount: Limit = { purpose: 'sign-in', subject: email, free: 5, delay: 2 };
  const network = networkOf(caller.address);
  const byNetwork: Limit = { purpose: 'sign-in-network', subject: network, free: 100, delay: 2 };
  await take(ports, byNetwork);
  await take(ports, byAccount);

  const account = await ports.db
    .selectFrom('accounts')
    .selectAll()
    .where('email_normalized', '=', email)
    .executeTakeFirst();
  const verify = async (hash: string | undefined) =>
    ports.hasher.verify(input.password, hash ?? null).catch(async (error: unknown) => {
      // A guess that nobody had time to look at is none.
      await giveBack(ports, byAccount);
      await giveBack(ports, byNetwork);
      throw error;
    });

  const verdict = await verify(account?.password_hash);
  if (!account || verdict === 'wrong') {
    // Always looked at, whether or not the address has an account: who signed up just now learns the same either way.
    const isPending = (await verify(await pendingPassword(ports, email))) !== 'wrong';
    await audit(ports, ports.db, 'sign_in_refused', account?.id ?? null, caller);
    throw new ProblemError(isPending ? 'email_unconfirmed' : 'credentials_invalid');
  }
  await clear(ports, byAccount);
  await giveBack(ports, byNetwork);
  const renewedHash = verdict === 'stale' ? await ports.hasher.hash(input.password) : undefined;
  return { answer: { next: 'done' }, token: await beginSession(ports, account, caller, previousToken, renewedHash) };
}

/** The newest unconfirmed registration's password: only who knows it learns that there is one. */
async function pendingPassword(ports: Ports, email: string): Promise<string | undefined> {
  const newest = await ports.db
    .selectFrom('registrations')
    .select('password_hash')
    .where('email_normalized', '=', email)
    .where('used_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.password_hash;
}

async function beginSession(
  ports: Ports,
  account: AccountRow,
  caller: Caller,
  previousToken: string | undefined,
  renewedHash: string | undefined,
): Promise<string> {
  const now = ports.clock.now();
  const token = newToken();
  const tokenHash = await ports.digest(token);
  const previousHash = previousToken === undefined ? undefined : await ports.digest(previousToken);
  await ports.db.transaction().execute(async (tx) => {
    if (previousHash !== undefined) await tx.deleteFrom('sessions').where('token_hash', '=', previousHash).execute();
    // Only over the hash that was verified: a password changed in the meantime is not undone.
    if (renewedHash !== undefined) {
      await tx
        .updateTable('accounts')
        .set({ password_hash: renewedHash })
        .where('id', '=', account.id)
        .where('password_hash', '=', account.password_hash)
        .execute();
    }
    await tx
      .insertInto('sessions')
      .values({
        id: newId(),
        token_hash: tokenHash,
        account_id: account.id,
        user_agent: caller.userAgent,
        address: caller.address,
        created_at: now,
        last_seen_at: now,
      })
      .execute();
    await audit(ports, tx, 'signed_in', account.id, caller);
  });
  return token;
}
