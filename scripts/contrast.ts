import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { properties, readBase, readThemes } from './theme-plugin.ts';
import type { Theme } from './theme-plugin.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const base = readBase();
const themes = readThemes();
const pairs = base.$extensions['foyer.pairs'] ?? [];
const failures: string[] = [];

/** Relative luminance (WCAG) of OKLCH components, clamped to sRGB. */
function luminance([l = 0, c = 0, h = 0]: readonly number[]): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * clamp(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z) +
    0.7152 * clamp(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z) +
    0.0722 * clamp(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z)
  );
}

function componentsOf(theme: Theme, role: string): readonly number[] {
  const token = theme.tokens.color?.[role];
  if (!token || typeof token === 'string') throw new Error(`${theme.name} has no colour "${role}"`);
  return (token.$value as { components: readonly number[] }).components;
}

function checkPairs(): void {
  for (const theme of themes) {
    for (const { foreground, background, minimum } of pairs) {
      const one = luminance(componentsOf(theme, foreground));
      const two = luminance(componentsOf(theme, background));
      const found = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      const needed = theme.contrast === 'AAA' && minimum === 4.5 ? 7 : minimum;
      if (found < needed)
        failures.push(`${theme.name}: ${foreground} on ${background} is ${found.toFixed(2)}, needs ${needed}`);
    }
  }
}

/** Every theme fills the same roles, so that no page falls back to another theme's colour. */
function checkRoles(): void {
  const roles = themes.map((theme) => new Set(properties(theme.tokens).map(([name]) => name)));
  const all = new Set(roles.flatMap((names) => [...names]));
  for (const [at, theme] of themes.entries())
    for (const name of all) if (!roles[at]?.has(name)) failures.push(`${theme.name}: ${name} is missing`);
}

/** Style sheets use tokens that exist; a misspelt one would silently be nothing. */
function checkUses(): number {
  const declared = new Set(
    [base, ...themes.map((theme) => theme.tokens)].flatMap((t) => properties(t).map(([name]) => name)),
  );
  const groups = [...new Set([...declared].map((name) => name.split('-')[2]))].join('|');
  const use = new RegExp(`var\\(\\s*(--(?:${groups})-[\\w-]+)`, 'g');
  const files = globSync('src/**/*.{css,tsx}', { cwd: root });
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, name = ''] of text.matchAll(use))
      if (!declared.has(name)) failures.push(`${file}: ${name} is no token`);
  }
  return files.length;
}

checkPairs();
checkRoles();
const files = checkUses();
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.stdout.write(
  `contrast: ${pairs.length} pairs in ${themes.length} themes, tokens of ${files} files: ${failures.length} failures\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
