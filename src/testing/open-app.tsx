import { render } from '@testing-library/react';
import type { Account } from '../../contract/account.ts';
import { foyer } from '../../contract/policy.ts';
import { App } from '../app/app.tsx';
import { queryClient } from '../lib/query-client.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';

/** The whole app at an address, as it starts in a browser; the test answers its `fetch`. */
export function openApp(
  address: string,
  { account = null, development = true }: { account?: Account | null; development?: boolean } = {},
) {
  const preferences = account && { locale: 'en', theme: 'system' };
  const session = { account, preferences };
  history.replaceState(null, '', address);
  queryClient.clear();
  queryClient.setQueryData(sessionQueryOptions().queryKey, session);
  return render(<App boot={{ policy: foyer, session, locale: 'en', theme: 'system', development, messages: {} }} />);
}
