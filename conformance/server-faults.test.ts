import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, problemOf, send, type Browser } from './host.ts';
import { postgresBin, startCluster, type Cluster } from './hosts/postgres-cluster.ts';
import { freePort, serverHost, type ServerProcess } from './hosts/server-process.ts';
import { freshEmail, person, signUpBody, type Person } from './people.ts';

/** How long a machine with other work to do may take to get there. */
const patience = { timeout: 15_000 };

async function expectUnavailable(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  const problem = await problemOf(response);
  expect(problem.code).toBe('unavailable');
  expect(problem.retryAfter).toBe(Number(response.headers.get('retry-after')));
}

const isListening = (port: number) =>
  new Promise<boolean>((tell) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      tell(true);
    });
    socket.once('error', () => tell(false));
  });

describe('SQLite held by another process', () => {
  let host: ServerProcess;
  let someone: Person;
  beforeAll(async () => {
    host = await serverHost('server on SQLite');
    someone = await person(host);
  });
  afterAll(() => host.close());

  test('a save is told to come back later, and works when the file is free again', async () => {
    const { etag } = await ask(someone.browser, 'getAccount');
    const other = new DatabaseSync(join(host.dataDir, 'foyer.sqlite'));
    other.exec('begin exclusive');
    const change = { body: { city: 'Turin' }, ifMatch: etag };
    await expectUnavailable(await send(someone.browser, 'changeAccount', change));
    await expectUnavailable(await send(host.browser(), 'signUp', { body: signUpBody(freshEmail()) }));
    const { email, password } = someone;
    await expectUnavailable(await send(host.browser(), 'signIn', { body: { email, password } }));
    expect((await ask(someone.browser, 'getAccount')).city, 'what is stored can still be read').toBe('');
    other.exec('rollback');
    other.close();
    expect((await ask(someone.browser, 'changeAccount', change)).city).toBe('Turin');
    await ask(host.browser(), 'signIn', { body: { email, password } });
  });
});

const bin = postgresBin();
describe.skipIf(bin === undefined)('PostgreSQL stopped under the server', () => {
  let cluster: Cluster;
  let host: ServerProcess;
  let someone: Person;
  beforeAll(async () => {
    cluster = await startCluster(bin ?? '');
    host = await serverHost('server on PostgreSQL', { DATABASE_URL: await cluster.database() });
    someone = await person(host);
  });
  afterAll(async () => {
    await host.close();
    cluster.remove();
  });

  /** Keeps reading, saving and signing up; says how often each status came back. */
  function traffic(browser: Browser) {
    const statuses = new Map<string, number>();
    let isOn = true;
    const note = async (response: Response) => {
      const code = response.ok ? 'ok' : (await problemOf(response)).code;
      statuses.set(code, (statuses.get(code) ?? 0) + 1);
    };
    const work = async () => {
      while (isOn) {
        await note(await send(browser, 'getAccount'));
        await note(await send(browser, 'changePreferences', { body: { theme: 'dark' } }));
        await note(await send(host.browser(), 'resendConfirmation', { body: { email: freshEmail() } }));
      }
    };
    const workers = Promise.all(Array.from({ length: 8 }, work));
    const end = async () => {
      isOn = false;
      await workers;
      return statuses;
    };
    return { statuses, end };
  }

  test('G12 every call answers 503 and none 500, also in the middle of work, and the same process recovers', async () => {
    const { pid } = host.process;
    const credentials = { email: someone.email, password: someone.password };
    for (let round = 1; round <= 3; round += 1) {
      const { statuses, end } = traffic(someone.browser);
      await vi.waitUntil(() => (statuses.get('ok') ?? 0) > 30 * round, patience);
      cluster.stop('immediate');
      await vi.waitUntil(() => (statuses.get('unavailable') ?? 0) > 30 * round, patience);
      const seen = await end();
      expect(
        [...seen.keys()].sort(),
        host
          .output()
          .split('\n')
          .filter((line) => line.includes('"code":"internal"'))
          .join('\n'),
      ).toEqual(['ok', 'unavailable']);

      await expectUnavailable(await send(host.browser(), 'getHealth'));
      await expectUnavailable(await send(someone.browser, 'getAccount'));
      await expectUnavailable(await send(host.browser(), 'signIn', { body: credentials }));
      expect((await send(host.browser(), 'getPolicy')).status, 'what needs no database').toBe(200);
      const page = await someone.browser.fetch('/profile', {
        headers: { 'accept-language': 'de', accept: 'text/html' },
      });
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await page.text()).toContain('<h1>Einen Moment nicht erreichbar</h1>');

      cluster.start();
      expect(await ask(host.browser(), 'getHealth')).toEqual({ status: 'ok' });
      expect((await ask(someone.browser, 'getAccount')).email).toBe(someone.email);
    }
    expect([host.process.pid, host.process.exitCode]).toEqual([pid, null]);
  }, 60_000);

  test('what was answered before the stop is there afterwards', async () => {
    const { etag } = await ask(someone.browser, 'getAccount');
    await ask(someone.browser, 'changeAccount', { body: { city: 'Turin' }, ifMatch: etag });
    cluster.stop('immediate');
    cluster.start();
    expect((await ask(someone.browser, 'getAccount')).city).toBe('Turin');
  });

  test('a database that is not there stops a start with a word that says so', async () => {
    cluster.stop('fast');
    const url = `postgres://foyer@127.0.0.1:${await freePort()}/foyer`;
    await expect(serverHost('nowhere', { DATABASE_URL: url })).rejects.toThrow(
      /ended with 1:\nThe database .*ECONNREFUSED/u,
    );
    cluster.start();
  });
});

describe('N4: a stop', () => {
  test('lets a running request finish, takes no new one, and ends well', async () => {
    const host = await serverHost('server on SQLite');
    const ended = once(host.process, 'exit');
    const port = Number(new URL(host.origin).port);
    const { email } = await person(host);
    const body = JSON.stringify({ email });
    const running = request(`${host.origin}/api/sign-up/resend`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
    });
    running.flushHeaders();
    await once(running, 'continue');
    running.write(body.slice(0, 5));
    host.process.kill('SIGTERM');
    await vi.waitUntil(async () => !(await isListening(port)), patience);
    expect(host.process.exitCode).toBeNull();
    running.end(body.slice(5));
    const [response] = (await once(running, 'response')) as [{ statusCode: number; resume: () => void }];
    response.resume();
    expect(response.statusCode).toBe(202);
    expect(await ended).toEqual([0, null]);
    await host.close();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('by %s with nothing to do is at once', async (signal) => {
    const host = await serverHost('server on SQLite');
    await host.browser().fetch('/api/health');
    const ended = once(host.process, 'exit');
    host.process.kill(signal);
    expect(await ended).toEqual([0, null]);
    await host.close();
  });
});

describe('a start that cannot be', () => {
  test('because the port is taken says so, and how to choose another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    await expect(serverHost('taken', { PORT: String(port) })).rejects.toThrow(
      `ended with 1:\nPort ${port} is taken. Choose another: PORT=3001 npm start\n`,
    );
    taken.close();
  });

  test('case-43 because of its configuration names each fault and no stack', async () => {
    const faulty = serverHost('faulty', { PUBLIC_URL: 'nowhere', LOG_LEVEL: 'loud', FOYER_POLICY: 'nothing.json' });
    const message = await faulty.catch((error: unknown) => String(error));
    expect(message).toMatch(
      /ended with 1:\nFoyer cannot start:\n {2}- PUBLIC_URL .*\n {2}- LOG_LEVEL .*\n {2}- FOYER_POLICY /u,
    );
    expect(message).not.toMatch(/\n\s+at .*\.ts:\d+/u);
  });
});
