import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldCodes, problemStatus } from '../contract/problem-codes.ts';

/** The texts of one namespace: keys nested at most one level. */
type Tree = { [key: string]: string | { [key: string]: string } };
/** Texts by locale and namespace. */
export type Texts = Record<string, Record<string, Tree>>;

const suffix = /_(zero|one|two|few|many|other)$/u;
/** Forms that stand for one number each may say it in a word. */
const exact = new Set(['zero', 'one', 'two']);

function flatten(tree: Tree): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[key, value]]
        : Object.entries(value).map(([inner, text]): [string, string] => [`${key}.${inner}`, text]),
    ),
  );
}

/** The messages of a namespace by name, each with its plural forms; one without plurals has the form `''`. */
function messages(tree: Tree): Map<string, Map<string, string>> {
  const flat = flatten(tree);
  const found = new Map<string, Map<string, string>>();
  for (const [key, text] of flat) {
    const name = key.replace(suffix, '');
    const isPlural = name !== key && flat.has(`${name}_other`);
    const [message, form] = isPlural ? [name, key.slice(name.length + 1)] : [key, ''];
    found.set(message, (found.get(message) ?? new Map<string, string>()).set(form, text));
  }
  return found;
}

/** What a text is filled with: its placeholders and its tags. */
function slots(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<\/?[\w]+\s*\/?>/gu)].map(([all, name]) => name ?? all);
}

function checkForms(where: string, locale: string, english: Map<string, string>, forms: Map<string, string>): string[] {
  const faults: string[] = [];
  const isPlural = english.has('other');
  const wanted: string[] = isPlural ? new Intl.PluralRules(locale).resolvedOptions().pluralCategories : [''];
  for (const form of wanted) if (!forms.has(form)) faults.push(`${where} lacks ${form ? `_${form}` : 'a text'}`);
  // i18next takes `_zero` for 0 in every language.
  for (const form of forms.keys())
    if (form !== 'zero' && !wanted.includes(form)) faults.push(`${where} has _${form} in vain`);
  const reference = new Set(slots(english.get('other') ?? english.get('') ?? ''));
  for (const [form, text] of forms) {
    if (text.trim() === '') faults.push(`${where} is empty`);
    const own = new Set(slots(text));
    const lacks = [...reference].filter((slot) => !own.has(slot) && !(exact.has(form) && slot === 'count'));
    const extra = [...own].filter((slot) => !reference.has(slot));
    if (lacks.length > 0) faults.push(`${where}${form && `_${form}`} lacks ${lacks.join(', ')}`);
    if (extra.length > 0) faults.push(`${where}${form && `_${form}`} has ${extra.join(', ')}, which English has not`);
  }
  return faults;
}

/** Every language has English's messages, in its own plural forms, with the same placeholders. */
export function checkLanguages({ en = {}, ...others }: Texts): string[] {
  return Object.entries({ en, ...others }).flatMap(([locale, namespaces]) => [
    ...Object.keys(namespaces)
      .filter((namespace) => !en[namespace])
      .map((namespace) => `${locale}/${namespace}.json has no English`),
    ...Object.entries(en).flatMap(([namespace, tree]) => {
      const own = namespaces[namespace];
      if (!own) return [`${locale}/${namespace}.json is missing`];
      const english = messages(tree);
      const found = messages(own);
      const strays = [...found.keys()].filter((key) => !english.has(key));
      return [
        ...strays.map((key) => `${locale}/${namespace}: ${key} is not in English`),
        ...[...english].flatMap(([key, forms]) =>
          checkForms(`${locale}/${namespace}: ${key}`, locale, forms, found.get(key) ?? new Map<string, string>()),
        ),
      ];
    }),
  ]);
}

/** Every code that a call can fail with has a text, and no text is left of a code that went away. */
export function checkCodes(common: Tree, codes: Record<'problems' | 'fields', readonly string[]>): string[] {
  return Object.entries(codes).flatMap(([group, wanted]) => {
    const found = [...messages(common).keys()]
      .filter((key) => key.startsWith(`${group}.`))
      .map((key) => key.slice(group.length + 1));
    return [
      ...wanted.filter((code) => !found.includes(code)).map((code) => `en/common: ${group}.${code} is missing`),
      ...found.filter((code) => !wanted.includes(code)).map((code) => `en/common: ${group}.${code} is no code`),
    ];
  });
}

/**
 * English keys that the source names nowhere, neither as a literal nor by a template such as `states.${kind}Title`.
 * It looks at text alone: a key that is also another string's text counts as used.
 */
export function checkUse(en: Record<string, Tree>, source: string): string[] {
  const literals = new Set([...source.matchAll(/(?<=['"`])(?:[a-z]+:)?([\w.]+)(?=['"`])/gu)].map(([, key]) => key));
  const templates = [...source.matchAll(/`((?:[\w.:]*\$\{[^}`]+\})+[\w.]*)`/gu)]
    .map(([, text = '']) => text.replace(/^[a-z]+:/u, '').split(/\$\{[^}]+\}/u))
    .filter((parts) => parts.some((part) => /[a-z]/iu.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`, 'u'));
  return Object.entries(en).flatMap(([namespace, tree]) =>
    [...messages(tree).keys()]
      .filter((key) => !literals.has(key) && !templates.some((template) => template.test(key)))
      .map((key) => `en/${namespace}: ${key} is used nowhere`),
  );
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const texts: Texts = {};
  for (const file of globSync('src/i18n/locales/*/*.json', { cwd: root }).sort()) {
    const [locale = '', namespace = ''] = file.replace('.json', '').split('/').slice(-2);
    (texts[locale] ??= {})[namespace] = JSON.parse(readFileSync(join(root, file), 'utf8')) as Tree;
  }
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.ts', '**/*.test.tsx'] });
  const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const faults = [
    ...checkLanguages(texts),
    ...checkCodes(texts['en']?.['common'] ?? {}, {
      problems: [...Object.keys(problemStatus), 'network', 'unreadable'],
      fields: fieldCodes,
    }),
    ...checkUse(texts['en'] ?? {}, source),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
