// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Button, ButtonLink, IconButton } from './button.tsx';
import { show } from './ui.test-setup.tsx';

test('a busy button keeps label and focus, and ignores a second press', async () => {
  let presses = 0;
  const press = () => (presses += 1);
  const { rerender } = show(<Button onClick={press}>Save changes</Button>);
  await userEvent.click(screen.getByRole('button'));
  rerender(
    <Button onClick={press} busy>
      Save changes
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Save changes' });
  button.focus();
  await userEvent.click(button);
  await userEvent.keyboard('{Enter}');
  expect(presses).toBe(1);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(document.activeElement).toBe(button);
});

test('a busy submit button does not submit again', async () => {
  let submits = 0;
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    submits += 1;
  };
  show(
    <form onSubmit={submit}>
      <input aria-label="City" />
      <Button type="submit" busy>
        Save changes
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button'));
  await userEvent.type(screen.getByLabelText('City'), 'Turin{Enter}');
  expect(submits).toBe(0);
});

test('a button submits nothing unless it is told to', async () => {
  let submits = 0;
  show(
    <form onSubmit={() => (submits += 1)}>
      <Button>Add</Button>
      <IconButton label="Close" icon="x" />
    </form>,
  );
  for (const button of screen.getAllByRole('button')) await userEvent.click(button);
  expect(submits).toBe(0);
});

test('an icon alone has a name, and a link stays a link', () => {
  show(
    <>
      <IconButton label="Close" icon={<svg />} />
      <ButtonLink to="/profile">Open profile</ButtonLink>
    </>,
  );
  expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open profile' }).getAttribute('href')).toBe('/profile');
});
