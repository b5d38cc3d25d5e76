/**
 * What the server does, held against the least that it could cost. README.md says what and how.
 *
 *   node bench/run.ts [--rounds 20] [--accounts 10000] [--sessions 100000] [NAME ...]
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from './server/bench.ts';
import { sessionBench } from './server/session.ts';
import { signInBench } from './server/sign-in.ts';
import { ratios, spread } from './server/statistics.ts';

const root = join(import.meta.dirname, '..');
const benches: Record<string, Bench> = { 'sign-in': signInBench, session: sessionBench };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    accounts: { type: 'string', default: '10000' },
    sessions: { type: 'string', default: '100000' },
  },
});
const unknown = positionals.filter((name) => !benches[name]);
if (unknown.length > 0)
  throw new Error(`${unknown.join(', ')}: no such bench; there are ${Object.keys(benches).join(', ')}`);
// The server needs built pages to start; which ones makes no difference here.
if (!existsSync(join(root, 'dist/shell.json')))
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });

const load = () => loadavg()[0]?.toFixed(1);
const options = {
  rounds: Number(values.rounds),
  accounts: Number(values.accounts),
  sessions: Number(values.sessions),
  note: (text: string) => process.stderr.write(`${text}\n`),
};
const before = load();
const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(benches))
  if (positionals.length === 0 || positionals.includes(name)) results.push(...(await bench(options)));

process.stdout.write(`${toMarkdown(results)}\n`);
if (results.some(({ failures }) => failures.size > 0)) process.exitCode = 1;

function toMarkdown(rows: readonly BenchResult[]): string {
  const titles = ['', 'per second', 'held against', 'ratio', 'aim', 'errors'];
  const lines = rows.map(({ title, measured, floor, aim, failures }) => {
    const failed = [...failures].map(([status, count]) => `${count} × ${status}`).join(', ');
    return [title, spread(measured, 0), spread(floor, 0), spread(ratios(measured, floor), 2), aim, failed || '0'];
  });
  return [
    `${availableParallelism()} cores, load ${before} before, ${options.rounds} rounds, ` +
      `${options.accounts} accounts, ${options.sessions} sessions. Median (smallest–largest).`,
    '',
    ...[titles, ['---', '--:', '--:', '--:', '---', '--:'], ...lines].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
