import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import { normalizeEmail } from '../../../contract/text.ts';
import type { Caller } from '../../caller.ts';
import { enqueueMail } from '../../mail/outbox.ts';
import type { Ports } from '../../ports.ts';
import { newToken } from '../../secrets.ts';
import { networkOf, take } from '../../throttle.ts';
import { confirmationLink } from './links.ts';

/**
 * Mails a new link for the newest registration of the address; the link before it dies (case-23). Answers alike when
 * there is none (E2). Fails with `throttled` before the cooldown is over.
 */
export async function resendConfirmation(
  ports: Ports,
  input: ParsedBodyOf<'resendConfirmation'>,
  caller: Caller,
): Promise<ResponseOf<'resendConfirmation'>> {
  const email = normalizeEmail(input.email);
  const { confirmationCooldownSeconds: cooldown, confirmationHours: hours } = ports.policy.links;
  await take(ports, { purpose: 'resend-network', subject: networkOf(caller.address), free: 40, delay: 5 });
  await take(ports, { purpose: 'resend', subject: email, free: 1, delay: cooldown });

  const now = ports.clock.now();
  const token = newToken();
  const tokenHash = await ports.digest(token);
  await ports.db.transaction().execute(async (tx) => {
    const newest = tx
      .selectFrom('registrations')
      .select('id')
      .where('email_normalized', '=', email)
      .orderBy('created_at', 'desc')
      .limit(1);
    const renewed = await tx
      .updateTable('registrations')
      .set({ token_hash: tokenHash, expires_at: now + hours * 3_600_000 })
      .where('id', 'in', newest)
      .where('used_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!renewed) return;
    const owner = await tx.selectFrom('accounts').select('id').where('email_normalized', '=', email).executeTakeFirst();
    if (owner) return;
    const data = { name: renewed.first_name, link: confirmationLink(ports, token), hours };
    await enqueueMail(ports, tx, renewed.email, renewed.locale, { kind: 'confirm-email', data });
  });
  ports.onMail?.();
  return { wait: cooldown };
}
