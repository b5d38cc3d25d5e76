import i18next from 'i18next';
import {
  createBrowserRouter,
  Outlet,
  redirect,
  type DataRouter,
  type LoaderFunctionArgs,
  type RouteObject,
} from 'react-router';
import type { Boot } from '../lib/boot.ts';
import { pages, paths, type Page } from '../lib/paths.ts';
import { queryClient } from '../lib/query-client.ts';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { Failure } from './failure.tsx';

/** Keyed like `pages`; the import paths stand here because a bundler has to see them. */
const modules = {
  dashboard: () => import('../routes/dashboard.tsx'),
  profile: () => import('../routes/profile.tsx'),
  security: () => import('../routes/security.tsx'),
  closeAccount: () => import('../routes/close-account.tsx'),
  signIn: () => import('../routes/sign-in.tsx'),
  signUp: () => import('../routes/sign-up.tsx'),
  confirm: () => import('../routes/confirm.tsx'),
  outbox: () => import('../routes/outbox.tsx'),
} satisfies Record<keyof typeof pages, () => Promise<object>>;

/** Code, texts and data of a page are asked for together. */
function route(id: keyof typeof pages): RouteObject {
  const page: Page = pages[id];
  return {
    path: page.path,
    lazy: async () => {
      const [module] = await Promise.all([modules[id](), i18next.loadNamespaces(page.namespaces)]);
      return module;
    },
  };
}

const currentSession = () => queryClient.ensureQueryData(sessionQueryOptions());

/** Strangers go to the sign-in page and come back afterwards (B9). */
async function needsPerson({ request }: LoaderFunctionArgs): Promise<null> {
  const { account } = await currentSession();
  if (account) return null;
  const { pathname, search } = new URL(request.url);
  const to = pathname + search;
  throw redirect(to === paths.dashboard ? paths.signIn : `${paths.signIn}?to=${encodeURIComponent(to)}`);
}

async function needsStranger(): Promise<null> {
  const { account } = await currentSession();
  if (account) throw redirect(paths.dashboard);
  return null;
}

export function createRouter(boot: Boot): DataRouter {
  return createBrowserRouter(
    [
      {
        errorElement: <Failure />,
        // The server painted the first frame; a spinner for the blink until the page's code is here would only flicker.
        hydrateFallbackElement: <></>,
        element: <Outlet />,
        children: [
          {
            loader: needsPerson,
            lazy: async () => ({ Component: (await import('./frame.tsx')).Frame }),
            children: [
              {
                errorElement: <Failure inFrame />,
                children: [route('dashboard'), route('profile'), route('security'), route('closeAccount')],
              },
            ],
          },
          { loader: needsStranger, children: [route('signIn'), route('signUp')] },
          route('confirm'),
          ...(boot.development ? [route('outbox')] : []),
          {
            path: '*',
            loader: () => {
              throw new Response(null, { status: 404 });
            },
          },
        ],
      },
    ],
    { basename: import.meta.env.BASE_URL },
  );
}
