import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import type { ComponentType } from 'react';
import { afterEach, vi } from 'vitest';
import { memoryLocation } from 'wouter/memory-location';
import type { Account } from '../../contract/account.ts';
import { foyer } from '../../contract/policy.ts';
import type { ProblemCode } from '../../contract/problem-codes.ts';
import { problemStatus } from '../../contract/problem-codes.ts';
import type { Session } from '../../contract/session.ts';
import { BootContext } from '../lib/boot-context.ts';
import { Router } from '../lib/router.tsx';
import { sessionQueryOptions } from '../lib/session-query.ts';
import { startTexts } from '../testing/texts.ts';
import { ToastProvider } from '../ui/toast.tsx';

await startTexts();

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await i18next.changeLanguage('en');
});

export const ines: Account = {
  id: 'a1',
  email: 'ines@marchetti.example',
  firstName: 'Ines',
  lastName: 'Marchetti',
  phone: '+393475550142',
  company: 'Marchetti',
  country: 'IT',
  city: 'Turin',
  avatar: '/api/avatars/secret',
  createdAt: Date.parse('2026-05-04T10:00:00Z'),
  etag: '"1"',
};

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
/** Seconds, hours and days before the present, as the pages count them. */
export const ago = (span: { minutes?: number; days?: number }) =>
  Date.now() - (span.minutes ?? 0) * 60_000 - (span.days ?? 0) * 86_400_000;

export const threeSessions = (): Session[] => [
  {
    id: 'this',
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
    address: '203.0.113.7',
    createdAt: ago({ minutes: 1 }),
    lastSeenAt: ago({}),
    isCurrent: true,
  },
  {
    id: 'phone',
    userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`,
    address: '198.51.100.24',
    createdAt: ago({ days: 10 }),
    lastSeenAt: ago({ minutes: 20 }),
    isCurrent: false,
  },
  {
    id: 'odd',
    userAgent: '',
    address: '',
    createdAt: ago({ days: 12 }),
    lastSeenAt: ago({ days: 6 }),
    isCurrent: false,
  },
];

export const json = (body: unknown, status = 200) => Response.json(body, { status });
export const problem = (code: ProblemCode) =>
  json({ type: 'about:blank', title: code, status: problemStatus[code], code }, problemStatus[code]);

type Answer = () => Response | Promise<Response>;

/** Answers calls by "METHOD /path"; what is not there does not answer at all. Gives the calls that came. */
export function answer(routes: Record<string, Answer>): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    calls.push(`${method} ${path}`);
    const route = routes[`${method} ${path}`];
    if (!route) throw new TypeError('Failed to fetch');
    return route();
  });
  return calls;
}

/** Renders a page for a signed-in person, in a language. */
export async function openPage(Component: ComponentType, { account = ines, locale = 'en' } = {}) {
  await i18next.changeLanguage(locale);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
  const session = { account, preferences: { locale, theme: 'system' } };
  client.setQueryData(sessionQueryOptions().queryKey, session);
  const boot = { policy: foyer, session, locale, theme: 'system', development: false, messages: {} };
  return render(
    <BootContext value={boot}>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <Router hook={memoryLocation({ path: '/' }).hook}>
            <Component />
          </Router>
        </ToastProvider>
      </QueryClientProvider>
    </BootContext>,
  );
}
