import { afterAll, beforeAll, describe } from 'vitest';
import { allCases } from './cases/all.ts';
import { crossSiteCases } from './cases/cross-site.ts';
import type { Host } from './host.ts';
import { appHost, mswNodeHost } from './hosts/in-process.ts';

describe.each([
  { name: 'app.request', open: appHost },
  { name: 'MSW on Node', open: mswNodeHost },
])('on $name', ({ open }) => {
  let host: Host;
  beforeAll(async () => {
    host = await open();
  });
  afterAll(() => host.close());
  allCases(() => host);
  crossSiteCases(() => host);
});
