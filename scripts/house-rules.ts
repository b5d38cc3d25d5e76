import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

/** Rules of the house that no linter knows: logical CSS, reasons for every disable, a backend that runs in a browser. */
const root = join(import.meta.dirname, '..');
const faults: string[] = [];
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

const side = '(?:left|right|top|bottom)';
const physical = new RegExp(
  `(?<=[;{}/]\\s*)(?:${side}|(?:min-|max-)?(?:width|height)|(?:scroll-)?(?:margin|padding)-${side}|` +
    `border-${side}(?:-[\\w-]+)?)\\s*:|(?<=[;{}/]\\s*)(?:text-align|float|clear)\\s*:\\s*(?:left|right)`,
  'gu',
);

/** A physical direction is wrong in one of two writing directions. */
function checkDirections(): void {
  for (const file of globSync('src/**/*.css', { cwd: root })) {
    const text = read(file);
    for (const { 0: found, index } of text.matchAll(physical))
      faults.push(`${file}:${lineOf(text, index)}: "${found}" is physical: use the logical property`);
  }
}

function checkDisables(): void {
  const files = ['{contract,server,mocks,src,e2e,conformance,bench,scripts}/**/*.{ts,tsx,mjs}', '*.ts'];
  for (const file of globSync(files, { cwd: root, exclude: ['bench/front-end/floors/**'] }))
    for (const [at, line] of read(file).split('\n').entries())
      if (/(?:\/\/|\/\*|\{\/\*)\s*(?:oxlint|eslint)-disable(?!.*\s--\s+\S)/u.test(line))
        faults.push(`${file}:${at + 1}: a disable says why, behind " -- "`);
}

// Types are erased, so that they tie nothing to Node.
const imports = /\b(?:import|export)\b(?!\s+type\b)[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/gu;
const native = /^(?:pg|sharp|nodemailer|pino|@hono\/node-server)(?:\/|$)/u;

/** Follows every import, dynamic ones too, from what has to run in a browser. */
function checkPortability(): void {
  const queue = [
    'server/app.ts',
    'mocks/browser.ts',
    ...globSync('contract/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }),
  ].filter((file) => existsSync(join(root, file)));
  const seen = new Set(queue);
  for (const file of queue) {
    if (!/\.tsx?$/u.test(file) || !existsSync(join(root, file))) continue;
    for (const [, fixed, lazy] of read(file).matchAll(imports)) {
      const name = (fixed ?? lazy ?? '').replace(/\?.*/u, '');
      if (isBuiltin(name) || native.test(name)) faults.push(`${file}: imports ${name}, but has to run in a browser`);
      const target = join(dirname(file), name);
      if (!name.startsWith('.') || seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
}

checkDirections();
checkDisables();
checkPortability();
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
