import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeBackend } from '../../mocks/node.ts';
import type { Ports } from '../ports.ts';
import { caller } from './caller.ts';
import type { Env } from './env.ts';

let ports: Ports;
let close: () => Promise<void>;
beforeAll(async () => {
  const backend = await openNodeBackend();
  ports = backend.ports;
  close = () => backend.db.destroy();
});
afterAll(() => close());

/** Who the backend takes the caller for. */
async function seen(peer: string | undefined, forwarded: string | undefined, trustedProxies: string[] = []) {
  const app = new Hono<Env>();
  app.use(caller({ ...ports, trustedProxies }));
  app.get('/', (c) => c.json(c.get('caller')));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const response = await app.request('/', { headers }, peer === undefined ? {} : { address: peer });
  return ((await response.json()) as { address: string }).address;
}

describe('H5, case-34: the address of a caller', () => {
  test('is that of the connection; nobody can say another', async () => {
    expect(await seen('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(await seen('203.0.113.9', '198.51.100.1', ['10.0.0.1'])).toBe('203.0.113.9');
    expect(await seen(undefined, '198.51.100.1', ['10.0.0.1'])).toBe('');
    expect(await seen(undefined, '198.51.100.1', ['nonsense'])).toBe('');
  });

  test.each([
    ['what a trusted proxy wrote', '198.51.100.1', '198.51.100.1'],
    ['the last hop, not what the client put before it', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['the last hop before our own chain of proxies', '1.1.1.1, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['IPv6 in one spelling', '2001:0DB8:0:0::00A1', '2001:db8::a1'],
    ['IPv4 in an IPv6 coat', '::ffff:198.51.100.1', '198.51.100.1'],
    ['IPv4 in a hexadecimal coat', '0:0:0:0:0:FFFF:c633:6401', '198.51.100.1'],
    ['the address without its zone', 'fe80::1%eth0', 'fe80::1'],
  ])('behind a trusted proxy is %s', async (_, header, expected) => {
    expect(await seen('10.0.0.1', header, ['10.0.0.1', '10.0.0.2'])).toBe(expected);
  });

  test.each([
    undefined,
    '',
    ',,:::',
    'unknown',
    '198.51.100.1, unknown',
    '198.51.100.1, _hidden',
    '1.1.1.1, 999.1.1.1',
    '1.1.1.1, 010.1.1.1',
    '1.1.1.1, 1.2.3',
    '1.1.1.1, ::1]/@evil',
    '1.1.1.1, <script>',
    '10.0.0.2, 10.0.0.1',
    `${'1.1.1.1, '.repeat(5000)}x`,
  ])(
    'case-43 behind a trusted proxy that wrote %j is the proxy itself, never what stands further left',
    async (header) => {
      expect(await seen('10.0.0.1', header, ['10.0.0.1', '10.0.0.2'])).toBe('10.0.0.1');
    },
  );

  test('knows a trusted proxy in each spelling of its address', async () => {
    expect(await seen('::ffff:10.0.0.1', '198.51.100.1', ['10.0.0.1'])).toBe('198.51.100.1');
    expect(await seen('2001:db8::1', '198.51.100.1', ['2001:0DB8:0:0:0:0:0:1'])).toBe('198.51.100.1');
  });
});

test('a browser may name itself at length, and is cut', async () => {
  const app = new Hono<Env>();
  app.use(caller(ports));
  app.get('/', (c) => c.json(c.get('caller')));
  const response = await app.request('/', { headers: { 'user-agent': 'x'.repeat(5000) } });
  expect(((await response.json()) as { userAgent: string }).userAgent).toHaveLength(300);
});
