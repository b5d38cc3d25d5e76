import i18next from 'i18next';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
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

export interface ReadyPage extends Page {
  Component: LazyExoticComponent<ComponentType>;
  preload: () => Promise<void>;
}

/** Code and texts of a page are asked for together, once; a failure is not remembered. */
function ready(id: PageId): ReadyPage {
  const page: Page = pages[id];
  let loading: Promise<PageModule> | undefined;
  const load = async (): Promise<PageModule> => {
    loading ??= Promise.all([modules[id](), i18next.loadNamespaces(page.namespaces)]).then(([module]) => module);
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return {
    ...page,
    Component: lazy(async () => ({ default: (await load()).Component })),
    preload: async () => (await load()).prefetch?.(),
  };
}

const all = (Object.keys(modules) as PageId[]).map(ready);

export function findPage(pathname: string, development: boolean): ReadyPage | undefined {
  const path = pathname.replace(/(?<=.)\/$/u, '');
  return all.find((page) => page.path === path && (page.access !== 'development' || development));
}
