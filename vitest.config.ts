import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath, chromiumArguments } from './scripts/chromium.ts';
import { mockWorkerPlugin } from './scripts/mock-worker-plugin.ts';
import { themePlugin } from './scripts/theme-plugin.ts';
import viteConfig from './vite.config.ts';

const { optimizeDeps = {} } = viteConfig({ mode: 'mock', command: 'serve' });

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react(), themePlugin()],
        test: {
          name: 'unit',
          include: ['{contract,server,mocks,src,scripts}/**/*.test.{ts,tsx}'],
          setupFiles: ['src/testing/set-up.ts'],
          env: { TZ: 'Europe/Rome' },
        },
      },
      {
        test: {
          name: 'hosts',
          include: ['conformance/**/*.test.ts'],
          exclude: ['conformance/**/*.browser.test.ts'],
          globalSetup: ['conformance/hosts/set-up.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        plugins: [react(), themePlugin(), mockWorkerPlugin()],
        optimizeDeps,
        test: {
          name: 'chromium',
          include: ['conformance/**/*.browser.test.ts'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumArguments } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
