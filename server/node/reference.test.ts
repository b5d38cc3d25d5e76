import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Env } from '../http/env.ts';
import { referenceRoutes } from '../routes/reference.ts';
import { mountReference } from './reference.ts';

const app = new Hono<Env>();
referenceRoutes(app);
mountReference(app);

describe('the reference page (M1)', () => {
  it('loads nothing but its own script and document', async () => {
    const response = await app.request('/api/docs');
    const page = await response.text();
    const addresses = [...page.matchAll(/(?:src|href|spec-url)="([^"]+)"/gu)].map(([, address]) => address ?? '');
    expect(addresses.filter((address) => !address.startsWith('/api/') && address !== 'data:,')).toEqual([]);
    expect(addresses).toContain('/api/openapi.json');
  });

  it('runs scripts of its own origin alone, under Trusted Types', async () => {
    const { headers } = await app.request('/api/docs');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe-eval/u);
  });

  it('serves the script under an address that changes with it, to be kept for good', async () => {
    const page = await (await app.request('/api/docs')).text();
    const address = /src="([^"]+)"/u.exec(page)?.[1] ?? '';
    const plain = await app.request(address);
    const packed = await app.request(address, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(plain.headers.get('Cache-Control')).toContain('immutable');
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(await plain.text());
  });

  it('serves the document with an entity tag', async () => {
    const first = await app.request('/api/openapi.json');
    expect(await first.json()).toMatchObject({ openapi: '3.1.1' });
    const again = await app.request('/api/openapi.json', {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
