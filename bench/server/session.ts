import { operations } from '../../contract/operations.ts';
import { addFailures, type Bench, type BenchOptions, type BenchResult } from './bench.ts';
import { type CleanUp, createCleanUp } from './clean-up.ts';
import { type DatabaseKind, databaseKinds } from './databases.ts';
import { load } from './load.ts';
import { accounts, sessions, tokenOf } from './people.ts';
import { type Served, startFloor, startFoyer } from './processes.ts';

const concurrency = 16;
const perRound = { count: 1500, seconds: 1 };
/** Long enough that what is measured afterwards is compiled code. */
const warmUp = { count: 8000, seconds: 8 };
/** Prime, so that a round goes through the sessions in no order and hardly ever twice. */
const stride = 7919;

const small = { accounts: 1000, sessions: 10_000 };

interface Target {
  served: Served;
  sessionCount: number;
  perSecond: number[];
  perCpuSecond: number[];
}

/** G2: a signed-in GET, beside a bare look-up of the same session; with few accounts and with many. */
export const sessionBench: Bench = async (options) => {
  const cleanUp = createCleanUp();
  try {
    const results: BenchResult[] = [];
    for (const kind of await databaseKinds(cleanUp)) results.push(...(await measure(kind, options, cleanUp)));
    return results;
  } finally {
    await cleanUp.run();
  }
};

async function measure(kind: DatabaseKind, options: BenchOptions, cleanUp: CleanUp): Promise<BenchResult[]> {
  const { rounds, note } = options;
  note(`session on ${kind.name}: storing ${options.accounts} accounts and ${options.sessions} sessions`);
  const few = await filled(kind, small);
  const many = await filled(kind, options);
  const target = (served: Served, sessionCount: number): Target => ({
    served,
    sessionCount,
    perSecond: [],
    perCpuSecond: [],
  });
  const foyer = target(await startFoyer(many.env, many.dataDir, cleanUp), options.sessions);
  const floor = target(await startFloor(many.env, many.dataDir, cleanUp), options.sessions);
  const fewer = target(await startFoyer(few.env, few.dataDir, cleanUp), small.sessions);
  const targets = [foyer, floor, fewer];
  const failures = new Map<number, number>();
  for (const each of targets) addFailures(failures, (await visit(each, warmUp, 0)).failures);
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of round % 2 === 0 ? targets : targets.toReversed()) {
      const cpuBefore = each.served.cpuSeconds();
      const result = await visit(each, perRound, round * perRound.count);
      each.perSecond.push(result.perSecond);
      each.perCpuSecond.push(result.done / (each.served.cpuSeconds() - cpuBefore));
      addFailures(failures, result.failures);
    }
    note(`session on ${kind.name}: round ${round} of ${rounds}`);
  }
  const row = (title: string, of: 'perSecond' | 'perCpuSecond', other: Target, aim: string): BenchResult => ({
    title: `${title}, ${kind.name}`,
    measured: foyer[of],
    floor: other[of],
    aim,
    failures: other === floor && of === 'perSecond' ? failures : new Map(),
  });
  return [
    row('session GET', 'perSecond', floor, '≥ 0.4 (G2)'),
    row('the same, per second of CPU', 'perCpuSecond', floor, ''),
    row(`to ${small.accounts} accounts`, 'perSecond', fewer, '0.8–1.2 (G2)'),
    row(`to ${small.accounts} accounts, per second of CPU`, 'perCpuSecond', fewer, ''),
  ];
}

async function filled(kind: DatabaseKind, size: { accounts: number; sessions: number }) {
  const database = await kind.create();
  await database.insert('accounts', accounts(size.accounts, 'nobody signs in here'));
  await database.insert('sessions', sessions(size.sessions, size.accounts));
  await database.settle();
  return database;
}

function visit({ served: { port }, sessionCount }: Target, limits: typeof perRound, first: number) {
  const { method, path } = operations.getAccount;
  const head = `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: foyer=`;
  const request = (index: number) => `${head}${tokenOf(((first + index) * stride) % sessionCount)}\r\n\r\n`;
  return load({ port, concurrency, ...limits, expected: 200, request });
}
