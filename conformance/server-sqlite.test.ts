import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCases } from './cases/all.ts';
import { crossSiteCases } from './cases/cross-site.ts';
import { ask } from './host.ts';
import { serverHost, type ServerProcess } from './hosts/server-process.ts';
import { goodPassword, person } from './people.ts';

describe('on the server over SQLite', () => {
  let host: ServerProcess;
  beforeAll(async () => {
    host = await serverHost('server on SQLite');
  });
  afterAll(() => host.close());

  allCases(() => host);
  crossSiteCases(() => host);

  test('N1 what was answered is there after kill -9', async () => {
    const { browser } = await person(host);
    const { etag } = await ask(browser, 'getAccount');
    for (let round = 1; round <= 3; round += 1) {
      const before = await ask(browser, 'getAccount');
      await ask(browser, 'changeAccount', { body: { city: `Turin ${round}` }, ifMatch: before.etag });
      await host.crashAndRestart();
      expect((await ask(browser, 'getAccount')).city).toBe(`Turin ${round}`);
    }
    expect((await ask(browser, 'getAccount')).etag).not.toBe(etag);
  });

  test('case-42 a path with two slashes meets no operation', async () => {
    expect((await host.browser().fetch('//api/session')).status).toBe(404);
  });

  test('N1 a foreign name that resolves to this machine opens nothing in development', async () => {
    const { port } = new URL(host.origin);
    const statusFor = (name: string) =>
      new Promise<number>((done, fail) => {
        const options = { host: '127.0.0.1', port, path: '/dev/outbox.json', headers: { host: name } };
        get(options, (response) => done(response.resume().statusCode ?? 0)).on('error', fail);
      });
    expect(await statusFor(`rebound.evil.example:${port}`)).toBe(403);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
  });

  test('H6 the log of all this holds no password, token, cookie or code', async () => {
    const requests = host
      .output()
      .split('\n')
      .filter((line) => line.includes('"event":"request"'));
    expect(requests.length).toBeGreaterThan(100);
    expect(host.output()).not.toContain(goodPassword);
    expect(host.output()).not.toMatch(/token=|foyer=|argon2/iu);
  });
});
