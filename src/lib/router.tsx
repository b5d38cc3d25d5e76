import {
  createContext,
  startTransition,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react';
import {
  type BaseLocationHook,
  Link as WouterLink,
  Router as Wouter,
  useLocation as useWouterLocation,
  useSearch,
} from 'wouter';

/** Makes a page ready to be shown: its code, its texts, its data. Takes a path without the base. */
export type Preload = (pathname: string) => Promise<unknown>;

/** Asked before a page is left; true holds the navigation until `go` is called, or for good. */
type Guard = (pathname: string, go: () => void) => boolean;

interface Ways {
  preload: Preload;
  guards: Set<Guard>;
}

const Ways = createContext<Ways>({ preload: () => Promise.resolve(), guards: new Set() });
const base = import.meta.env.BASE_URL.replace(/\/$/u, '');
const pathOf = (to: string) => new URL(to, location.origin).pathname;

/**
 * Where the app is and how it gets elsewhere (docs/decisions/router.md says why it is this one). The page that is left
 * stays until the next one is ready, so that no blank comes between. `hook` puts a test at an address in memory.
 */
export function Router({
  preload,
  hook,
  children,
}: {
  preload?: Preload;
  hook?: BaseLocationHook;
  children: ReactNode;
}) {
  const ways = useMemo<Ways>(() => ({ preload: preload ?? (() => Promise.resolve()), guards: new Set() }), [preload]);
  return (
    <Ways value={ways}>
      <Wouter
        base={base}
        {...(hook && { hook })}
        aroundNav={(navigate, to, options) => {
          const path = pathOf(to).slice(base.length) || '/';
          // What could not be made ready says so itself, once it is shown.
          const go = () =>
            ways
              .preload(path)
              .catch(() => undefined)
              .then(() => startTransition(() => navigate(to, options)));
          if (![...ways.guards].some((guard) => guard(path, () => void go()))) return go();
          return undefined;
        }}
      >
        {children}
      </Wouter>
    </Ways>
  );
}

export interface Place {
  /** Without the base. */
  pathname: string;
  /** With its question mark, or empty. */
  search: string;
  /** What a link handed on beside the address. */
  state: unknown;
}

export function useLocation(): Place {
  const [pathname] = useWouterLocation();
  const search = useSearch();
  return { pathname, search: search && `?${search}`, state: history.state as unknown };
}

export function useSearchParams(): URLSearchParams {
  const search = useSearch();
  return useMemo(() => new URLSearchParams(search), [search]);
}

type Navigate = (to: string, options?: { replace?: boolean; state?: unknown }) => void;

function useNavigate(): Navigate {
  return useWouterLocation()[1];
}

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string; state?: unknown; replace?: boolean };

/** A link within the app. What it leads to is made ready when the pointer or the focus comes near. */
export function Link({ to, onPointerEnter, onFocus, ...rest }: LinkProps) {
  const { preload } = use(Ways);
  const prepare = () => void preload(pathOf(to)).catch(() => undefined);
  return (
    <WouterLink
      {...rest}
      to={to}
      onPointerEnter={(event) => {
        prepare();
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        prepare();
        onFocus?.(event);
      }}
    />
  );
}

/** A link that says when it leads to where one is. */
export function NavLink(props: LinkProps) {
  const { pathname } = useLocation();
  return <Link {...props} aria-current={pathname === pathOf(props.to) ? 'page' : undefined} />;
}

/** Leads on as soon as it is shown. */
export function Redirect({ to }: { to: string }) {
  const navigate = useNavigate();
  const leave = useEffectEvent(() => navigate(to, { replace: true }));
  useEffect(() => {
    leave();
  }, [to]);
  return null;
}

/**
 * Holds a navigation that `holds` wants held. While one waits, `held` is true; `proceed` lets it go, `stay` forgets it.
 * The browser's own Back is not held: what would be lost has to be kept elsewhere.
 */
export function useBlocker(holds: (pathname: string) => boolean): {
  held: boolean;
  proceed: () => void;
  stay: () => void;
} {
  const { guards } = use(Ways);
  const go = useRef<() => void>(undefined);
  const [held, setHeld] = useState(false);
  const guard = useEffectEvent((pathname: string, next: () => void) => {
    if (!holds(pathname)) return false;
    go.current = next;
    setHeld(true);
    return true;
  });
  useEffect(() => {
    const own: Guard = (pathname, next) => guard(pathname, next);
    guards.add(own);
    return () => void guards.delete(own);
  }, [guards]);
  return {
    held,
    stay: () => setHeld(false),
    proceed: () => {
      setHeld(false);
      go.current?.();
    },
  };
}
