// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { expect, test } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { PasswordField } from './password-field.tsx';
import { PasswordRules } from './password-rules.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { show } from './ui.test-setup.tsx';

test('label, help and error belong to the control of a field', () => {
  show(<TextField label="Email" help="You also sign in with it." error="Add the part after the @." />);
  const input = screen.getByLabelText('Email');
  const texts = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(texts.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Add the part after the @.',
    'You also sign in with it.',
  ]);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a field without faults says nothing about validity', () => {
  show(<TextField label="City" optional />);
  const input = screen.getByRole('textbox', { name: 'City optional' });
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  expect(input.hasAttribute('aria-describedby')).toBe(false);
});

test('ref and handlers reach the control, so that a form can register it', async () => {
  const ref = createRef<HTMLInputElement>();
  const typed: string[] = [];
  show(<TextField label="City" name="city" ref={ref} onChange={(event) => typed.push(event.currentTarget.value)} />);
  await userEvent.type(screen.getByLabelText('City'), 'Tu');
  expect(ref.current?.name).toBe('city');
  expect(typed).toEqual(['T', 'Tu']);
});

test('a list belongs to its label too', () => {
  show(
    <SelectField label="Country" error="Choose one.">
      <option>Italy</option>
    </SelectField>,
  );
  expect(screen.getByRole('combobox', { name: 'Country' }).getAttribute('aria-invalid')).toBe('true');
});

test('the whole line of a tick answers', async () => {
  show(<Checkbox label="Email me a copy" help="Once a week." />);
  await userEvent.click(screen.getByText('Once a week.'));
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
});

test('showing a password keeps value, caret and focus', async () => {
  show(<PasswordField label="Password" />);
  const input = screen.getByLabelText<HTMLInputElement>('Password');
  await userEvent.type(input, 'correct horse');
  input.setSelectionRange(3, 5);
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
  expect(input.type).toBe('text');
  expect(input.value).toBe('correct horse');
  expect([input.selectionStart, input.selectionEnd]).toEqual([3, 5]);
  expect(document.activeElement).toBe(input);
  await userEvent.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(input.type).toBe('password');
  expect(input.value).toBe('correct horse');
});

test('a rule says in words whether it is met', () => {
  const rules = [
    { id: 'length', text: 'At least 15 characters', met: false },
    { id: 'name', text: 'Without your name', met: true },
  ];
  const { rerender } = show(<PasswordRules rules={rules} />);
  const said = () => screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(said()).toEqual(['At least 15 characters, not yet', 'Without your name, done']);
  rerender(<PasswordRules rules={rules} showUnmet />);
  expect(said()).toEqual(['At least 15 characters, missing', 'Without your name, done']);
});

test('nothing is spoken about the rules before anything is typed', () => {
  show(<PasswordRules rules={[{ id: 'length', text: 'At least 15 characters', met: false }]} />);
  expect(screen.getByRole('status').textContent).toBe('');
});

const faults = [
  { fieldId: 'email', message: 'Email: add the part after the @' },
  { fieldId: 'phone', message: 'Phone: too short for Italy' },
];

test('a summary of two errors takes the focus, and its links lead to the fields', async () => {
  show(
    <>
      <ErrorSummary title="Two things to correct" errors={faults} />
      <TextField label="Phone" id="phone" />
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Two things to correct' }));
  await userEvent.click(screen.getByRole('link', { name: 'Phone: too short for Italy' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Phone'));
});

test('a single error needs no summary', () => {
  show(<ErrorSummary title="One thing to correct" errors={faults.slice(0, 1)} />);
  expect(screen.queryByRole('group')).toBe(null);
});
