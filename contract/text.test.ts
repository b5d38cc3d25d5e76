import { describe, expect, test } from 'vitest';
import {
  codePoints,
  emailSchema,
  isEmail,
  lineSchema,
  normalizeEmail,
  passwordSchema,
  requiredLineSchema,
} from './text.ts';

/** The codes with which a schema refuses a value. */
const faults = (schema: typeof emailSchema, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('P3: length', () => {
  test.each<[string, number]>([
    ['', 0],
    ['abc', 3],
    ['👨‍👩‍👧', 5],
    ['🏮🏮', 2],
    ['é'.normalize('NFD'), 1],
    ['مرحبا', 5],
    ['\u{1F1EE}\u{1F1F9}', 2],
  ])('%j counts %d', (text, length) => {
    expect(codePoints(text)).toBe(length);
  });

  test('is the same in each Unicode form', () => {
    for (let point = 0xc0; point < 0x250; point += 1) {
      const text = `x${String.fromCodePoint(point)}y`;
      expect(codePoints(text.normalize('NFD'))).toBe(codePoints(text.normalize('NFC')));
    }
  });
});

describe('I11: two addresses are the same', () => {
  test.each([
    ['in another letter case', 'Ines@Marchetti.Example', 'ines@marchetti.example'],
    ['with spaces around', '  ines@marchetti.example\t', 'ines@marchetti.example'],
    ['in another Unicode form', 'café@marchetti.example'.normalize('NFD'), 'café@marchetti.example'],
    ['with a domain in its ASCII form', 'ines@Bücher.example', 'ines@xn--bcher-kva.example'],
    ['with full-width letters in the domain', 'ines@ｍarchetti.example', 'ines@marchetti.example'],
    ['with an ideographic full stop', 'ines@marchetti。example', 'ines@marchetti.example'],
  ])('%s', (_, typed, same) => {
    expect(normalizeEmail(typed)).toBe(normalizeEmail(same));
    expect(isEmail(typed)).toBe(true);
  });

  test.each([
    ['ines@marchetti.example', 'ines+list@marchetti.example'],
    ['ines@marchetti.example', 'i.nes@marchetti.example'],
    ['ines@marchetti.example', 'ines@marchetti.example.org'],
    ['strasse@marchetti.example', 'straße@marchetti.example'],
    ['ines@marchetti.example', 'ınes@marchetti.example'],
  ])('and %s is not %s', (one, other) => {
    expect(normalizeEmail(one)).not.toBe(normalizeEmail(other));
  });

  test('normalising once is enough, whatever was typed (case-27)', () => {
    const pieces = [
      'Ines',
      'É',
      'e\u0301',
      'ß',
      'ＡＢ',
      '+',
      '.',
      ' ',
      'م',
      '🏮',
      'I',
      '@',
      '@Bücher.example',
      '@ａ.Example',
    ];
    for (let seed = 0; seed < 4000; seed += 1) {
      const text = Array.from(
        { length: 1 + (seed % 6) },
        (_, at) => pieces[(seed * 7 + at * at * 5 + (seed >> at)) % pieces.length],
      ).join('');
      const once = normalizeEmail(text);
      expect(normalizeEmail(once)).toBe(once);
      expect(isEmail(text), text).toBe(isEmail(once));
      expect(normalizeEmail(` ${text.normalize('NFD')} `)).toBe(once);
    }
  });
});

describe('A3: what is an address', () => {
  test.each([
    'a@b.example',
    'ines+list@marchetti.example',
    "o'brien@marchetti.example",
    'ines_marchetti-1@sub.domain.example',
    'ines@bücher.example',
    'إيناس@مثال.إختبار',
    `${'a'.repeat(64)}@marchetti.example`,
    `a@${'b'.repeat(63)}.example`,
    '1@2.example',
  ])('%s is', (email) => {
    expect(faults(emailSchema, email)).toEqual([]);
  });

  test.each([
    'ines',
    '@marchetti.example',
    'ines@',
    'ines@localhost',
    'ines@127.0.0.1',
    'ines@[127.0.0.1]',
    'ines@marchetti..example',
    'ines@-marchetti.example',
    'ines@marchetti-.example',
    'ines@marchetti.example/path',
    'ines@marchetti.example:25',
    'ines@marchetti.example#x',
    'ines@%6darchetti.example',
    'in es@marchetti.example',
    '.ines@marchetti.example',
    'ines.@marchetti.example',
    'in..es@marchetti.example',
    'ines@a@marchetti.example',
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'Ines <ines@marchetti.example>',
    '"ines"@marchetti.example',
    'ines@marchetti.example\r\nBcc: all@example.com',
    'ines\u0000@marchetti.example',
    `${'a'.repeat(65)}@marchetti.example`,
    `ines@${'b'.repeat(64)}.example`,
    'ines@marchetti.123',
  ])('%j is none', (email) => {
    expect(faults(emailSchema, email)).toEqual(['email_invalid']);
  });

  test('says what is missing, too long or no text at all', () => {
    expect(faults(emailSchema, '   ')).toEqual(['required']);
    expect(faults(emailSchema, `${'a'.repeat(60)}@${'b.'.repeat(100)}example`)).toEqual(['too_long']);
    for (const value of [undefined, null, 1, ['a@b.example'], { $ne: '' }]) {
      expect(faults(emailSchema, value), 'case-18 case-20').toEqual(['wrong_type']);
    }
  });

  test('is kept as it was typed, but for the spaces around it', () => {
    expect(emailSchema.parse(' Ines@Bücher.Example ')).toBe('Ines@Bücher.Example');
  });

  test('costs little to find out, whatever is asked', () => {
    const begun = performance.now();
    for (const hostile of [
      'a'.repeat(254),
      '.'.repeat(254),
      `a@${'a.'.repeat(126)}`,
      '@'.repeat(254),
      `a@${'-'.repeat(252)}`,
    ]) {
      expect(faults(emailSchema, hostile)).not.toEqual([]);
    }
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('I8: a line of text', () => {
  test.each([
    'X',
    '李',
    'Nguyễn Thị',
    "O'Connor-D'Arcy",
    'عبد الله',
    '🏮',
    'Robert"); DROP TABLE accounts;--',
    '<b>Ada</b>',
  ])('%s is a name', (name) => {
    expect(requiredLineSchema(100).parse(` ${name.normalize('NFD')} `)).toBe(name.normalize('NFC'));
  });

  test('has no control characters, and nothing that turns its direction', () => {
    for (const bad of ['\u0000', '\n', '\t', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066']) {
      expect(faults(lineSchema(100), `a${bad}b`)).toEqual(['control_characters']);
    }
  });

  test('may be as long as it may be, counted in code points', () => {
    expect(faults(lineSchema(5), '🏮🏮🏮🏮🏮')).toEqual([]);
    expect(faults(lineSchema(5), '🏮🏮🏮🏮🏮a')).toEqual(['too_long']);
    expect(faults(requiredLineSchema(5), '  ')).toEqual(['required']);
    expect(faults(lineSchema(5), '')).toEqual([]);
    expect(faults(lineSchema(5), 7)).toEqual(['wrong_type']);
  });
});

describe('P2 P9: a password as it is sent', () => {
  test('is neither trimmed nor folded nor cut', () => {
    for (const password of ['  Spaces Around  ', 'ＦＵＬＬ', 'e\u0301', 'x'.repeat(256), '🏮'.repeat(256)]) {
      expect(passwordSchema.parse(password)).toBe(password);
    }
  });

  test('has 1 to 256 code points', () => {
    expect(passwordSchema.safeParse('').error?.issues[0]?.message).toBe('required');
    expect(passwordSchema.safeParse('🏮'.repeat(257)).error?.issues[0]?.message).toBe('password_too_long');
    expect(passwordSchema.safeParse(['a']).error?.issues[0]?.message).toBe('wrong_type');
  });
});
