import { argon2, createHmac, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { Hasher } from '../ports.ts';
import { createGate } from './gate.ts';

const argon2Async = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's floor for Argon2id (P8). A stored hash names its own parameters, so these can be raised at any time. */
const today = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

interface Stored {
  keyId: string;
  parameters: typeof today;
  salt: Buffer;
  tag: Buffer;
}

/**
 * Argon2id with a pepper: before hashing, the password goes through HMAC-SHA-256 under a key that is not in the
 * database. `keys`: the first one is used for new hashes, the others still verify (rotation).
 */
export function createHasher(keys: readonly Buffer[], concurrent: number): Hasher {
  const gate = createGate({ concurrent, waiting: concurrent * 32 });
  const named = keys.map((key) => ({
    id: createHmac('sha256', key).update('pepper id').digest('hex').slice(0, 8),
    key,
  }));
  const newest = named[0];
  if (!newest) throw new Error('the hasher needs a key');
  const decoy: Stored = { keyId: newest.id, parameters: today, salt: randomBytes(16), tag: randomBytes(tagLength) };

  const derive = (password: string, { keyId, parameters, salt }: Omit<Stored, 'tag'>) => {
    const { key } = named.find(({ id }) => id === keyId) ?? newest;
    const message = createHmac('sha256', key).update(password.normalize('NFC')).digest();
    return gate.run(() => argon2Async('argon2id', { message, nonce: salt, tagLength, ...parameters }));
  };

  return {
    async hash(password) {
      const fresh = { keyId: newest.id, parameters: today, salt: randomBytes(16) };
      return encode({ ...fresh, tag: await derive(password, fresh) });
    },
    async verify(password, hash) {
      const stored = hash === null ? undefined : decode(hash);
      const { tag, ...rest } = stored ?? decoy;
      const isRight = timingSafeEqual(await derive(password, rest), tag);
      if (!isRight || !stored) return 'wrong';
      const { memory, passes, parallelism } = stored.parameters;
      const isWeaker = memory < today.memory || passes < today.passes || parallelism !== today.parallelism;
      return isWeaker || stored.keyId !== newest.id ? 'stale' : 'right';
    },
  };
}

/** PHC string format: `$argon2id$v=19$m=…,t=…,p=…,keyid=…$salt$tag`, base64 without padding. */
function encode({ keyId, parameters: { memory, passes, parallelism }, salt, tag }: Stored): string {
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism},keyid=${keyId}$${base64(salt)}$${base64(tag)}`;
}

function decode(hash: string): Stored | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+),keyid=([0-9a-f]+)\$([^$]+)\$([^$]+)$/u.exec(hash);
  if (!found) return undefined;
  const [, m, t, p, keyId = '', salt = '', tag = ''] = found;
  const bytes = Buffer.from(tag, 'base64');
  if (bytes.length !== tagLength) return undefined;
  const parameters = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
  return { keyId, parameters, salt: Buffer.from(salt, 'base64'), tag: bytes };
}
