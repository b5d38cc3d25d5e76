import { run } from './run.ts';

/** What is checked without running the product. The slowest come first, since two run at a time. */
const checks: readonly [name: string, command: string, ...args: string[]][] = [
  ['format', 'prettier', '--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.'],
  ['lint', 'oxlint', '--format=unix'],
  ['unused code', 'knip', '--no-progress', '--no-config-hints'],
  ['types', 'tsc', '--noEmit'],
  ['OpenAPI document', 'node', 'scripts/openapi.ts'],
  ['translations', 'node', 'scripts/translations.ts'],
  ['colour contrast', 'node', 'scripts/contrast.ts'],
  ['house rules', 'node', 'scripts/house-rules.ts'],
  ['lock file', 'node', 'scripts/lock-gaps.ts'],
];

/** Runs every check, two at a time: a line for each as it ends, and in full what a failed one says. */
export async function verify(): Promise<{ passed: number; failed: number }> {
  const queue = [...checks];
  const tally = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const [name, command, ...args] = check;
      const start = performance.now();
      const { ok, output } = await run(command, args);
      tally[ok ? 'passed' : 'failed'] += 1;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(`${ok ? '✓' : '✗'} ${name} ${seconds} s\n${ok ? '' : `${output.trimEnd()}\n\n`}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}

if (import.meta.main) process.exitCode = (await verify()).failed > 0 ? 1 : 0;
