import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

/** Asked again every two seconds while the page is in view. */
export const outboxQueryOptions = () =>
  queryOptions({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => call('getOutbox', { signal }),
    refetchInterval: 2000,
    staleTime: 0,
    retry: false,
    networkMode: 'always',
  });
