import type { Mailer, Ports } from '../ports.ts';

const lease = 60_000;
const longestWait = 60 * 60_000;
/** Longer than any link in a mail works. */
const patience = 3 * 24 * 60 * 60_000;

/**
 * Sends one due mail, if there is one. It is claimed by one conditional UPDATE, so that any number of processes may run
 * this; a process that dies in the middle leaves a lease that runs out, and the mail goes out again under the same
 * Message-ID. The text of a sent mail is wiped: it held a link. Returns whether there was a mail.
 */
export async function deliverOne(ports: Ports, mailer: Mailer): Promise<boolean> {
  const now = ports.clock.now();
  const due = ports.db
    .selectFrom('outbox')
    .select('id')
    .where('sent_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1);
  const mail = await ports.db
    .updateTable('outbox')
    .set((eb) => ({ due_at: now + lease, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', due)
    .where('sent_at', 'is', null)
    .where('due_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  if (!mail) return false;
  try {
    const { recipient: to, subject, text, html } = mail;
    await mailer.send({ to, subject, text, html, messageId: `<${mail.id}@${new URL(ports.publicUrl).hostname}>` });
    await ports.db
      .updateTable('outbox')
      .set({ sent_at: ports.clock.now(), text: '', html: '' })
      .where('id', '=', mail.id)
      .execute();
  } catch (error) {
    if (isRefused(error) || now - mail.created_at > patience) return giveUp(ports, mail.id, error);
    const wait = Math.min(longestWait, 1000 * 2 ** Math.min(mail.attempts, 12));
    await ports.db
      .updateTable('outbox')
      .set({ due_at: ports.clock.now() + wait })
      .where('id', '=', mail.id)
      // Not if the lease ran out and another process has taken the mail over since.
      .where('attempts', '=', mail.attempts)
      .execute();
    ports.log.warn('mail_failed', { mail: mail.id, attempts: mail.attempts, reason: reasonOf(error) });
  }
  return true;
}

/** The receiving side will never take this mail; a refused sign-in of ours (`EAUTH`) is another matter. */
const isRefused = (error: unknown): boolean => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
};

/** Nobody will read it: its link must not lie about. */
async function giveUp(ports: Ports, id: string, error: unknown): Promise<true> {
  await ports.db
    .updateTable('outbox')
    .set({ sent_at: ports.clock.now(), text: '', html: '' })
    .where('id', '=', id)
    .execute();
  ports.log.error('mail_given_up', { mail: id, reason: reasonOf(error) });
  return true;
}

/** The mail server's own code; its sentence may quote the recipient. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return (
    [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown'
  );
}
