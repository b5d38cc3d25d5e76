// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CookieJar } from 'tough-cookie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFaults, takeFault } from '../faults.ts';
import { openNodeBackend } from '../node.ts';
import { ControlDesk } from './control-desk.tsx';
import { deskBackend } from './desk-backend.ts';
import { takeSettingsFromUrl } from './settings.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** The desk before a backend of its own. */
async function showDesk() {
  const { app, clock } = await openNodeBackend({ publicUrl: location.origin });
  const jar = new CookieJar();
  const backend = deskBackend(async (request) => {
    const cookieHeader = jar.getCookieStringSync(location.origin);
    const response = await app.fetch(request, { cookieHeader, address: '127.0.0.1' });
    for (const line of response.headers.getSetCookie()) jar.setCookieSync(line, location.origin);
    return response;
  });
  const visited: string[] = [];
  let resets = 0;
  const reset = () => Promise.resolve(void (resets += 1));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ControlDesk backend={backend} reset={reset} navigate={(url) => visited.push(url)} />
    </QueryClientProvider>,
  );
  return { clock, visited, resets: () => resets };
}

const opener = () => screen.getByRole('button', { name: /^Control desk/u });
const part = (name: string) => within(screen.getByRole('region', { name }));

test('L2 the desk opens and closes by keyboard, and the focus goes with it', async () => {
  await showDesk();
  expect(opener().getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{Control>}.{/Control}');
  const title = screen.getByRole('heading', { name: 'Control desk' });
  expect(document.activeElement).toBe(title);
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(opener());
});

test('L2 a hidden desk stays hidden over a reload, and the shortcut brings it back', async () => {
  history.replaceState(null, '', '/profile?desk=off&x=1#here');
  takeSettingsFromUrl();
  expect(location.href).toBe(`${location.origin}/profile?x=1#here`);
  await showDesk();
  expect(screen.queryByRole('region')).toBeNull();
  await userEvent.keyboard('{Control>}.{/Control}');
  expect(screen.getByRole('region', { name: 'Control desk' })).toBeDefined();
});

test('L2 the outbox shows the mail of somebody who signs up, and its link opens here', async () => {
  const { visited } = await showDesk();
  await userEvent.click(opener());
  expect(await part('Outbox').findByText('No mail was sent yet.')).toBeDefined();
  await userEvent.click(part('People').getByRole('button', { name: 'Sign up as applicant' }));
  const open = await part('Outbox').findByRole(
    'button',
    { name: 'Open the link to applicant@personas.example' },
    { timeout: 5000 },
  );
  await userEvent.click(open);
  expect(visited[0]).toBe(`${location.origin}/sign-in`);
  expect(visited[1]).toMatch(`${location.origin}/sign-up/confirm?token=`);
});

test('L1 signing in as a persona leads to the Dashboard', async () => {
  const { visited } = await showDesk();
  await userEvent.click(opener());
  await userEvent.click(part('People').getByRole('button', { name: 'Sign in as ines' }));
  await waitFor(() => expect(visited).toEqual([`${location.origin}/`]));
});

test('L2 the clock goes forward by a step and by a typed duration', async () => {
  const { clock } = await showDesk();
  const ahead = () => Math.round((clock.now() - Date.now()) / 1000);
  await userEvent.click(opener());
  await part('Clock').findByText('As on this device');
  await userEvent.click(part('Clock').getByRole('button', { name: '+12 hours' }));
  await part('Clock').findByText('12 h ahead of this device');
  const field = part('Clock').getByRole('textbox', { name: 'ISO 8601 duration' });
  await userEvent.type(field, 'tomorrow{Enter}');
  expect(part('Clock').getByRole('alert').textContent).toContain('P1D');
  await userEvent.clear(field);
  await userEvent.type(field, 'pt90s{Enter}');
  await waitFor(() => expect(ahead()).toBe(12 * 3600 + 90));
});

test('L2 a fault waits for the next change, and the desk says when it has happened', async () => {
  await showDesk();
  await userEvent.click(opener());
  await userEvent.click(part('Faults').getByRole('radio', { name: '3 s' }));
  await userEvent.selectOptions(part('Faults').getByRole('combobox'), '503');
  expect(readFaults()).toEqual({ latency: 3000, next: 503 });
  expect(takeFault('GET')).toBeNull();
  expect(takeFault('PATCH')).toBe(503);
  await waitFor(() => expect(part('Faults').getByRole('status').textContent).toBe('Used up: 503 Service Unavailable.'));
});

test('L2 a reset asks first', async () => {
  const { resets } = await showDesk();
  await userEvent.click(opener());
  await userEvent.click(part('Reset').getByRole('button', { name: 'Reset…' }));
  await userEvent.click(part('Reset').getByRole('button', { name: 'Keep' }));
  expect(resets()).toBe(0);
  await userEvent.click(part('Reset').getByRole('button', { name: 'Reset…' }));
  await userEvent.click(part('Reset').getByRole('button', { name: 'Forget everything' }));
  await waitFor(() => expect(resets()).toBe(1));
});
