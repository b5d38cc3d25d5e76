import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '../lib/paths.ts';

/** A session that ended elsewhere leads to the sign-in page, and back here afterwards. */
export function useSessionEnd(hasEnded: boolean): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (hasEnded) void navigate(`${paths.signIn}?to=${encodeURIComponent(pathname + search)}`, { replace: true });
  }, [hasEnded, navigate, pathname, search]);
}
