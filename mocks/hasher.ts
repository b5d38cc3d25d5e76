import { argon2id, argon2Verify } from 'hash-wasm';
import type { Hasher } from '../server/ports.ts';

/** Argon2id in WebAssembly with little memory: what is hashed here protects nobody, and tests sign in a thousand times. */
const parameters = { memorySize: 64, iterations: 1, parallelism: 1, hashLength: 32 } as const;

export function createMockHasher(): Hasher {
  const hash = (password: string) =>
    argon2id({
      password: password.normalize('NFC'),
      salt: crypto.getRandomValues(new Uint8Array(16)),
      outputType: 'encoded',
      ...parameters,
    });
  let decoy: Promise<string> | undefined;
  return {
    hash,
    async verify(password, stored) {
      const against = stored ?? (await (decoy ??= hash('nobody')));
      const isRight = await argon2Verify({ password: password.normalize('NFC'), hash: against });
      return isRight && stored !== null ? 'right' : 'wrong';
    },
  };
}
