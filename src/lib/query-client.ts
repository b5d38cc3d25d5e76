import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { sessionQueryOptions } from './session-query.ts';

/** Tried again: what may pass by itself. A verdict of the server is final. */
const isPassing = (error: Error) => !(error instanceof ApiError) || error.code === 'network' || error.status >= 500;

/** A query that finds the session ended has the session asked for anew, and that leads to the sign-in page. */
const queryCache = new QueryCache({
  onError: (error) => {
    if (error instanceof ApiError && error.code === 'unauthenticated') {
      void queryClient.invalidateQueries({ queryKey: sessionQueryOptions().queryKey });
    }
  },
});

export const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    // Offline is an answer too: it is told at once, not waited out.
    queries: { networkMode: 'always', staleTime: 30_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { networkMode: 'always', retry: false },
  },
});
