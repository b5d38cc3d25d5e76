import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellManifest } from '../server/node/shell.ts';
import { root, run } from './run.ts';

/** Scripts and styles that a page needs before it works, in KB (1,024 bytes) as Brotli sends them. */
const budgets: Record<string, number> = {
  '/sign-in': 125,
  '/sign-up': 125,
  '/': 135,
  '/profile': 135,
  '/security': 140,
  '/close-account': 140,
};
/** Nothing of the mock backend is in the build that people get (K5). */
const mocks = /mockServiceWorker|\bmsw\b|sqlite3|open-?desk|control desk|mocks\//iu;

const app = join(root, 'dist/app');
if (!existsSync(join(root, 'dist/shell.json'))) await run('node', ['scripts/build.ts'], { stream: true });
const { pages } = JSON.parse(readFileSync(join(root, 'dist/shell.json'), 'utf8')) as ShellManifest;
const html = readFileSync(join(app, 'index.html'), 'utf8');
const entry = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/gu)].map(([, file = '']) => file);
const faults = Object.keys(budgets)
  .filter((path) => !pages.some((page) => page.path === path))
  .map((path) => `the build has no page ${path}`);

for (const { path, scripts, styles } of pages) {
  const files = new Set([...entry, ...scripts, ...styles]);
  const bytes = [...files].reduce((sum, file) => sum + statSync(join(app, `${file}.br`)).size, 0);
  const size = (bytes / 1024).toFixed(1);
  const budget = budgets[path];
  const isOver = budget !== undefined && bytes > budget * 1024;
  process.stdout.write(
    `${isOver ? '✗' : ' '} ${path.padEnd(18)}${size.padStart(6)} KB of ${budget ?? '–'}, ${files.size} files\n`,
  );
  if (isOver) faults.push(`${path} is ${size} KB, above ${budget}`);
}

for (const file of globSync('**/*.css', { cwd: app })) {
  const isOrdered = readFileSync(join(app, file), 'utf8').startsWith('@layer tokens,reset,base,');
  if (!isOrdered) faults.push(`dist/app/${file} does not begin with the order of the layers`);
}

for (const file of globSync('**/*.{js,css,html,json,svg,wasm}', { cwd: app })) {
  const found = mocks.exec(`${file}\n${readFileSync(join(app, file), 'latin1')}`);
  if (found) faults.push(`dist/app/${file} holds "${found[0]}" (K5)`);
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
