import { operations } from '../../contract/operations.ts';
import { addFailures, type Bench, type BenchOptions, type BenchResult } from './bench.ts';
import { type CleanUp, createCleanUp } from './clean-up.ts';
import { type DatabaseKind, databaseKinds } from './databases.ts';
import { load } from './load.ts';
import { accounts, sessions, tokenOf } from './people.ts';
import { startFloor, startFoyer } from './processes.ts';

const concurrency = 16;
const perRound = { count: 1500, seconds: 1 };
/** Long enough that what is measured afterwards is compiled code. */
const warmUp = { count: 8000, seconds: 8 };
/** Prime, so that a round goes through the sessions in no order and hardly ever twice. */
const stride = 7919;

const small = { accounts: 1000, sessions: 10_000 };

interface Target {
  name: 'foyer, small' | 'foyer' | 'floor';
  port: number;
  sessionCount: number;
  perSecond: number[];
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
  const target = async (name: Target['name'], sessionCount: number, port: Promise<number>): Promise<Target> => ({
    name,
    port: await port,
    sessionCount,
    perSecond: [],
  });
  const targets = [
    await target('foyer', options.sessions, startFoyer(many.env, many.dataDir, cleanUp)),
    await target('floor', options.sessions, startFloor(many.env, many.dataDir, cleanUp)),
    await target('foyer, small', small.sessions, startFoyer(few.env, few.dataDir, cleanUp)),
  ];
  const failures = new Map<number, number>();
  for (const each of targets) addFailures(failures, (await visit(each, warmUp, 0)).failures);
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of round % 2 === 0 ? targets : targets.toReversed()) {
      const result = await visit(each, perRound, round * perRound.count);
      each.perSecond.push(result.perSecond);
      addFailures(failures, result.failures);
    }
    note(`session on ${kind.name}: round ${round} of ${rounds}`);
  }
  const [foyer, floor, before] = targets.map(({ perSecond }) => perSecond);
  if (!foyer || !floor || !before) throw new Error('unreachable');
  return [
    { title: `session GET, ${kind.name}`, measured: foyer, floor, aim: '≥ 0.4 (G2)', failures },
    {
      title: `the same over ${small.accounts} accounts, ${kind.name}`,
      measured: foyer,
      floor: before,
      aim: '0.8–1.2 (G2)',
      failures: new Map(),
    },
  ];
}

async function filled(kind: DatabaseKind, size: { accounts: number; sessions: number }) {
  const database = await kind.create();
  await database.insert('accounts', accounts(size.accounts, 'nobody signs in here'));
  await database.insert('sessions', sessions(size.sessions, size.accounts));
  await database.settle();
  return database;
}

function visit({ port, sessionCount }: Target, limits: typeof perRound, first: number) {
  const { method, path } = operations.getAccount;
  const head = `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: foyer=`;
  const request = (index: number) => `${head}${tokenOf(((first + index) * stride) % sessionCount)}\r\n\r\n`;
  return load({ port, concurrency, ...limits, expected: 200, request });
}
