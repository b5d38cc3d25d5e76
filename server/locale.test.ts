import { describe, expect, test } from 'vitest';
import { acceptedLocales, supportedLocale } from './locale.ts';

const policy = { locales: ['en', 'de', 'ar', 'pt-BR', 'zh-Hant'] };

describe('I6: the language of a page', () => {
  test.each<[string, (string | undefined)[], string]>([
    ['is the one asked for', ['de'], 'de'],
    ['is the nearest wider one (RFC 4647 lookup)', ['de-AT'], 'de'],
    ['is cut back tag by tag', ['zh-Hant-TW-x-private'], 'zh-Hant'],
    ['is not a narrower one', ['pt'], 'en'],
    ['is not a sibling', ['pt-PT', 'ar-EG'], 'ar'],
    ['does not mind letter case', ['DE-at'], 'de'],
    ['keeps the spelling of the policy', ['PT-br'], 'pt-BR'],
    ['is the first wish that can be met', ['fr', 'it-IT', 'ar', 'de'], 'ar'],
    ['passes over what is missing', [undefined, '', 'de'], 'de'],
    ['is the policy’s first where no wish can be met', ['fr'], 'en'],
    ['is the policy’s first where there is no wish', [], 'en'],
    ['is not fooled by names of object members', ['constructor', '__proto__', '*'], 'en'],
  ])('%s', (_, wanted, expected) => {
    expect(supportedLocale(policy, ...wanted)).toBe(expected);
  });

  test('is English where a policy names none', () => {
    expect(supportedLocale({ locales: [] }, 'de')).toBe('en');
  });
});

describe('I6: Accept-Language', () => {
  test.each<[string | undefined, string[]]>([
    [undefined, []],
    ['', []],
    ['de', ['de']],
    ['de-AT, en;q=0.5, ar;q=0.8', ['de-AT', 'ar', 'en']],
    ['en;q=0.5,de;q=0.5,ar', ['ar', 'en', 'de']],
    ['de ; Q=0.3 , en ; q=0.9 ', ['en', 'de']],
    ['de;q=0, en;q=0.001', ['en']],
    ['*;q=0.1, de', ['de']],
    ['de-DE-u-co-phonebk, en-x-pirate;q=0.9', ['de-DE-u-co-phonebk', 'en-x-pirate']],
    [';q=x,,*', []],
    ['<script>, ../../etc, de', ['de']],
    ['de\u0000, en', ['en']],
  ])('%j is read as %j', (header, expected) => {
    expect(acceptedLocales(header)).toEqual(expected);
  });

  test('case-43 of any length and any content is no error, and its work is bounded', () => {
    const hostile = ['de;'.repeat(100_000), ','.repeat(100_000), '-'.repeat(100_000), `de${'-aa'.repeat(100_000)}`];
    for (const header of hostile) expect(acceptedLocales(header).length).toBeLessThan(300);
    for (let seed = 1; seed < 500; seed += 1) {
      const noise = Array.from({ length: 40 }, (_, index) => 'deq=;,.-0159* '[(seed * 31 + index * index * 7) % 14]);
      for (const tag of acceptedLocales(noise.join(''))) expect(tag).toMatch(/^[a-z]{2,3}(-[a-z\d]+)*$/iu);
    }
  });
});
