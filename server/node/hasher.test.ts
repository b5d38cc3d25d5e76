import { argon2Sync, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OverloadedError } from '../errors.ts';
import { createHasher } from './hasher.ts';

const password = 'a quiet lantern in the hall';
const [key, nextKey, otherKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const hasher = createHasher([key], 2);
const keyIdIn = (hash: string) => /keyid=([0-9a-f]{8})\$/u.exec(hash)?.[1] ?? '';

/** A hash as a Foyer with other parameters would have stored it. */
function hashedWith(parameters: { memory: number; passes: number; parallelism: number }, keyId: string): string {
  const salt = randomBytes(16);
  const message = createHmac('sha256', key).update(password).digest();
  const tag = argon2Sync('argon2id', { message, nonce: salt, tagLength: 32, ...parameters });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism},keyid=${keyId}$${base64(salt)}$${base64(tag)}`;
}

describe('P8: a stored password', () => {
  test('verifies whole and is salted anew each time', async () => {
    const [first, second] = await Promise.all([hasher.hash(password), hasher.hash(password)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1,keyid=[0-9a-f]{8}\$[\w+/]{22}\$[\w+/]{43}$/u);
    expect(first).not.toBe(second);
    expect(await hasher.verify(password, first)).toBe('right');
    for (const wrong of ['', password.slice(0, -1), `${password} `, password.toUpperCase()]) {
      expect(await hasher.verify(wrong, first), wrong).toBe('wrong');
    }
  });

  test('P2 P3 is the same in each Unicode form and long to its last character', async () => {
    const long = `${'🏮 café '.repeat(36)}last`;
    const hash = await hasher.hash(long.normalize('NFD'));
    expect(await hasher.verify(long.normalize('NFC'), hash)).toBe('right');
    expect(await hasher.verify(long.slice(0, -1), hash)).toBe('wrong');
  });

  test('with weaker parameters is right, and due for a better hash', async () => {
    const keyId = keyIdIn(await hasher.hash(password));
    const good = { memory: 19_456, passes: 2, parallelism: 1 };
    expect(await hasher.verify(password, hashedWith(good, keyId))).toBe('right');
    expect(await hasher.verify(password, hashedWith({ ...good, memory: 8192 }, keyId))).toBe('stale');
    expect(await hasher.verify(password, hashedWith({ ...good, passes: 1 }, keyId))).toBe('stale');
    expect(await hasher.verify(password, hashedWith({ ...good, passes: 3 }, keyId))).toBe('right');
    expect(await hasher.verify('another one', hashedWith({ ...good, passes: 1 }, keyId))).toBe('wrong');
  });

  test('under an older key still verifies while the key is kept, and is due for the new one', async () => {
    const old = await hasher.hash(password);
    const rotated = createHasher([nextKey, key], 2);
    expect(await rotated.verify(password, old)).toBe('stale');
    expect(await rotated.verify('another one', old)).toBe('wrong');
    const renewed = await rotated.hash(password);
    expect(keyIdIn(renewed)).not.toBe(keyIdIn(old));
    expect(await rotated.verify(password, renewed)).toBe('right');
    expect(await createHasher([nextKey], 2).verify(password, old), 'the old key was dropped').toBe('wrong');
  });

  test('is worth nothing without its key: the pepper is not in the database', async () => {
    const hash = await hasher.hash(password);
    expect(await createHasher([otherKey], 2).verify(password, hash)).toBe('wrong');
    const renamed = hash.replace(keyIdIn(hash), keyIdIn(await createHasher([otherKey], 2).hash(password)));
    expect(await createHasher([otherKey], 2).verify(password, renamed)).toBe('wrong');
    expect(hash).not.toContain(key.toString('base64').slice(0, 20));
  });

  test.each(['', 'plain', '$argon2id$v=19$m=1,t=1,p=1,keyid=zz$a$b', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$$$'])(
    'case-43 that is damaged (%s) is wrong and no error',
    async (hash) => {
      expect(await hasher.verify(password, hash)).toBe('wrong');
    },
  );

  test('needs a key', () => {
    expect(() => createHasher([], 1)).toThrow('needs a key');
  });
});

describe('E2: without a stored password', () => {
  test('the answer is wrong, after the work of a real one', async () => {
    const real = await hasher.hash(password);
    const quickest = async (hash: string | null) => {
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const begun = performance.now();
        expect(await hasher.verify('a wrong one', hash)).toBe('wrong');
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    // Generous: it tells work from no work, not one millisecond from another.
    expect(await quickest(null)).toBeGreaterThan((await quickest(real)) / 4);
  });
});

describe('G3: too many passwords at once', () => {
  test('are refused with when to come back, and those that wait are still answered', async () => {
    const narrow = createHasher([key], 1);
    const weak = hashedWith({ memory: 64, passes: 1, parallelism: 1 }, keyIdIn(await hasher.hash(password)));
    const asked = Array.from({ length: 40 }, () => narrow.verify(password, weak));
    const settled = await Promise.allSettled(asked);
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(40 - 1 - 32);
    expect(refused.every((reason) => reason instanceof OverloadedError && reason.retryAfter === 2)).toBe(true);
    expect(settled.slice(0, 33)).toEqual(Array.from({ length: 33 }, () => ({ status: 'fulfilled', value: 'stale' })));
    expect(await narrow.verify(password, weak), 'and it is free again').toBe('stale');
  });
});
