import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import type { FloorSource } from './scenario.ts';

export interface Served {
  origin: string;
  close: () => Promise<void>;
}

const mimeTypes: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

/** Builds a floor with the project's own Vite and React, so that the ratio compares like with like, and serves it. */
export async function serveFloor({ floor, answer }: FloorSource): Promise<Served> {
  const files = await buildFloor(floor);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const json = answer?.({ method: request.method ?? 'GET', url });
    if (json) {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', 'cache-control': 'no-store' };
      response.writeHead(200, headers).end(gzipSync(JSON.stringify(json)));
      return;
    }
    const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const body = files.get(name);
    const isPage = name.endsWith('.html');
    response.writeHead(body ? 200 : 404, {
      'content-type': mimeTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    });
    response.end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** File name → brotli, the best there is: what a good deployment would have stored. */
async function buildFloor(floor: string): Promise<Map<string, Buffer>> {
  const root = new URL(`floors/${floor}`, import.meta.url).pathname;
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [react()],
    build: { write: false },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return new Map(
    output.map((file) => [file.fileName, brotliCompressSync(file.type === 'chunk' ? file.code : file.source)]),
  );
}
