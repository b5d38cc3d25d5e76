// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answer, json, open, problem } from './entry.test-setup.tsx';

const phrase = 'lantern orchid veranda';
const typed = {
  'First name': 'Ines',
  'Last name': 'Marchetti',
  Email: 'ines@marchetti.example',
  Password: phrase,
  'Confirm password': phrase,
};
type Label = keyof typeof typed;

const field = (label: Label) => screen.getByLabelText<HTMLInputElement>(label);
const button = () => screen.getByRole('button', { name: 'Sign up' });
const rule = (text: string | RegExp) => screen.getByText(text, { selector: 'li > span' }).textContent;

function fill(values: Partial<Record<Label, string>> = {}) {
  for (const [label, value] of Object.entries({ ...typed, ...values })) {
    fireEvent.input(field(label as Label), { target: { value } });
  }
}

test('the account is asked for once, and the page says where the message went (A3, F5)', async () => {
  const calls = answer(json(202, { next: 'confirm-email' }));
  await open('/sign-up');
  fill();
  fireEvent.click(button());
  fireEvent.click(button());
  const heading = await screen.findByRole('heading', { level: 1, name: 'Check your email' });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe('Check your email · Foyer');
  expect(screen.getByText(/\u2068ines@marchetti\.example\u2069/u)).toBeDefined();
  expect(location.search).toBe('');
  const body = { firstName: 'Ines', lastName: 'Marchetti', email: 'ines@marchetti.example', password: phrase };
  expect(calls).toEqual([{ method: 'POST', path: '/api/sign-up', body: { ...body, locale: 'en' } }]);
});

test('"Use another address" keeps all but the passwords (A3)', async () => {
  const user = userEvent.setup();
  answer(json(202, { next: 'confirm-email' }));
  await open('/sign-up');
  fill();
  await user.click(button());
  await user.click(await screen.findByRole('button', { name: 'Use another address' }));
  const values = (Object.keys(typed) as Label[]).map((label) => field(label).value);
  expect(values).toEqual(['Ines', 'Marchetti', 'ines@marchetti.example', '', '']);
  expect(document.activeElement).toBe(field('Email'));
});

test('the message can be sent again after the cooldown that is shown (A6)', async () => {
  answer(json(202, { next: 'confirm-email' }));
  await open('/sign-up');
  fill();
  fireEvent.click(button());
  const again = await screen.findByRole('button', { name: 'Send the message again' });
  expect(again.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/You can send it again in (1 minute|5\d seconds)/u, { selector: '.numeric' })).toBeDefined();
});

test('the rules stand there before typing and tick one by one (A4)', async () => {
  const user = userEvent.setup();
  await open('/sign-up');
  expect(rule(/At least 15 characters/u)).toBe('At least 15 characters, not yet');
  expect(rule(/Not a common password/u)).toBe('Not a common password, not yet');
  fireEvent.input(field('First name'), { target: { value: 'Ines' } });
  await user.type(field('Password'), 'ines2026');
  expect(rule(/At least 15 characters/u)).toBe('At least 15 characters (8 so far), not yet');
  expect(rule(/More than your name/u)).toContain('not yet');
  await waitFor(() => expect(rule(/Not a common password/u)).toContain('done'), { timeout: 5000 });
  await user.clear(field('Password'));
  await user.type(field('Password'), 'qwertyuiop');
  expect(rule(/Not a common password/u)).toContain('not yet');
  await user.clear(field('Password'));
  await user.click(field('Password'));
  await user.paste(phrase);
  for (const text of [/At least 15/u, /Not a common/u, /More than your name/u]) expect(rule(text)).toContain('done');
});

test('the repetition has to match, also when the first is changed later (A4)', async () => {
  const user = userEvent.setup();
  await open('/sign-up');
  fill({ 'Confirm password': `${phrase}s` });
  await user.click(field('Confirm password'));
  await user.tab();
  expect(await screen.findByText('The two passwords differ. Type the same one again.')).toBeDefined();
  await user.type(field('Password'), 's');
  await waitFor(() => expect(field('Confirm password').hasAttribute('aria-invalid')).toBe(false));
});

test('an empty form sends nothing and lists its fields (A11)', async () => {
  const user = userEvent.setup();
  const calls = answer();
  await open('/sign-up');
  await user.click(button());
  const summary = await screen.findByRole('group', { name: '5 fields need another look' });
  expect(document.activeElement).toBe(summary);
  expect(within(summary).getAllByRole('link')).toHaveLength(5);
  expect(calls).toEqual([]);
});

test('what the server finds stands at its field, and nothing is lost (F3)', async () => {
  const errors = [{ pointer: '/password', code: 'password_common' }];
  const calls = answer(problem(422, 'invalid', { errors }), new TypeError('Failed to fetch'));
  await open('/sign-up');
  fill();
  fireEvent.click(button());
  expect(await screen.findByText(/on the list that attackers try first/u)).toBeDefined();
  expect(document.activeElement).toBe(field('Password'));
  fill({ Password: `${phrase}s`, 'Confirm password': `${phrase}s` });
  fireEvent.click(button());
  expect((await screen.findByRole('alert')).textContent).toMatch(/server did not answer/u);
  expect(field('Password').value).toBe(`${phrase}s`);
  expect(field('First name').value).toBe('Ines');
  expect(calls).toHaveLength(2);
});
