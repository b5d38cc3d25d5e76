/**
 * What a page costs a person, measured in a real Chromium under fixed emulation. README.md says what and how.
 *
 *   node bench/front-end/measure.ts [--runs 5] [--profile mobile,desktop] [--repeat] [--out FILE] [--screenshots DIR] [NAME ...]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { calibrate, launch, profiles } from './emulation.ts';
import { type Served, serveFloor } from './floor-server.ts';
import { type FoyerServer, serveFoyer } from './foyer-server.ts';
import { type Report, type Series, toMarkdown } from './report.ts';
import type { Target } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { visit } from './visit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    profile: { type: 'string', default: 'mobile,desktop' },
    repeat: { type: 'boolean', default: false },
    out: { type: 'string' },
    screenshots: { type: 'string' },
  },
});
const wanted = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const wantedProfiles = profiles.filter(({ name }) => values.profile.split(',').includes(name));
const rounds = Number(values.runs);
const note = (text: string) => process.stderr.write(`${text}\n`);

const servers: Served[] = [];
try {
  if (values.screenshots) await mkdir(values.screenshots, { recursive: true });
  const targets = await prepare();
  const report = await measure(targets);
  if (values.out) await writeFile(values.out, `${JSON.stringify(report, null, 1)}\n`);
  process.stdout.write(toMarkdown(report));
  const series = Object.values(report.results).flatMap((byScenario) => Object.values(byScenario));
  if (series.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
} finally {
  await Promise.all(servers.map((server) => server.close()));
}

async function prepare(): Promise<Target[]> {
  const targets: Target[] = [];
  let foyer: FoyerServer | undefined;
  for (const scenario of wanted) {
    if (scenario.from.kind === 'floor') {
      const floor = await serveFloor(scenario.from);
      servers.push(floor);
      targets.push({ scenario, origin: floor.origin, cookies: [] });
      continue;
    }
    if (!foyer) {
      foyer = await serveFoyer();
      servers.push(foyer);
    }
    targets.push({ scenario, origin: foyer.origin, cookies: scenario.from.signedIn ? [foyer.cookie] : [] });
  }
  return targets;
}

/** Rounds are interleaved, and each starts one further along: drift of the machine hits all alike. */
async function measure(targets: Target[]): Promise<Report> {
  const browser = await launch();
  const report: Report = {
    date: new Date().toISOString(),
    browser: `Chromium ${browser.version()}`,
    calibrationMs: [],
    results: {},
  };
  await browser.close();
  await calibrate(); // the first start reads the browser from disk
  report.calibrationMs.push(await calibrate());
  for (let round = 0; round < rounds; round += 1) {
    for (const [i] of targets.entries()) {
      const target = targets[(i + round) % targets.length];
      if (target) await measureOnce(target, report);
    }
    note(`round ${round + 1} of ${rounds}`);
    report.calibrationMs.push(await calibrate());
  }
  return report;
}

async function measureOnce(target: Target, { results }: Report): Promise<void> {
  for (const profile of wantedProfiles) {
    const byScenario = (results[profile.name] ??= {});
    const series: Series = (byScenario[target.scenario.name] ??= { runs: [], failures: [] });
    try {
      series.runs.push(await visit(target, profile, { repeat: values.repeat, screenshots: values.screenshots }));
    } catch (error) {
      series.failures.push(String(error));
      note(`${profile.name}: ${String(error)}`);
    }
  }
}
