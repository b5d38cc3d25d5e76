import { beforeAll, describe } from 'vitest';
import { allCases } from './cases/all.ts';
import type { Host } from './host.ts';
import { pageHost } from './hosts/page.ts';

describe('on MSW in Chromium', () => {
  let host: Host;
  beforeAll(async () => {
    host = await pageHost();
  });
  allCases(() => host);
});
