import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MockBackend } from '../../../mocks/backend.ts';
import { createPersona } from '../../../mocks/scenarios/create-persona.ts';
import { openNodeBackend } from '../../../mocks/node.ts';
import { sweep } from './sweep.ts';

let backend: MockBackend;
beforeAll(async () => {
  backend = await openNodeBackend();
});
afterAll(() => backend.db.destroy());

const count = async (table: 'throttles' | 'registrations' | 'sessions' | 'accounts') =>
  (await backend.db.selectFrom(table).selectAll().execute()).length;

test('S3 T1 keeps what still counts, and removes what has run out', async () => {
  const cookies: string[] = [];
  const handle = async (request: Request) =>
    backend.app.fetch(request, { cookieHeader: cookies.at(-1)?.split(';')[0] ?? '', setCookies: cookies });
  await createPersona(handle, 'newcomer');
  await sweep(backend.ports);
  expect([await count('sessions'), await count('registrations')]).toEqual([1, 1]);
  expect(await count('throttles')).toBeGreaterThan(0);

  await backend.clock.advance(31 * 24 * 3_600_000);
  await sweep(backend.ports);
  expect([await count('sessions'), await count('registrations'), await count('throttles')]).toEqual([0, 0, 0]);
  expect(await count('accounts')).toBe(1);
});
