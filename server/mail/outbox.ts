import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Ports } from '../ports.ts';
import { newId } from '../secrets.ts';
import { renderMail, type Message } from './render.ts';

/**
 * Puts a mail into the outbox within the transaction that calls for it: what is committed is sent, at least once (N3),
 * and what is rolled back never is. A host with a `Mailer` sends it from there (`server/mail/deliver.ts`).
 */
export async function enqueueMail(
  ports: Pick<Ports, 'clock' | 'policy'>,
  tx: Kysely<Database>,
  recipient: string,
  locale: string,
  message: Message,
): Promise<void> {
  const now = ports.clock.now();
  await tx
    .insertInto('outbox')
    .values({
      id: newId(),
      recipient,
      locale,
      ...renderMail(message, locale, ports.policy.brand),
      created_at: now,
      sent_at: null,
      attempts: 0,
      due_at: now,
    })
    .execute();
}
