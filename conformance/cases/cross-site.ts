import { describe, expect, test } from 'vitest';
import { operations, type OperationId } from '../../contract/operations.ts';
import { problemOf, type Host } from '../host.ts';

const ids = Object.keys(operations) as OperationId[];

/** For hosts that can be asked as a browser on another site would ask; a page cannot pretend to be another one. */
export function crossSiteCases(host: () => Host): void {
  describe('another site', () => {
    test.each(ids.filter((id) => operations[id].method !== 'GET'))('S5 makes no browser call %s', async (id) => {
      const { method, path } = operations[id];
      const ask = async (headers: Record<string, string>) => {
        const init = { method, headers: { 'content-type': 'application/json', ...headers } };
        return (
          await problemOf(
            await host()
              .browser()
              .fetch(path.replaceAll(/\{\w+\}/gu, 'x'), init),
          )
        ).code;
      };
      expect(await ask({ origin: 'https://evil.example' })).toBe('cross_site');
      expect(await ask({ origin: 'null' })).toBe('cross_site');
      expect(await ask({ origin: `${host().origin}.evil.example` })).toBe('cross_site');
    });
  });
}
