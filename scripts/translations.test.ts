import { expect, test } from 'vitest';
import { checkCodes, checkLanguages, checkUse } from './translations.ts';

const arabic = ['zero', 'one', 'two', 'few', 'many', 'other'];

test('languages with the same messages, placeholders and their own plural forms pass (I5)', () => {
  const days = Object.fromEntries(arabic.map((form) => [`days_${form}`, '{{count}} ي']));
  const faults = checkLanguages({
    en: { common: { title: '{{page}} · <bdi>{{brand}}</bdi>', days_one: 'one day', days_other: '{{count}} days' } },
    de: { common: { title: '<bdi>{{brand}}</bdi>: {{page}}', days_one: 'ein Tag', days_other: '{{count}} Tage' } },
    ar: { common: { title: '{{page}} · <bdi>{{brand}}</bdi>', ...days, days_two: 'يومان' } },
  });
  expect(faults).toEqual([]);
});

test('names a file, a message and a plural form that is missing or one too many', () => {
  const faults = checkLanguages({
    en: { common: { a: 'A', group: { b: 'B' } }, ui: {}, entry: { days_one: 'one', days_other: '{{count}}' } },
    de: { common: { a: 'A', c: 'C' }, entry: { days_few: '{{count}}', days_other: '{{count}}' }, ui: {}, old: {} },
    ar: { common: { a: 'A', group: { b: 'B' } }, entry: { days_other: '{{count}}' } },
  });
  expect(faults).toEqual([
    'de/old.json has no English',
    'de/common: c is not in English',
    'de/common: group.b lacks a text',
    'de/entry: days lacks _one',
    'de/entry: days has _few in vain',
    'ar/ui.json is missing',
    ...['zero', 'one', 'two', 'few', 'many'].map((form) => `ar/entry: days lacks _${form}`),
  ]);
});

test('names an empty text, a lost placeholder and a misspelt one', () => {
  const faults = checkLanguages({
    en: { common: { a: 'A', hello: 'Hello {{name}}', days_one: 'one', days_other: '{{count}} of {{all}}' } },
    de: { common: { a: ' ', hello: 'Hallo {{nmae}}', days_one: 'ein Tag', days_other: '{{count}} von {{all}}' } },
  });
  expect(faults).toEqual([
    'en/common: days_one lacks all',
    'de/common: a is empty',
    'de/common: hello lacks name',
    'de/common: hello has nmae, which English has not',
    'de/common: days_one lacks all',
  ]);
});

test('every code has a text and every text a code', () => {
  const common = {
    problems: { network: 'N', throttled_one: '1', throttled_other: '{{count}}', gone: 'G' },
    fields: {},
  };
  expect(checkCodes(common, { problems: ['network', 'throttled', 'internal'], fields: ['required'] })).toEqual([
    'en/common: problems.internal is missing',
    'en/common: problems.gone is no code',
    'en/common: fields.required is missing',
  ]);
});

test('a key is used by a literal, a namespaced literal or a template', () => {
  const en = {
    ui: { a: 'A', b: { c: 'C' }, kindTitle: 'K', days_one: '1', days_other: 'n', idle: 'I', d: { e: 'E' } },
  };
  const source = "t('a'); t('ui:b.c'); t(`${kind}Title`); t(`${x}.${y}`); t('days', { count }); // idle";
  expect(checkUse(en, source)).toEqual(['en/ui: idle is used nowhere', 'en/ui: d.e is used nowhere']);
});
