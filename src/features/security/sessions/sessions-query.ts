import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Session } from '../../../../contract/session.ts';
import { call } from '../../../lib/api.ts';

/** The browsers in which the person is signed in, this one first. */
export const sessionsQueryOptions = () =>
  queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: async ({ signal }) => (await call('listSessions', { signal })).sessions,
  });

/** Drops what has ended from the list at once, and asks for the truth behind it. */
export async function keepSessions(client: QueryClient, stays: (session: Session) => boolean): Promise<void> {
  const { queryKey } = sessionsQueryOptions();
  // An answer that is still on its way was written before.
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, (sessions) => sessions?.filter(stays));
  void client.invalidateQueries({ queryKey });
}
