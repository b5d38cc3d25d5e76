import i18next from 'i18next';
import { lazy, type ComponentType } from 'react';
import { pages, type Page } from '../lib/paths.ts';

export interface PageModule {
  Component: ComponentType;
  /** Asks for the page's data, so that it comes beside the page's code. */
  prefetch?: () => void;
}

type PageId = keyof typeof pages;

/** Keyed like `pages`; the import paths stand here because a bundler has to see them. */
const modules: Record<PageId, () => Promise<PageModule>> = {
  dashboard: () => import('../routes/dashboard.tsx'),
  profile: () => import('../routes/profile.tsx'),
  security: () => import('../routes/security.tsx'),
  closeAccount: () => import('../routes/close-account.tsx'),
  signIn: () => import('../routes/sign-in.tsx'),
  signUp: () => import('../routes/sign-up.tsx'),
  confirm: () => import('../routes/confirm.tsx'),
  outbox: () => import('../routes/outbox.tsx'),
};

/**
 * A component that comes when it is asked for. One that is there by the time it is first shown is shown as it is: React
 * holds back what follows a `Suspense` fallback for a third of a second, however quickly it came.
 */
export function whenReady<Props>(load: () => Promise<ComponentType<Props>>) {
  let loading: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  let shown: ComponentType<Props> | undefined;
  /** A failure is not remembered. */
  const ready = async (): Promise<ComponentType<Props>> => {
    loading ??= load();
    try {
      loaded = await loading;
      return loaded;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return {
    ready,
    /** The same at each call, so that nothing that is shown begins anew. */
    component: (): ComponentType<Props> => (shown ??= loaded ?? lazy(async () => ({ default: await ready() }))),
  };
}

export interface ReadyPage extends Page {
  component: () => ComponentType;
  preload: () => Promise<void>;
}

/** Code and texts of a page are asked for together. */
function readyPage(id: PageId): ReadyPage {
  const page: Page = pages[id];
  let prefetch: (() => void) | undefined;
  const { ready, component } = whenReady(async () => {
    const [module] = await Promise.all([modules[id](), i18next.loadNamespaces(page.namespaces)]);
    prefetch = module.prefetch;
    return module.Component;
  });
  const preload = async () => {
    await ready();
    prefetch?.();
  };
  return { ...page, component, preload };
}

const all = (Object.keys(modules) as PageId[]).map(readyPage);

export function findPage(pathname: string, development: boolean): ReadyPage | undefined {
  const path = pathname.replace(/(?<=.)\/$/u, '');
  return all.find((page) => page.path === path && (page.access !== 'development' || development));
}
