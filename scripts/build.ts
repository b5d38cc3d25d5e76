import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import type { ShellManifest } from '../server/node/shell.ts';
import { pages } from '../src/lib/paths.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, 'built-from');

/** Names, sizes and times of all that the build reads: told in milliseconds, so that a second start is quick. */
function fingerprint(): string {
  const inputs = [
    'src/**/*',
    'contract/**/*',
    'public/**/*',
    'scripts/*.ts',
    'index.html',
    'vite.config.ts',
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: root }).sort()) {
    const { size, mtimeMs, isFile } = { ...statSync(join(root, file)), isFile: statSync(join(root, file)).isFile() };
    if (isFile) hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const now = fingerprint();
const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
if (!isCurrent || process.argv.includes('--force')) {
  process.stderr.write('Building the app …\n');
  const { build } = await import('vite');
  await build({ root, mode: 'production', logLevel: 'warn' });
  writeShellManifest();
  compress();
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, now);
}

/** Lists for every page what its first frame needs, so that the server can name it all in the HTML. */
function writeShellManifest(): void {
  const manifest = JSON.parse(readFileSync(join(dist, 'app/.vite/manifest.json'), 'utf8')) as Manifest;
  const entry = needs(manifest, ['index.html']);
  const shell: ShellManifest = {
    pages: Object.values(pages).map(({ path, source, access, namespaces }) => {
      const all = needs(manifest, [source, ...(access === 'person' ? ['src/app/person-page.tsx'] : [])]);
      const own = (kind: 'scripts' | 'styles') => [...all[kind]].filter((file) => !entry[kind].has(file));
      return { path, access, namespaces: [...namespaces], scripts: own('scripts'), styles: own('styles') };
    }),
    messages: {},
  };
  for (const file of globSync('src/i18n/locales/*/*.json', { cwd: root })) {
    const [, locale = '', namespace = ''] = /locales\/([^/]+)\/([^/]+)\.json$/u.exec(file) ?? [];
    (shell.messages[locale] ??= {})[namespace] = JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown;
  }
  writeFileSync(join(dist, 'shell.json'), JSON.stringify(shell));
}

function needs(manifest: Manifest, keys: readonly string[]): { scripts: Set<string>; styles: Set<string> } {
  const found = { scripts: new Set<string>(), styles: new Set<string>() };
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no chunk for ${key}`);
    if (found.scripts.has(chunk.file)) return;
    found.scripts.add(chunk.file);
    chunk.css?.forEach((file) => found.styles.add(file));
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return found;
}

/** Compresses once, as well as can be, what is then served as it is. */
function compress(): void {
  for (const file of globSync('app/**/*.{js,css,svg,json,wasm}', { cwd: dist })) {
    const bytes = readFileSync(join(dist, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(bytes, { params }));
    writeFileSync(join(dist, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}
