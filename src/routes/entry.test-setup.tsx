import { cleanup, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, vi } from 'vitest';
import type { ProblemCode } from '../../contract/problem-codes.ts';
import { openApp } from '../testing/open-app.tsx';
import { startTexts } from '../testing/texts.ts';

beforeAll(startTexts);

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await i18next.changeLanguage('en');
});

/** A page before sign-in, at its address, once its code is there. */
export async function open(address: string): Promise<void> {
  openApp(address);
  await screen.findByRole('heading', { level: 1 }, { timeout: 5000 });
}

export const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

export const problem = (status: number, code: ProblemCode, more: object = {}) =>
  json(status, { type: 'about:blank', title: code, status, code, ...more });

/** Answers each request in turn; `calls` tells what was asked. One request too many fails. */
export function answer(...answers: readonly (Response | Promise<Response> | Error)[]) {
  const calls: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    calls.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined });
    const next = answers[calls.length - 1];
    expect(next, `an answer to ${method} ${path}`).toBeDefined();
    if (next instanceof Error) throw next;
    return next;
  });
  return calls;
}
