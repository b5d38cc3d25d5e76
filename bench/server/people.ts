import { hash } from 'node:crypto';
import type { AccountRow, SessionRow } from '../../server/db/schema.ts';

const sha256 = (text: string) => hash('sha256', text, 'base64url');
const hour = 3_600_000;

/** Identifiers look as real ones do: their order in an index has nothing to do with their age. */
const accountId = (index: number) => sha256(`account ${index}`).slice(0, 27);

export const emailOf = (index: number): string => `person.${index}@marchetti.example`;
/** The secret in the cookie of a session. */
export const tokenOf = (index: number): string => sha256(`session ${index}`);

export function* accounts(
  count: number,
  passwordHash: string,
): Generator<AccountRow & Record<string, string | number | null>> {
  const now = Date.now();
  for (let index = 0; index < count; index += 1)
    yield {
      id: accountId(index),
      email: emailOf(index),
      email_normalized: emailOf(index),
      first_name: 'Ines',
      last_name: 'Marchetti',
      phone: '+390612345678',
      company: 'Marchetti & Figli',
      country: 'IT',
      city: 'Roma',
      locale: 'it',
      theme: 'system',
      password_hash: passwordHash,
      password_changed_at: now,
      avatar_id: null,
      version: 1,
      created_at: now,
    };
}

/**
 * Live sessions, spread evenly over the accounts. They were last seen in an hour from now: otherwise the first request
 * of every session after a minute would be measured as a write, and how many there are would depend on the speed.
 */
export function* sessions(
  count: number,
  accountCount: number,
): Generator<SessionRow & Record<string, string | number>> {
  const now = Date.now();
  for (let index = 0; index < count; index += 1)
    yield {
      id: sha256(`session id ${index}`).slice(0, 27),
      token_hash: sha256(tokenOf(index)),
      account_id: accountId(index % accountCount),
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      address: '192.0.2.17',
      created_at: now,
      last_seen_at: now + hour,
    };
}
