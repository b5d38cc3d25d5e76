import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import pg from 'pg';
import { ask } from '../conformance/host.ts';
import type { Backend } from './backends.ts';
import { expect, test } from './fixtures.ts';
import { frame, profilePage } from './pages/account.ts';

test.use({ isolated: true });

/** Takes the database away from a server, and gives back how to return it. */
async function withhold({ dataDir = '', databaseUrl }: Backend): Promise<() => Promise<void>> {
  if (databaseUrl === undefined) {
    const database = new DatabaseSync(join(dataDir, 'foyer.sqlite'));
    database.exec('begin exclusive');
    return async () => {
      database.exec('rollback');
      database.close();
    };
  }
  const admin = new URL(databaseUrl);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  const run = async (...statements: readonly string[]) => {
    const client = new pg.Client(admin.href);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run(
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  return () => run(`alter database ${name} allow_connections true`);
}

test('N1 @server while the database is gone a save says so and keeps the form; afterwards it works', async ({
  page,
  house,
  persona,
  watch,
}) => {
  watch.allow(503);
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');

  const giveBack = await withhold(house);
  const refused = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await profile.save.click();
  expect((await refused).status()).toBe(503);
  expect((await refused).headers()['retry-after']).toBe('5');
  await expect(profile.refusal).toContainText('the service is down for a moment. What you typed is kept.');
  await expect(profile.city).toHaveValue('Turin');

  await giveBack();
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect((await ask(house.own(page), 'getAccount')).city).toBe('Turin');
});

test('N1 @server a server that was killed and started again takes the save of a page that stayed open', async ({
  page,
  house,
  persona,
}) => {
  await persona.signedIn();
  const profile = profilePage(page);
  await profile.open();
  await profile.city.fill('Turin');
  await house.crashAndRestart?.();
  await profile.save.click();
  await expect(frame(page).toast('Saved')).toBeVisible();
  expect((await ask(house.own(page), 'getAccount')).city).toBe('Turin');
});
