// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answer, json, open } from './entry.test-setup.tsx';

test('shows mails as text with their links, and none of their markup (A6)', async () => {
  const link = 'http://localhost:3000/sign-up/confirm?token=t1';
  const mail = { to: 'ines@marchetti.example', text: 'Guten Tag', html: '<h1>x</h1>', locale: 'de' };
  answer(
    json(200, [
      { ...mail, subject: 'Bestätigen', sentAt: '2026-11-21T09:00:00Z', links: [link, 'javascript:alert(1)'] },
    ]),
  );
  await open('/dev/outbox');
  const heading = await screen.findByRole('heading', { name: 'Bestätigen' });
  expect(heading.lang).toBe('de');
  expect(screen.getAllByRole('link').map((found) => found.getAttribute('href'))).toEqual([link]);
  expect(screen.queryByRole('heading', { name: 'x' })).toBeNull();
});

test('says that there is no mail yet (A6)', async () => {
  answer(json(200, []));
  await open('/dev/outbox');
  expect(await screen.findByRole('heading', { name: 'No mail yet' })).toBeDefined();
});
