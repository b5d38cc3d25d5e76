import type { CurrentSession } from '../../../contract/session.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';
import { getAccount } from '../account/get-account.ts';
import { presentAccount, presentPreferences } from '../account/present-account.ts';

/** Who is signed in here, with what the shell needs to be right in its first frame. */
export async function currentSession(ports: Pick<Ports, 'db'>, person: Person | undefined): Promise<CurrentSession> {
  if (!person) return { account: null, preferences: null };
  const row = await getAccount(ports, person);
  return { account: presentAccount(row), preferences: presentPreferences(row) };
}
