import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Account, Preferences } from '../../contract/account.ts';
import type { CurrentSession } from '../../contract/session.ts';
import { call } from './api.ts';

/** Who is signed in, their account and preferences: what the shell and most pages show. */
export const sessionQueryOptions = () =>
  queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => call('getSession', { signal }) });

/** Puts what a mutation answered where every page reads it. */
export function rememberAccount(client: QueryClient, change: Partial<Account>): void {
  client.setQueryData(sessionQueryOptions().queryKey, (old): CurrentSession | undefined =>
    old?.account ? { ...old, account: { ...old.account, ...change } } : old,
  );
}

export function rememberPreferences(client: QueryClient, preferences: Preferences): void {
  client.setQueryData(sessionQueryOptions().queryKey, (old): CurrentSession | undefined =>
    old ? { ...old, preferences } : old,
  );
}
