// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Avatar, initialsOf } from './avatar.tsx';
import { Niche } from './niche.tsx';
import { show } from './ui.test-setup.tsx';

test.each([
  ['Ines Marchetti', 'IM'],
  ['ana maría de la cruz', 'AC'],
  ['X', 'X'],
  ['  Björk  ', 'B'],
  ['élodie ångström', 'ÉÅ'],
  ['e\u0301lodie', 'E\u0301'],
  ['山田 太郎', '山太'],
  ['क्षितिज शर्मा', 'क्षिश'],
  ['👩‍🚀 Ride', 'R'],
  ['"Bob" O’Neil', 'BO'],
  ['—', ''],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('parts of a name give one initial each, and letters that would join are kept apart', () => {
  expect(initialsOf(['Anna Maria', 'de Vries'])).toBe('AD');
  expect(initialsOf(['', 'Okafor'])).toBe('O');
  expect(initialsOf('مريم علي')).toBe('م\u200Cع');
});

test('a picture that does not load gives way to the initials, and a new one is tried again', () => {
  const { container, rerender } = show(<Avatar name="Ines Marchetti" src="/gone.png" />);
  const picture = () => container.querySelector('img');
  const first = picture();
  if (first) fireEvent.error(first);
  expect(picture()).toBe(null);
  expect(container.textContent).toBe('IM');
  rerender(<Avatar name="Ines Marchetti" src="/new.png" />);
  expect(picture()?.getAttribute('src')).toBe('/new.png');
});

test('a picture is decorative unless it is given a name', () => {
  const { container, rerender } = show(<Avatar name="Ines Marchetti" />);
  expect(container.querySelector('[aria-hidden="true"]')?.textContent).toBe('IM');
  rerender(<Avatar name="Ines Marchetti" alt="Your picture" />);
  expect(container.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Your picture');
});

test.each([
  [0.8, '80 100'],
  [1.4, '100 100'],
  [0, undefined],
])('the niche filled to %d draws %s of its outline', (completeness, dashes) => {
  const { container } = show(<Niche completeness={completeness}>picture</Niche>);
  expect(container.querySelector('[stroke-dasharray]')?.getAttribute('stroke-dasharray')).toBe(dashes);
});
