import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeBackend } from '../../mocks/node.ts';

describe('H7: well-known addresses', () => {
  let backend: Awaited<ReturnType<typeof openNodeBackend>>;
  beforeAll(async () => {
    backend = await openNodeBackend({ publicUrl: 'https://accounts.example' });
  });
  afterAll(() => backend.db.destroy());

  test('security.txt says whom to write to, until when, and where it belongs (RFC 9116)', async () => {
    const response = await backend.app.request('http://localhost:9/.well-known/security.txt');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/iu);
    const fields = new Map(
      (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/: (.*)/u, 2) as [string, string]),
    );
    expect(fields.get('Contact')).toBe('mailto:support@foyer.example');
    expect(fields.get('Preferred-Languages')).toBe('en, de, ar');
    expect(fields.get('Canonical'), 'case-19 never from the request').toBe(
      'https://accounts.example/.well-known/security.txt',
    );
    const expires = Date.parse(fields.get('Expires') ?? '');
    expect(expires).toBeGreaterThan(backend.clock.now());
    expect(expires).toBeLessThan(backend.clock.now() + 366 * 24 * 3_600_000);
  });

  test('change-password leads to the page where passwords are', async () => {
    const response = await backend.app.request('/.well-known/change-password');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/security']);
  });

  test('and a nonsense address beside them is a plain 404', async () => {
    const address = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
    expect((await backend.app.request(address)).status).toBe(404);
  });
});
