import type { ResponseOf } from '../../../contract/operations.ts';
import type { Ports } from '../../ports.ts';

/** The last 200 mails, newest first, for development. */
export async function getOutbox(ports: Pick<Ports, 'db'>): Promise<ResponseOf<'getOutbox'>> {
  const rows = await ports.db
    .selectFrom('outbox')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    locale: row.locale,
    sentAt: new Date(row.created_at).toISOString(),
    links: [...new Set(row.text.match(/https?:\/\/\S+/gu) ?? [])],
  }));
}
