import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, run } from './run.ts';
import { verify } from './verify.ts';

interface Tally {
  passed: number;
  failed: number;
  /** By name, so that what could not run here is never silently absent. */
  skipped?: string[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: { projectName: string; status: string }[] }[];
}

const reports = join(root, '.cache/tests');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** The report of a runner, or nothing where it ended before it wrote one. */
function read(file: string): unknown {
  return existsSync(join(reports, file)) ? JSON.parse(readFileSync(join(reports, file), 'utf8')) : undefined;
}

/** A runner that fails, or runs nothing, without naming a failed test is a failure itself. */
function settle(results: { name: string; status: string }[], ok: boolean): Tally {
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const failed = count('failed', 'unexpected', 'flaky');
  const passed = count('passed', 'expected');
  const skipped = results.filter(({ status }) => ['skipped', 'pending', 'todo'].includes(status));
  const isHollow = passed + failed === 0 || (!ok && failed === 0);
  return { passed, failed: failed + (isHollow ? 1 : 0), skipped: skipped.map(({ name }) => name) };
}

async function unitAndHosts(): Promise<Tally> {
  const output = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`, '--silent=passed-only'];
  const { ok } = await run('vitest', ['run', '--retry=0', ...reporters], { stream: true });
  const files = (read('vitest.json') as VitestReport | undefined)?.testResults ?? [];
  const results = files.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.map((test) => ({ name: `${file}: ${test.fullName}`, status: test.status }));
    // A file that does not load has no tests, and its hooks can fail behind tests that passed.
    const isNamed = status !== 'failed' || tests.some((test) => test.status === 'failed');
    return isNamed ? tests : [...tests, { name: file, status: 'failed' }];
  });
  return settle(results, ok);
}

async function endToEnd(): Promise<Tally> {
  const reporter = process.stdout.isTTY && !process.env['CI'] ? 'line' : 'list';
  const { ok } = await run('playwright', ['test', '--retries=0', `--reporter=${reporter},json`], {
    stream: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json') },
  });
  const flatten = ({ suites = [], specs }: PlaywrightSuite): { name: string; status: string }[] => [
    ...specs.flatMap(({ title, file, tests }) =>
      tests.map(({ projectName, status }) => ({ name: `${file}: ${title} (${projectName})`, status })),
    ),
    ...suites.flatMap(flatten),
  ];
  const report = read('playwright.json') as { suites: PlaywrightSuite[] } | undefined;
  return settle((report?.suites ?? []).flatMap(flatten), ok);
}

/** One command that says by its end alone whether it went well. */
async function command(file: string): Promise<Tally> {
  const { ok } = await run('node', [file], { stream: true });
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const steps: [name: string, step: () => Promise<Tally>][] = [
  ['verify', verify],
  ['production build', () => command('scripts/build.ts')],
  ['size budget', () => command('scripts/size-budget.ts')],
  ['unit, hosts, Chromium', unitAndHosts],
];
if (existsSync(join(root, 'playwright.config.ts'))) steps.push(['end to end', endToEnd]);

const total = { passed: 0, failed: 0, skipped: [] as string[] };
const summary: string[] = [];
for (const [name, step] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  const { passed, failed, skipped = [] } = await step();
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped);
  const seconds = Math.round((performance.now() - start) / 1000);
  summary.push(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

process.stdout.write(`\n${summary.join('\n')}\n`);
for (const name of total.skipped) process.stdout.write(`skipped: ${name}\n`);
const end = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${end}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
