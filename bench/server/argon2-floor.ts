/** Bare Argon2id as a process of its own: told how many hashes to make, it answers how many it made a second. */
import { argon2, randomBytes, type Argon2Parameters } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

export interface HashingOrder {
  count: number;
  memory: number;
  passes: number;
  parallelism: number;
}

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

async function hashMany({ count, ...parameters }: HashingOrder): Promise<number> {
  const message = randomBytes(32);
  const begun = performance.now();
  let left = count;
  const loop = async () => {
    while (left > 0) {
      left -= 1;
      await derive('argon2id', { message, nonce: randomBytes(16), tagLength: 32, ...parameters });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, loop));
  return (count * 1000) / (performance.now() - begun);
}

process.on('message', (order: HashingOrder) => {
  void hashMany(order).then((perSecond) => process.send?.(perSecond));
});
