// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answer, json, open, problem } from './entry.test-setup.tsx';

const press = () => userEvent.click(screen.getByRole('button', { name: 'Confirm email address' }));

test('confirms at the press of the button and never on load (A6, F15)', async () => {
  const calls = answer(json(200, { next: 'sign-in' }));
  await open('/sign-up/confirm?token=t1');
  expect(calls).toEqual([]);
  await press();
  const heading = await screen.findByRole('heading', { name: 'Your address is confirmed' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
  expect(calls).toEqual([{ method: 'POST', path: '/api/sign-up/confirmation', body: { token: 't1' } }]);
});

test('a used link says so and leads to signing in (A6, F15)', async () => {
  answer(problem(410, 'link_used'));
  await open('/sign-up/confirm?token=t1');
  await press();
  expect(await screen.findByRole('heading', { name: 'This link was already used' })).toBe(document.activeElement);
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeDefined();
});

test('an address that was signed up twice is asked for the password that was chosen (A7)', async () => {
  const user = userEvent.setup();
  const calls = answer(
    problem(403, 'password_needed'),
    problem(401, 'credentials_invalid'),
    json(200, { next: 'sign-in' }),
  );
  await open('/sign-up/confirm?token=t1');
  await press();
  await user.type(await screen.findByLabelText('Password'), 'a wrong one{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain(
    'not a password that the address was signed up with',
  );
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'a quiet lantern{Enter}');
  await screen.findByRole('heading', { name: 'Your address is confirmed' });
  expect(calls.map(({ body }) => body)).toEqual([
    { token: 't1' },
    { token: 't1', password: 'a wrong one' },
    { token: 't1', password: 'a quiet lantern' },
  ]);
});

test('an expired link offers a new one for the address (A6)', async () => {
  const user = userEvent.setup();
  const calls = answer(problem(410, 'link_expired'), problem(429, 'throttled', { retryAfter: 600 }));
  await open('/sign-up/confirm?token=t1');
  await press();
  expect(await screen.findByRole('heading', { name: 'This link has run out' })).toBe(document.activeElement);
  await user.type(screen.getByLabelText('Email'), 'ines@marchetti.example{Enter}');
  await screen.findByText(/^You can send it again in (10|9) minutes/u, { selector: '.numeric' });
  expect(screen.getByRole('button', { name: 'Send a new link' }).hasAttribute('disabled')).toBe(true);
  expect(calls[1]).toEqual({
    method: 'POST',
    path: '/api/sign-up/resend',
    body: { email: 'ines@marchetti.example' },
  });
});

test('a new link that is on its way is told alike for every address (A6)', async () => {
  const user = userEvent.setup();
  answer(problem(410, 'link_expired'), json(202, { wait: 60 }));
  await open('/sign-up/confirm?token=t1');
  await press();
  await user.type(await screen.findByLabelText('Email'), 'ines@marchetti.example{Enter}');
  expect(await screen.findByRole('heading', { name: 'Check your email' })).toBe(document.activeElement);
  expect(screen.getByText(/is waiting to be confirmed, a new link is on its way/u)).toBeDefined();
});

test.each(['/sign-up/confirm', '/sign-up/confirm?token='])('%s says what to check (A6)', async (address) => {
  await open(address);
  expect(screen.getByRole('heading', { name: 'This link does not work' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Sign up' }).getAttribute('href')).toBe('/sign-up');
});

test('without an answer the button works again (F1)', async () => {
  answer(new TypeError('Failed to fetch'), json(200, { next: 'sign-in' }));
  await open('/sign-up/confirm?token=t1');
  await press();
  expect((await screen.findByRole('alert')).textContent).toMatch(/server did not answer/u);
  await press();
  expect(await screen.findByRole('heading', { name: 'Your address is confirmed' })).toBeDefined();
});
