import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Rules = { createScriptURL: (url: string) => string };

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('location', new URL('https://foyer.example/profile'));
});
afterEach(() => vi.unstubAllGlobals());

async function trustedWorkerUrl(url: string): Promise<string> {
  return (await import('./trusted-types.ts')).trustedWorkerUrl(url);
}

describe('H2: workers under Trusted Types', () => {
  it('makes its policy once, and passes addresses of this origin through it', async () => {
    const createPolicy = vi.fn<(name: string, rules: Rules) => Rules>((_, rules) => ({
      createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}`,
    }));
    vi.stubGlobal('trustedTypes', { createPolicy });
    expect(await trustedWorkerUrl('/assets/worker.js')).toBe('trusted https://foyer.example/assets/worker.js');
    await trustedWorkerUrl('/assets/worker.js');
    expect(createPolicy).toHaveBeenCalledExactlyOnceWith('foyer-worker', expect.anything());
  });

  it.each([
    'https://elsewhere.example/x.js',
    '//elsewhere.example/x.js',
    'data:text/javascript,1',
    'blob:https://foyer.example/1',
  ])('refuses %s, with Trusted Types and without', async (url) => {
    await expect(trustedWorkerUrl(url)).rejects.toThrow(TypeError);
    vi.stubGlobal('trustedTypes', { createPolicy: (_: string, rules: object) => rules });
    await expect(trustedWorkerUrl(url)).rejects.toThrow(TypeError);
  });

  it('gives the plain address where a browser knows no Trusted Types', async () => {
    expect(await trustedWorkerUrl('/assets/worker.js')).toBe('https://foyer.example/assets/worker.js');
  });
});
