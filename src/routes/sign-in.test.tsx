// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { leaveFor } from '../lib/fresh-page.ts';
import { answer, json, open, problem } from './entry.test-setup.tsx';

// The test's browser cannot go to another page.
vi.mock('../lib/fresh-page.ts', () => ({ leaveFor: vi.fn<(path: string) => void>() }));
beforeEach(() => vi.mocked(leaveFor).mockClear());
const gone = () => waitFor(() => expect(leaveFor).toHaveBeenCalledOnce());

const button = () => screen.getByRole('button', { name: 'Sign in' });
const email = () => screen.getByLabelText<HTMLInputElement>('Email');
const password = () => screen.getByLabelText<HTMLInputElement>('Password');

async function signIn(user = userEvent.setup()) {
  await user.type(email(), 'ines@marchetti.example');
  await user.type(password(), 'correct horse battery');
  await user.click(button());
}

test('lands on the deep link that was asked for (B1, B9)', async () => {
  const calls = answer(json(200, { next: 'done' }));
  await open('/sign-in?to=%2Fsecurity%3Fx%3D1');
  await signIn();
  await gone();
  expect(leaveFor).toHaveBeenCalledWith('/security?x=1');
  expect(calls).toEqual([
    {
      method: 'POST',
      path: '/api/session',
      body: { email: 'ines@marchetti.example', password: 'correct horse battery' },
    },
  ]);
});

test('follows no target of another origin (B9, H3)', async () => {
  answer(json(200, { next: 'done' }));
  await open('/sign-in?to=%2F%2Fevil.example');
  await signIn();
  await gone();
  expect(leaveFor).toHaveBeenCalledWith('/');
});

test('a refusal keeps the email and puts the caret into the password (B1)', async () => {
  answer(problem(401, 'credentials_invalid'));
  await open('/sign-in');
  await signIn();
  expect((await screen.findByRole('alert')).textContent).toBe('Email and password do not match.');
  expect(email().value).toBe('ines@marchetti.example');
  expect(document.activeElement).toBe(password());
  expect(password().selectionEnd).toBe(password().value.length);
});

test.each([
  ['no answer', new TypeError('Failed to fetch'), /server did not answer/],
  ['a 500', problem(500, 'internal'), /failed on our side/],
  ['a page of a proxy', new Response('<html>', { status: 502 }), /answered in its place/],
  ['an empty 200', new Response('', { status: 200 }), /answered in its place/],
])('%s keeps what is typed, and the button works again (F1, F3)', async (_, failure, text) => {
  const user = userEvent.setup();
  const calls = answer(failure, json(200, { next: 'done' }));
  await open('/sign-in');
  await signIn(user);
  expect((await screen.findByRole('alert')).textContent).toMatch(text);
  expect([email().value, password().value]).toEqual(['ines@marchetti.example', 'correct horse battery']);
  await user.click(button());
  await gone();
  expect(calls).toHaveLength(2);
});

test('a double click signs in once (F5)', async () => {
  const calls = answer(json(200, { next: 'done' }));
  await open('/sign-in');
  fireEvent.input(email(), { target: { value: 'ines@marchetti.example' } });
  fireEvent.input(password(), { target: { value: 'correct horse battery' } });
  fireEvent.click(button());
  fireEvent.click(button());
  await gone();
  expect(calls).toHaveLength(1);
});

test('counts an honest wait down before the next try (B5)', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  answer(problem(429, 'throttled', { retryAfter: 62 }));
  await open('/sign-in');
  await signIn(userEvent.setup({ advanceTimers: vi.advanceTimersByTime }));
  expect(await screen.findByText('You can try again in 1 minute, 2 seconds.', { selector: '.numeric' })).toBeDefined();
  expect(button().hasAttribute('disabled')).toBe(true);
  const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  const spoken = status();
  await act(() => vi.advanceTimersByTimeAsync(12_000));
  expect(screen.getByText(/You can try again in 50 seconds|in 49 seconds/, { selector: '.numeric' })).toBeDefined();
  expect(status()).toEqual(spoken);
  await act(() => vi.advanceTimersByTimeAsync(51_000));
  expect(status()).toContain('You can try again now.');
  expect(button().hasAttribute('disabled')).toBe(false);
  expect(password().value).toBe('correct horse battery');
});

test('an unconfirmed address is offered the mail again, with its cooldown (A6)', async () => {
  const user = userEvent.setup();
  const calls = answer(problem(403, 'email_unconfirmed'), json(202, { wait: 60 }));
  await open('/sign-in');
  await signIn(user);
  const again = await screen.findByRole('button', { name: 'Send the message again' });
  expect(screen.getByText(/^This address is not confirmed yet/u).role).toBe('alert');
  await user.click(again);
  await screen.findByText(/You can send it again in (1 minute|5\d seconds)/u, { selector: '.numeric' });
  expect(again.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(again);
  await user.click(again);
  expect(calls.slice(1)).toEqual([
    { method: 'POST', path: '/api/sign-up/resend', body: { email: 'ines@marchetti.example' } },
  ]);
});

test('two empty fields make a summary with links, one takes the focus itself (A11)', async () => {
  const user = userEvent.setup();
  answer();
  await open('/sign-in');
  await user.click(button());
  const summary = await screen.findByRole('group', { name: '2 fields need another look' });
  expect(document.activeElement).toBe(summary);
  await user.click(within(summary).getAllByRole('link')[1] ?? summary);
  expect(document.activeElement).toBe(password());
  await user.keyboard('correct horse battery{Enter}');
  expect(document.activeElement).toBe(email());
  expect(email().getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('group')).toBeNull();
});

test('takes what a password manager wrote without an event (F17)', async () => {
  const calls = answer(json(200, { next: 'done' }));
  await open('/sign-in');
  email().value = 'ines@marchetti.example';
  password().value = 'correct horse battery';
  fireEvent.click(button());
  await gone();
  expect(calls[0]?.body).toEqual({ email: 'ines@marchetti.example', password: 'correct horse battery' });
});

test('another language keeps what is typed and turns the page (F3)', async () => {
  const user = userEvent.setup();
  await open('/sign-in');
  await user.type(email(), 'ines@marchetti.example');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'العربية');
  expect(await screen.findByRole('heading', { name: 'تسجيل الدخول' })).toBeDefined();
  expect(document.documentElement.dir).toBe('rtl');
  expect(screen.getByLabelText<HTMLInputElement>('البريد الإلكتروني').value).toBe('ines@marchetti.example');
});
