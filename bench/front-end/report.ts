import { type Profile, profiles } from './emulation.ts';
import { floorName } from './scenarios.ts';
import type { Measures } from './visit.ts';

/** Every visit of a scenario under a profile, and the messages of those that failed. */
export interface Series {
  runs: Measures[];
  failures: string[];
}

export interface Report {
  date: string;
  browser: string;
  calibrationMs: number[];
  /** By profile, then by scenario. */
  results: Partial<Record<Profile['name'], Record<string, Series>>>;
}

const ms = (value: number) => String(Math.round(value));
const kb = (value: number) => (value / 1024).toFixed(value < 10_240 ? 1 : 0);

const columns: readonly [title: string, key: string, format: (value: number) => string][] = [
  ['JS KB', 'bytesJs', kb],
  ['CSS KB', 'bytesCss', kb],
  ['total KB', 'bytesTotal', kb],
  ['requests', 'requests', ms],
  ['FCP', 'fcp', ms],
  ['LCP', 'lcp', ms],
  ['form visible', 'formVisible', ms],
  ['form interactive', 'formInteractive', ms],
  ['blocking', 'blocking', ms],
  ['CLS', 'cls', (value) => value.toFixed(3)],
  ['main thread', 'mainThread', ms],
  ['heap MB', 'heap', (value) => (value / 2 ** 20).toFixed(1)],
  ['next screen', 'nextScreen', ms],
  ['INP', 'inp', ms],
  ['next requests', 'nextScreenRequests', ms],
  ['repeat form', 'repeatFormVisible', ms],
  ['repeat KB', 'repeatBytes', kb],
];

function median(runs: readonly Measures[], key: string): number | undefined {
  const sorted = runs.flatMap((run) => run[key] ?? []).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  return sorted.length % 2 === 0 && upper !== undefined ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** The table per profile: medians, and the time until the form shows as a ratio to the floor's. */
export function toMarkdown({ browser, calibrationMs, results }: Report): string {
  const lines = [
    `${browser}, brotli where the server has it, medians. Calibration ${calibrationMs.map(ms).join(' / ')} ms.`,
  ];
  for (const { name, label } of profiles) {
    const rows = Object.entries(results[name] ?? {});
    if (rows.length === 0) continue;
    const floor = median(results[name]?.[floorName]?.runs ?? [], 'formVisible');
    const shown = columns.filter(([, key]) => rows.some(([, { runs }]) => median(runs, key) !== undefined));
    const titles = ['', 'ratio to floor', ...shown.map(([title]) => title)];
    lines.push(
      '',
      `### ${name}: ${label}`,
      '',
      `| ${titles.join(' | ')} |`,
      `|---|${titles
        .slice(1)
        .map(() => '--:')
        .join('|')}|`,
    );
    for (const [scenario, { runs, failures }] of rows) {
      const visible = median(runs, 'formVisible');
      const ratio = floor !== undefined && visible !== undefined ? (visible / floor).toFixed(2) : '–';
      const cells = shown.map(([, key, format]) => {
        const value = median(runs, key);
        return value === undefined ? '–' : format(value);
      });
      const title = failures.length > 0 ? `${scenario} (${failures.length} failed)` : scenario;
      lines.push(`| ${[title, ratio, ...cells].join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
