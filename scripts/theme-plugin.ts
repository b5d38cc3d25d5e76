import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The folder that holds one DTCG JSON per theme, and `base.json` with what all of them share. */
export const themesFolder = fileURLToPath(new URL('../src/themes/', import.meta.url));

type Measure = { value: number; unit: string };
type Colour = { components: readonly number[]; alpha?: number };
type Typography = {
  fontFamily: string;
  fontWeight: string;
  fontSize: Measure;
  lineHeight: number;
  letterSpacing: Measure;
};
type ShadowLayer = { color: Colour; offsetX: Measure; offsetY: Measure; blur: Measure; spread: Measure };
type Value =
  string | number | Measure | Colour | Typography | readonly number[] | readonly string[] | readonly ShadowLayer[];
type Group = { $type: keyof typeof writers } & Record<string, { $value: Value } | string>;

export type Scheme = 'light' | 'dark';
export type Pair = { foreground: string; background: string; minimum: number };
export type TokenFile = {
  $extensions: {
    'foyer.theme'?: { name: string; scheme: Scheme; contrast: 'AA' | 'AAA' };
    'foyer.pairs'?: readonly Pair[];
  };
} & Partial<Record<'color' | 'duration', Group>>;
export type Theme = { id: string; name: string; scheme: Scheme; contrast: 'AA' | 'AAA'; tokens: TokenFile };

const colour = ({ components, alpha }: Colour) =>
  `oklch(${components.join(' ')}${alpha === undefined ? '' : ` / ${alpha}`})`;
const length = ({ value, unit }: Measure) => (value === 0 ? '0px' : `${value}${unit}`);
const reference = (value: string) => `var(--${value.slice(1, -1).replace('.', '-')})`;

const writers = {
  color: (value: Value) => colour(value as Colour),
  dimension: (value: Value) => length(value as Measure),
  duration: (value: Value) => length(value as Measure).replace('0px', '0ms'),
  fontWeight: String,
  fontFamily: (value: Value) =>
    (value as readonly string[]).map((name) => (/ /.test(name) ? `'${name}'` : name)).join(', '),
  cubicBezier: (value: Value) => `cubic-bezier(${(value as readonly number[]).join(', ')})`,
  typography: (value: Value) => {
    const { fontWeight, fontSize, lineHeight, fontFamily } = value as Typography;
    return `${reference(fontWeight)} ${length(fontSize)} / ${lineHeight} ${reference(fontFamily)}`;
  },
  shadow: (value: Value) =>
    (value as readonly ShadowLayer[])
      .map((s) => `${[s.offsetX, s.offsetY, s.blur, s.spread].map(length).join(' ')} ${colour(s.color)}`)
      .join(', '),
};

function read(file: string): TokenFile {
  return JSON.parse(readFileSync(join(themesFolder, file), 'utf8')) as TokenFile;
}

/** The tokens that every theme shares, with the colour pairs that have to contrast. */
export function readBase(): TokenFile {
  return read('base.json');
}

/** Every theme in the folder: Light and Dark first, the others by name of file. */
export function readThemes(): Theme[] {
  const files = readdirSync(themesFolder).filter((file) => file.endsWith('.json') && file !== 'base.json');
  const rank = (file: string) => ['light.json', 'dark.json'].indexOf(file) + 1 || 3;
  files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  return files.map((file) => {
    const tokens = read(file);
    const described = tokens.$extensions['foyer.theme'];
    if (!described) throw new Error(`${file} does not describe its theme in $extensions["foyer.theme"]`);
    return { id: basename(file, '.json'), ...described, tokens };
  });
}

/** The custom properties of one token file, as `[name, value]`: `color.text-muted` becomes `--color-text-muted`. */
export function properties(tokens: TokenFile): [string, string][] {
  const found: [string, string][] = [];
  for (const [groupName, group] of Object.entries(tokens) as [string, Group][]) {
    if (groupName.startsWith('$')) continue;
    for (const [name, token] of Object.entries(group)) {
      if (name.startsWith('$') || typeof token === 'string') continue;
      found.push([`--${groupName}-${name}`, writers[group.$type](token.$value)]);
      if (group.$type === 'typography')
        found.push([`--tracking-${name}`, length((token.$value as Typography).letterSpacing)]);
    }
  }
  return found;
}

function rule(selector: string, declarations: readonly (readonly [string, string])[]): string {
  return `${selector} {\n${declarations.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;
}

/** All tokens as one style sheet in the layer `tokens`. */
export function themesCss(): string {
  const base = readBase();
  const themes = readThemes();
  const block = (selector: string, theme: Theme) =>
    rule(selector, [['color-scheme', theme.scheme], ...properties(theme.tokens)]);
  const dark = themes.find((theme) => theme.id === 'dark');
  const still = properties(base).filter(([name]) => name.startsWith('--duration-'));
  return [
    '@layer tokens {',
    rule(':root', properties(base)),
    ...themes.map((theme) => block(`${theme.id === 'light' ? ':root, ' : ''}[data-theme='${theme.id}']`, theme)),
    ...(dark ? [`@media (prefers-color-scheme: dark) {\n${block(':root:not([data-theme])', dark)}\n}`] : []),
    `@media (prefers-reduced-motion: reduce) {\n${rule(
      ':root',
      still.map(([name]) => [name, '0ms'] as const),
    )}\n}`,
    '}\n',
  ].join('\n');
}

function themesModule(): string {
  const list = readThemes().map(({ id, name, scheme }) => ({ id, name, scheme }));
  return `export const themes = ${JSON.stringify(list)};\n`;
}

const layerOrder = '@layer tokens,reset,base,shell,layout,components,adjust;';

/**
 * Serves the themes: `virtual:foyer-themes.css` holds every token as a custom property, `virtual:foyer-themes` lists
 * what there is to choose from. A JSON added to the folder is a new theme; a JSON changed shows at once.
 */
export function themePlugin(): Plugin {
  // Real-looking paths, so that the CSS pipeline treats the style sheet like any other file.
  const served = new Map([
    ['virtual:foyer-themes.css', join(themesFolder, 'virtual.css')],
    ['virtual:foyer-themes', join(themesFolder, 'virtual.js')],
  ]);
  const isTheme = (file: string) =>
    file.endsWith('.json') && dirname(file) === dirname(join(themesFolder, 'base.json'));
  return {
    name: 'foyer-themes',
    enforce: 'pre',
    resolveId: (id) => served.get(id) ?? null,
    load(id) {
      const isCss = id === served.get('virtual:foyer-themes.css');
      if (!isCss && id !== served.get('virtual:foyer-themes')) return null;
      for (const file of readdirSync(themesFolder))
        if (file.endsWith('.json')) this.addWatchFile(join(themesFolder, file));
      return isCss ? themesCss() : themesModule();
    },
    configureServer(server) {
      server.watcher.add(themesFolder);
      const restart = (file: string) => {
        if (!isTheme(file)) return;
        for (const id of served.values()) {
          const module = server.moduleGraph.getModuleById(id);
          if (module) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      };
      server.watcher.on('add', restart).on('unlink', restart);
    },
    generateBundle: {
      // After Vite has put the style sheets together.
      order: 'post',
      handler(_options, bundle) {
        // Which style comes first is the bundler's business; the order of the layers must not hang on it.
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css'))
            file.source = `${layerOrder}${String(file.source)}`;
        }
      },
    },
    hotUpdate({ file }) {
      if (!isTheme(file)) return;
      return [...served.values()].flatMap((id) => this.environment.moduleGraph.getModuleById(id) ?? []);
    },
  };
}
