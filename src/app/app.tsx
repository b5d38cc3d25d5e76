import { Suspense, useEffect, useRef } from 'react';
import type { Boot } from '../lib/boot.ts';
import { BootContext, useBoot } from '../lib/boot-context.ts';
import { signInPath } from '../lib/paths.ts';
import { Redirect, Router, useLocation, useSearchParams } from '../lib/router.tsx';
import { safeTarget } from '../lib/safe-target.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Missing } from './failure.tsx';
import { findPage, whenReady } from './pages.ts';

/** What only a signed-in person needs, the query client above all, is no part of the first visit. */
const personPage = whenReady(async () => (await import('./person-page.tsx')).PersonPage);

/** Makes ready what the address will show, before anything is shown at all. */
export async function prepare(pathname: string, { development, session }: Boot): Promise<void> {
  const page = findPage(pathname, development);
  await Promise.all([page?.preload(), page?.access === 'person' && session.account && personPage.ready()]);
}

export function App({ boot }: { boot: Boot }) {
  return (
    <BootContext value={boot}>
      <Router preload={(pathname) => prepare(pathname, boot)}>
        <ErrorBoundary>
          {/* Nothing for the blink until the page's code is here: a spinner would only flicker. */}
          <Suspense fallback={null}>
            <CurrentPage />
          </Suspense>
        </ErrorBoundary>
      </Router>
    </BootContext>
  );
}

/**
 * Shows the page of the address to whom it is for; others are led to where they can go on. Who is here does not change
 * while the app runs: signing in and signing out both leave by a fresh page.
 */
function CurrentPage() {
  const { development, session } = useBoot();
  const { pathname, search } = useLocation();
  const to = useSearchParams().get('to');
  const page = findPage(pathname, development);
  useFreshStart(pathname);

  if (!page) return <Missing />;
  if (page.access === 'stranger' && session.account) return <Redirect to={safeTarget(to)} />;
  const Page = page.component();
  if (page.access !== 'person') return <Page />;
  if (!session.account) return <Redirect to={signInPath(pathname + search)} />;
  const PersonPage = personPage.component();
  return <PersonPage page={page} />;
}

/** A new page starts at its top, and with its heading for who hears it; the first one keeps what the browser restored. */
function useFreshStart(pathname: string): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}
