import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** Tried again: what may pass by itself. A verdict of the server is final. */
const isPassing = (error: Error) => !(error instanceof ApiError) || error.code === 'network' || error.status >= 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { retry: false },
  },
});
