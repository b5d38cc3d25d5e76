import { QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useBoot } from '../lib/boot-context.ts';
import { leaveFor } from '../lib/fresh-page.ts';
import { signInPath } from '../lib/paths.ts';
import { queryClient } from '../lib/query-client.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import type { ReadyPage } from './pages.ts';

/** A page of a signed-in person, in the shell, with the session that the app started with. */
export function PersonPage({ page }: { page: ReadyPage }) {
  const { session } = useBoot();
  useState(() => {
    if (!queryClient.getQueryData(sessionQueryOptions().queryKey))
      queryClient.setQueryData(sessionQueryOptions().queryKey, session);
  });
  return (
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <LivePage page={page} />
      </ToastProvider>
    </QueryClientProvider>
  );
}

function LivePage({ page }: { page: ReadyPage }) {
  const { account, preferences } = useSuspenseQuery(sessionQueryOptions()).data;
  useEffect(() => {
    // The session has ended, here or elsewhere; what was asked for comes after the next sign-in.
    if (!account) leaveFor(signInPath(location.pathname + location.search));
  }, [account]);
  if (!account || !preferences) return null;
  const Component = page.component();
  return (
    <Frame account={account} preferences={preferences}>
      <ErrorBoundary key={page.path} inFrame>
        <Suspense fallback={null}>
          <Component />
        </Suspense>
      </ErrorBoundary>
    </Frame>
  );
}
