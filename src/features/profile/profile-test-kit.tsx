import { Suspense } from 'react';
import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { memoryLocation } from 'wouter/memory-location';
import type { Account, Profile } from '../../../contract/account.ts';
import { Link, Router, useLocation } from '../../lib/router.tsx';
import { sessionQueryOptions } from '../../lib/session-query.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { ProfileForm } from './profile-form.tsx';

const ines: Profile = {
  firstName: 'Ines',
  lastName: 'Marchetti',
  phone: '+393475550142',
  company: 'Marchetti & Figlie',
  country: 'IT',
  city: 'Turin',
};

type Fault = (patch: () => Response) => Response | Promise<Response>;

const problem = (status: number, code: string, more: object = {}) =>
  Response.json({ type: 'about:blank', title: code, status, code, ...more }, { status });

/** Ways in which the next change can go wrong; each is given what applies it. */
export const faults = {
  offline: (): never => {
    throw new TypeError('Failed to fetch');
  },
  /** Committed, and the answer is lost. */
  answerLost: (patch: () => Response): never => {
    patch();
    throw new TypeError('Failed to fetch');
  },
  refused:
    (status: number, code: string, more: object = {}): Fault =>
    () =>
      problem(status, code, more),
  html: () => new Response('<!doctype html><title>Bad gateway</title>', { status: 502 }),
};

/** An account behind `fetch`, with entity tags as the contract has them. */
export function stubServer() {
  const state = { profile: ines, version: 1 };
  const changes: { body: Partial<Profile>; ifMatch: string | null }[] = [];
  const queue: Fault[] = [];
  const account = (): Account => ({
    id: 'account-1',
    email: 'ines@marchetti.example',
    ...state.profile,
    avatar: null,
    createdAt: 0,
    etag: `"${state.version}"`,
  });
  const change = (next: Partial<Profile>) => {
    state.profile = { ...state.profile, ...next };
    state.version += 1;
  };
  const answer = async (url: string, init: RequestInit): Promise<Response> => {
    if (url === '/api/session') return Response.json({ account: account(), preferences: null });
    if (url !== '/api/account') throw new Error(`nobody answers ${url}`);
    if (init.method === 'GET') return Response.json(account());
    const ifMatch = new Headers(init.headers).get('if-match');
    const body = JSON.parse(init.body as string) as Partial<Profile>;
    changes.push({ body, ifMatch });
    const patch = () => {
      if (ifMatch !== account().etag) return problem(412, 'changed_elsewhere');
      change(body);
      return Response.json(account());
    };
    return (queue.shift() ?? ((apply) => apply()))(patch);
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => answer(url, init));
  return {
    account,
    changes,
    /** Somebody else changes the account. */
    changeElsewhere: change,
    failNext: (...next: Fault[]) => void queue.push(...next),
  };
}

export type StubServer = ReturnType<typeof stubServer>;

function Page() {
  const { account } = useSuspenseQuery(sessionQueryOptions()).data;
  return account && <ProfileForm account={account} picture={null} />;
}

function Pages() {
  const isHere = useLocation().pathname === '/profile';
  return (
    <main tabIndex={-1}>
      <Link to="/">Dashboard</Link>
      <Link to="/profile">Profile</Link>
      <Link to="/sign-in">Sign in</Link>
      <Suspense>{isHere && <Page />}</Suspense>
    </main>
  );
}

/** Opens the page as the app does; `close` leaves it as a reload would. */
export function openProfile(server: StubServer) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
  client.setQueryData(sessionQueryOptions().queryKey, { account: server.account(), preferences: null });
  const { hook, history } = memoryLocation({ path: '/profile', record: true });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <Router hook={hook}>
          <Pages />
        </Router>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return {
    client,
    path: () => history.at(-1),
    close: cleanup,
    refetch: () => client.refetchQueries({ queryKey: sessionQueryOptions().queryKey }),
  };
}

export const user = userEvent.setup();
export const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const button = (name: string) => screen.getByRole('button', { name });
export const saveBar = () => screen.queryByRole('region', { name: 'Unsaved changes' });
export const conflict = (name: string) => within(screen.getByRole('group', { name: `${name}: changed elsewhere` }));

export async function retype(name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text) await user.type(field(name), text);
}
