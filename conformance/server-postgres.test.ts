import { afterAll, beforeAll, describe, inject } from 'vitest';
import { allCases } from './cases/all.ts';
import { crossSiteCases } from './cases/cross-site.ts';
import { serverHost, type ServerProcess } from './hosts/server-process.ts';

const [url] = inject('postgresUrls');

describe.skipIf(url === undefined)('on the server over PostgreSQL', () => {
  let host: ServerProcess;
  beforeAll(async () => {
    host = await serverHost('server on PostgreSQL', { DATABASE_URL: url ?? '' });
  });
  afterAll(() => host.close());
  allCases(() => host);
  crossSiteCases(() => host);
});
