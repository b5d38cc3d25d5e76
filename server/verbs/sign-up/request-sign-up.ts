import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import { normalizeEmail } from '../../../contract/text.ts';
import { audit } from '../../audit.ts';
import type { Caller } from '../../caller.ts';
import { supportedLocale } from '../../locale.ts';
import { enqueueMail } from '../../mail/outbox.ts';
import { assertPassword } from '../../passwords/rules.ts';
import type { Ports } from '../../ports.ts';
import { newId, newToken } from '../../secrets.ts';
import { networkOf, take } from '../../throttle.ts';
import { confirmationLink } from './links.ts';

/**
 * Takes the wish for an account and mails a link that proves the address. A taken address gets the same answer, after
 * the same work, and its owner a mail that says so (A3, E2). Fails with `invalid`, `throttled`, `overloaded`.
 */
export async function requestSignUp(
  ports: Ports,
  input: ParsedBodyOf<'signUp'>,
  caller: Caller,
): Promise<ResponseOf<'signUp'>> {
  const { firstName, lastName, password } = input;
  const email = normalizeEmail(input.email);
  const locale = supportedLocale(ports.policy, input.locale);
  await assertPassword(ports.policy, password, '/password', [firstName, lastName, input.email]);
  await take(ports, { purpose: 'sign-up-network', subject: networkOf(caller.address), free: 40, delay: 5 });
  await take(ports, { purpose: 'mail', subject: email, free: 5, delay: 30 });

  const now = ports.clock.now();
  const token = newToken();
  const tokenHash = await ports.digest(token);
  const passwordHash = await ports.hasher.hash(password);
  await ports.db.transaction().execute(async (tx) => {
    const owner = await tx
      .selectFrom('accounts')
      .select(['id', 'email', 'first_name', 'locale'])
      .where('email_normalized', '=', email)
      .executeTakeFirst();
    await audit(ports, tx, 'sign_up_requested', owner?.id ?? null, caller);
    // For a taken address too, though its link is never mailed: whoever chose this password is told at sign-in that the
    // address is not confirmed, and learns nothing from that.
    await tx
      .insertInto('registrations')
      .values({
        id: newId(),
        token_hash: tokenHash,
        email: input.email,
        email_normalized: email,
        first_name: firstName,
        last_name: lastName,
        locale,
        password_hash: passwordHash,
        created_at: now,
        expires_at: now + ports.policy.links.confirmationHours * 3_600_000,
        used_at: null,
      })
      .execute();
    if (owner) {
      const data = { name: owner.first_name, link: `${ports.publicUrl}/sign-in` };
      return enqueueMail(ports, tx, owner.email, owner.locale, { kind: 'already-registered', data });
    }
    const data = { name: firstName, link: confirmationLink(ports, token), hours: ports.policy.links.confirmationHours };
    return enqueueMail(ports, tx, input.email, locale, { kind: 'confirm-email', data });
  });
  ports.onMail?.();
  return { next: 'confirm-email' };
}
