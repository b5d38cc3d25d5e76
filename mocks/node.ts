import { setupServer } from 'msw/node';
import { http } from 'msw';
import type { Policy } from '../contract/policy.ts';
import { migrate } from '../server/db/migrations.ts';
import { createSharpImages } from '../server/node/images.ts';
import { nodeSqlite } from '../server/node/sqlite.ts';
import { mockBackend, type MockBackend } from './backend.ts';
import { createMockHasher } from './hasher.ts';

/** The mock backend on Node over a database in memory, for tests. */
export async function openNodeBackend(
  options: { publicUrl?: string; policy?: Policy; trustedProxies?: readonly string[] } = {},
): Promise<MockBackend> {
  const backend = mockBackend({
    dialect: nodeSqlite(':memory:'),
    images: createSharpImages(),
    hasher: createMockHasher(),
    publicUrl: 'http://localhost:3000',
    ...options,
  });
  await migrate(backend.db, 'sqlite');
  return backend;
}

/** The same behind MSW: what `fetch` asks of `origin` is answered by the backend, anything else is an error. */
export function interceptFetch(backend: MockBackend, origin: string) {
  const server = setupServer(
    http.all(`${origin}/*`, async ({ request }) => backend.app.fetch(request, { address: '127.0.0.1' })),
  );
  server.listen({ onUnhandledFrame: 'error' });
  return { close: () => server.close() };
}
