import { beforeEach, describe, expect, test } from 'vitest';
import { openNodeBackend } from '../mocks/node.ts';
import { ProblemError } from './errors.ts';
import type { MovableClock, Ports } from './ports.ts';
import { clear, giveBack, networkOf, take, type Limit } from './throttle.ts';

const byAccount: Limit = { purpose: 'sign-in', subject: 'ines@marchetti.example', free: 5, delay: 2 };
const byNetwork: Limit = { purpose: 'sign-in-network', subject: '203.0.113.9', free: 100, delay: 2 };
const day = 24 * 60 * 60;

let ports: Ports;
let clock: MovableClock;
beforeEach(async () => {
  const backend = await openNodeBackend();
  clock = backend.clock;
  // Standing still but for what a test moves it.
  let now = clock.now();
  clock = { now: () => now, advance: (ms) => Promise.resolve(void (now += ms)) };
  ports = { ...backend.ports, clock };
  return () => backend.db.destroy();
});

/** The seconds that a try has to wait; 0 when it may be made. */
async function waitOf(limit: Limit): Promise<number> {
  try {
    await take(ports, limit);
    return 0;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'throttled') return error.retryAfter ?? Number.NaN;
    throw error;
  }
}

/** Makes a try as soon as it may be made, and says how long it waited. */
async function wrongTry(limit: Limit): Promise<number> {
  const wait = await waitOf(limit);
  if (wait === 0) return 0;
  await clock.advance(wait * 1000);
  expect(await waitOf(limit), 'Retry-After is enough').toBe(0);
  return wait;
}

describe('T1: wrong tries', () => {
  test('are free at first, then wait twice as long each time, up to a quarter of an hour', async () => {
    const waits: number[] = [];
    for (let tries = 0; tries < 16; tries += 1) waits.push(await wrongTry(byAccount));
    expect(waits).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  test('a blocked try does not make the wait longer, and the wait counts down', async () => {
    for (let tries = 0; tries < 6; tries += 1) await wrongTry(byAccount);
    expect(await waitOf(byAccount)).toBe(4);
    await clock.advance(1500);
    for (let tries = 0; tries < 20; tries += 1) expect(await waitOf(byAccount)).toBe(3);
    await clock.advance(2499);
    expect(await waitOf(byAccount)).toBe(1);
  });

  test('at most 100 in a row are looked at; then the account rests for a day', async () => {
    for (let tries = 0; tries < 100; tries += 1) expect(await wrongTry(byAccount)).toBeLessThanOrEqual(900);
    expect(await waitOf(byAccount)).toBe(day);
    await clock.advance((day - 1) * 1000);
    expect(await waitOf(byAccount)).toBe(1);
  });

  test('are forgotten by a right one', async () => {
    for (let tries = 0; tries < 5; tries += 1) await wrongTry(byAccount);
    expect(await waitOf(byAccount)).toBe(2);
    await clear(ports, byAccount);
    for (let tries = 0; tries < 5; tries += 1) expect(await waitOf(byAccount)).toBe(0);
    expect(await waitOf(byAccount)).toBe(2);
  });

  test('are forgotten after a day without any', async () => {
    for (let tries = 0; tries < 10; tries += 1) await wrongTry(byAccount);
    await clock.advance((day + 1) * 1000);
    for (let tries = 0; tries < 5; tries += 1) expect(await waitOf(byAccount)).toBe(0);
    expect(await waitOf(byAccount)).toBe(2);
  });

  test('made side by side do not slip past the count', async () => {
    const waits = await Promise.all(Array.from({ length: 50 }, () => waitOf(byAccount)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });
});

describe('T3, case-15: what is counted', () => {
  test('each subject and each purpose alone', async () => {
    for (let tries = 0; tries < 5; tries += 1) await wrongTry(byAccount);
    expect(await waitOf(byAccount)).toBeGreaterThan(0);
    expect(await waitOf({ ...byAccount, subject: 'somebody@else.example' })).toBe(0);
    expect(await waitOf({ ...byAccount, purpose: 'mail' })).toBe(0);
  });

  test('a right one is given back to its network, whose wrong ones stay', async () => {
    const limit = { ...byNetwork, free: 3 };
    for (let rights = 0; rights < 50; rights += 1) {
      expect(await waitOf(limit)).toBe(0);
      await giveBack(ports, limit);
    }
    for (let wrongs = 0; wrongs < 3; wrongs += 1) expect(await waitOf(limit)).toBe(0);
    expect(await waitOf(limit)).toBe(2);
  });

  test('a network, which many share, is slowed down and never shut out for a day', async () => {
    for (let tries = 0; tries < 130; tries += 1) expect(await wrongTry(byNetwork)).toBeLessThanOrEqual(900);
  });

  test('with one free try the second waits for the cooldown', async () => {
    const resend: Limit = { purpose: 'resend', subject: 'ines@marchetti.example', free: 1, delay: 60 };
    expect([await waitOf(resend), await waitOf(resend)]).toEqual([0, 60]);
    await clock.advance(60_000);
    expect([await waitOf(resend), await waitOf(resend)]).toEqual([0, 120]);
  });

  test('people’s addresses are not in the table', async () => {
    await take(ports, byAccount);
    const rows = await ports.db.selectFrom('throttles').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('marchetti');
  });
});

describe('case-33: the network of an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::ffff', '2001:db8:1:2::/64'],
    ['2001:db8:1::6', '2001:db8:1:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('is one for all 2^64 addresses that one caller owns, in whatever spelling, and another for the next caller', () => {
    const group = (round: number) => ((round * 40_503) % 65_536).toString(16);
    for (let round = 1; round < 300; round += 1) {
      const host = [group(round), group(round + 7), group(round * 3), group(round * 11)].join(':');
      expect(networkOf(`2001:db8:a:b:${host}`)).toBe('2001:db8:a:b::/64');
      expect(networkOf(`2001:0DB8:000A:000B:${host}`)).toBe('2001:db8:a:b::/64');
      expect(networkOf(`2001:db8:a:${(round + 11).toString(16)}:${host}`)).not.toBe('2001:db8:a:b::/64');
    }
  });
});
