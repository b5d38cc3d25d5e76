import { execFile, execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { postgresBin, startCluster } from '../conformance/hosts/postgres-cluster.ts';
import { freePort, serverHost } from '../conformance/hosts/server-process.ts';
import { chromiumArguments, chromiumPath } from '../scripts/chromium.ts';

const root = resolve(import.meta.dirname, '..');

/** Starts what the tests visit, and tells the workers by environment where it is. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
  const starts = { sqlite: startSqlite, postgres: startPostgres, mock: startMock };
  const wanted = Object.entries(starts).filter(([name]) => isWanted(name));
  const closing = await Promise.all(wanted.map(([, start]) => start()));
  return async () => {
    for (const close of closing) await close?.();
  };
}

/** A run of some projects (`--project sqlite`) starts no more than they visit. */
function isWanted(name: string): boolean {
  const named = process.argv.flatMap((arg, at, all) => {
    if (arg === '--project') return [all[at + 1]];
    return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [];
  });
  return named.length === 0 || named.includes(name);
}

async function startSqlite(): Promise<() => Promise<void>> {
  const host = await serverHost('server on SQLite');
  process.env['E2E_SQLITE'] = host.origin;
  return () => host.close();
}

async function startPostgres(): Promise<(() => Promise<void>) | undefined> {
  const bin = postgresBin();
  if (bin === undefined) return undefined;
  const cluster = await startCluster(bin);
  const databaseUrl = await cluster.database();
  const host = await serverHost('server on PostgreSQL', { DATABASE_URL: databaseUrl });
  process.env['E2E_POSTGRES'] = host.origin;
  process.env['E2E_POSTGRES_DATABASE'] = databaseUrl;
  return async () => {
    await host.close();
    cluster.remove();
  };
}

/**
 * The app with the mock backend, twice: as `npm run dev` serves it, in hundreds of modules, for the tests that ask for
 * `isolated`; and built, which loads in a tenth of the time, for all others.
 */
async function startMock(): Promise<() => Promise<void>> {
  const outDir = '.cache/e2e-mock';
  const building = promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', 'mock', '--outDir', outDir, '--logLevel', 'error'],
    { cwd: root },
  );
  const { createServer, preview } = await import('vite');
  const devPort = await freePort();
  const dev = await createServer({
    root,
    mode: 'mock',
    logLevel: 'error',
    cacheDir: '.cache/e2e-vite',
    // Nothing is reloaded while a test is under way.
    server: { port: devPort, strictPort: true, hmr: false, watch: null },
  });
  await dev.listen();
  const devOrigin = `http://localhost:${devPort}`;
  await Promise.all([building, warmUp(devOrigin)]);
  const port = await freePort();
  const built = await preview({ root, mode: 'mock', build: { outDir }, preview: { port, strictPort: true } });
  process.env['E2E_MOCK_DEV'] = devOrigin;
  process.env['E2E_MOCK'] = `http://localhost:${port}`;
  return async () => {
    await Promise.all([dev.close(), built.close()]);
  };
}

/** One visit to every page makes the dependencies and modules ready that the tests will ask for. */
async function warmUp(origin: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    for (const path of ['/profile?persona=newcomer', '/security', '/', '/close-account']) {
      await page.goto(origin + path);
      await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
    }
  } finally {
    await browser.close();
  }
}
