import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { freshNetwork } from '../../conformance/network.ts';
import { operations } from '../../contract/operations.ts';
import { createHasher } from '../../server/node/hasher.ts';
import type { HashingOrder } from './argon2-floor.ts';
import { addFailures, type Bench, type BenchOptions, type BenchResult } from './bench.ts';
import { type CleanUp, createCleanUp } from './clean-up.ts';
import { type DatabaseKind, databaseKinds } from './databases.ts';
import { load } from './load.ts';
import { accounts, emailOf } from './people.ts';
import { secret, startFoyer } from './processes.ts';

const password = 'a quiet lantern in the hall';
const cores = availableParallelism();
const perRound = 20 * cores;
const warmUp = 10 * cores;

/** G1: sign-ins with a password, beside bare Argon2id with the same parameters on the same cores. */
export const signInBench: Bench = async (options) => {
  const cleanUp = createCleanUp();
  try {
    const passwordHash = await createHasher([Buffer.from(secret, 'utf8')], cores).hash(password);
    const floor = startArgon2(passwordHash, cleanUp);
    const results: BenchResult[] = [];
    for (const kind of await databaseKinds(cleanUp))
      results.push(await measure(kind, passwordHash, floor, options, cleanUp));
    return results;
  } finally {
    await cleanUp.run();
  }
};

async function measure(
  kind: DatabaseKind,
  passwordHash: string,
  floor: (count: number) => Promise<number>,
  { rounds, note }: BenchOptions,
  cleanUp: CleanUp,
): Promise<BenchResult> {
  const database = await kind.create();
  // Everybody signs in once, from a network of their own: no limit is met (T1, T3).
  await database.insert('accounts', accounts(warmUp + rounds * perRound, passwordHash));
  await database.settle();
  const { port } = await startFoyer(database.env, database.dataDir, cleanUp);
  let person = 0;
  const signIn = (count: number) =>
    load({ port, concurrency: 4 * cores, count, seconds: 60, expected: 200, request: () => request(port, person++) });

  await floor(warmUp);
  const failures = new Map((await signIn(warmUp)).failures);
  const measured: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await floor(perRound));
    const result = await signIn(perRound);
    measured.push(result.perSecond);
    addFailures(failures, result.failures);
    note(`sign-in on ${kind.name}: round ${round + 1} of ${rounds}`);
  }
  return { title: `sign-in, ${kind.name}`, measured, floor: bare, aim: '≥ 0.8 (G1)', failures };
}

function request(port: number, person: number): string {
  const { method, path } = operations.signIn;
  const body = JSON.stringify({ email: emailOf(person), password });
  return [
    `${method} ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    `X-Forwarded-For: ${freshNetwork()}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `\r\n${body}`,
  ].join('\r\n');
}

/** The parameters are read from a hash of the server's own, so that both always do the same work. */
function startArgon2(passwordHash: string, cleanUp: CleanUp): (count: number) => Promise<number> {
  const child = fork(join(import.meta.dirname, 'argon2-floor.ts'));
  cleanUp.add(() => child.kill());
  const [, memory, passes, parallelism] = /m=(\d+),t=(\d+),p=(\d+)/u.exec(passwordHash)?.map(Number) ?? [];
  if (!memory || !passes || !parallelism) throw new Error('the hash does not name its parameters');
  return async (count) => {
    const order: HashingOrder = { count, memory, passes, parallelism };
    const answer = once(child, 'message');
    child.send(order);
    const [perSecond] = (await answer) as [number];
    return perSecond;
  };
}
