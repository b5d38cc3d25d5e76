import { defineConfig } from '@playwright/test';
import type { BackendOptions } from './e2e/fixtures.ts';
import { chromiumArguments, chromiumPath } from './scripts/chromium.ts';

/**
 * The same flows against the mock backend in the page and against the server on either database. Tests tagged
 * `@server` need what only a server has; those tagged `@once` say the same everywhere, and one run of them is enough.
 */
export default defineConfig<BackendOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: chromiumPath(), args: chromiumArguments },
    video: 'off',
    trace: 'off',
    screenshot: 'off',
  },
  projects: [
    { name: 'sqlite', use: { backend: 'sqlite' } },
    { name: 'postgres', grepInvert: /@once/, use: { backend: 'postgres' } },
    { name: 'mock', grepInvert: /@server|@once/, use: { backend: 'mock' } },
  ],
});
