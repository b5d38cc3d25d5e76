import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockWorkerPlugin } from './scripts/mock-worker-plugin.ts';
import { chunkName } from './scripts/chunks.ts';
import { themePlugin } from './scripts/theme-plugin.ts';

/** `--mode mock` brings the mock backend and the control desk; without it they are no part of the build. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), themePlugin(), mode === 'mock' && mockWorkerPlugin()],
  server: { port: 5173, strictPort: true, host: 'localhost' },
  preview: { port: 5173, strictPort: true, host: 'localhost' },
  build: {
    outDir: mode === 'mock' ? 'dist/mock' : 'dist/app',
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    // One style sheet: all of it weighs less than the requests that parts of it would cost.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files: on a slow line each request costs more than the bytes it might save.
        codeSplitting: {
          groups: [{ name: chunkName, debugName: 'pages' }],
        },
      },
    },
  },
  // The server writes a fresh nonce into its place with every page it serves.
  ...(mode === 'production' && { html: { cspNonce: '%NONCE%' } }),
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['@sqlite.org/sqlite-wasm'],
    include: [
      'react',
      'react-dom/client',
      'react/jsx-runtime',
      'wouter',
      '@tanstack/react-query',
      'i18next',
      'react-i18next',
      'lucide-react',
      'zod/mini',
      'hono',
      'hono/factory',
      'hono/route',
      'hono/utils/cookie',
      'kysely',
      'kysely/migration',
      'hash-wasm',
      'idb',
      'tough-cookie',
      'msw',
      'msw/browser',
      'image-size',
      '@zxcvbn-ts/language-common',
    ],
  },
}));
