import { call } from '../lib/api.ts';
import { clearDrafts } from '../lib/draft-storage.ts';
import { leaveFor } from '../lib/fresh-page.ts';
import { paths } from '../lib/paths.ts';
import { tellOtherTabs } from '../lib/other-tabs.ts';

/**
 * Ends the session and leaves by a fresh page, so that nothing personal stays in this one's memory or history (F14, S6).
 * Throws when the server could not be told: the person must know that the session still lives.
 */
export async function signOut(): Promise<void> {
  await call('signOut');
  clearDrafts();
  tellOtherTabs();
  leaveFor(paths.signIn);
}
