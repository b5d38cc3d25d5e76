import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, test } from 'vitest';
import { passwordChecklist, type PasswordRule, type PasswordRules } from './password.ts';
import { foyer } from './policy.ts';

const listed = new Set<string>(dictionary['passwords-common']);
const context = {
  words: ['Foyer', 'Inès', 'Marchetti', 'ines.marchetti@harbour.example'],
  isCommon: (text: string) => listed.has(text),
};
const check = (password: string, rules: Partial<PasswordRules> = {}): PasswordRule[] =>
  passwordChecklist({ ...foyer.password, ...rules }, password, context);
const missed = (password: string, rules: Partial<PasswordRules> = {}) =>
  check(password, rules)
    .filter(({ met }) => !met)
    .map(({ code }) => code);

const words = ['lantern', 'quiet', 'harbour', 'velvet', 'cedar', 'marble', 'thistle', 'copper', 'meadow', 'orbit'];
const sentence = (seed: number) =>
  Array.from({ length: 4 }, (_, at) => words[(seed * 3 + at * (seed + 1) + (seed >> at)) % words.length]).join(' ');

describe('P1: the length of a password', () => {
  test('is 15 code points at least, and each one counts once', () => {
    expect(missed('xq7 vbn lop zeh')).toEqual([]);
    expect(missed('xq7 vbn lop ze')).toEqual(['password_too_short']);
    expect(missed('🦊🏮🚪🌿🪔🧭🪞🎐🧱🪟🎏🪴🍵🧺🔑')).toEqual([]);
    expect(missed('🦊🏮🚪🌿🪔🧭🪞🎐🧱🪟🎏🪴🍵🧺')).toEqual(['password_too_short']);
  });

  test('P3 is that after NFC: no form of writing makes a password longer', () => {
    const short = 'éèêëāăą café ü';
    expect(short.normalize('NFD').length).toBeGreaterThan(15);
    expect(missed(short.normalize('NFD'))).toEqual(['password_too_short']);
    expect(missed('👨‍👩‍👧👨‍👩‍👧')).toContain('password_too_short');
  });

  test('P2 P9 is up to 256, and the limit is a rule that shows only when it is broken', () => {
    const long = Array.from({ length: 64 }, (_, at) => `${words[at % 10]?.slice(0, 3)} `).join('');
    expect(long).toHaveLength(256);
    expect(missed(long)).toEqual([]);
    expect(check(long).map(({ id }) => id)).not.toContain('maximum');
    expect(missed(`${long}x`)).toEqual(['password_too_long']);
    expect(check(`${long}x`).find(({ id }) => id === 'maximum')?.bound).toBe(256);
  });

  test('is told with the number of the policy', () => {
    expect(check('', { minLength: 8 })[0]).toMatchObject({ id: 'length', bound: 8, met: false });
  });
});

describe('P4: a long sentence is enough', () => {
  test('no kind of character is asked for', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const plain = sentence(seed);
      if (new Set(plain.split(' ')).size < 3) continue;
      for (const password of [plain, plain.toUpperCase(), plain.replaceAll(' ', ''), ` ${plain} `]) {
        expect(missed(password), password).toEqual([]);
      }
    }
  });

  test.each([
    'correct horse battery staple',
    'فانوس هادئ في البهو الكبير',
    '静かな廊下の小さな灯りはとても暖かい',
    'Ines waters the cedar at dawn',
  ])('%s', (password) => {
    expect(missed(password)).toEqual([]);
  });
});

describe('P5: a common password is refused', () => {
  const common = [...listed];

  test('each one of the list, in any letter case, when no length hides it', () => {
    const rules = { minLength: 6, blockContext: false };
    for (let at = 0; at < 3000; at += 1) {
      const password = common[at] ?? '';
      expect(missed(password, rules), password).toContain('password_common');
      expect(missed(password.toUpperCase(), rules), password).toContain('password_common');
    }
  });

  test('also when it is only said over and over', () => {
    for (let at = 0; at < 500; at += 1) {
      const piece = common[at] ?? '';
      expect(missed(piece.repeat(Math.ceil(16 / piece.length) + 1)), piece).toContain('password_common');
    }
    for (const password of ['aaaaaaaaaaaaaaaa', 'abababababababab', '1234123412341234', '🏮'.repeat(20)]) {
      expect(missed(password), password).toContain('password_common');
    }
  });

  test.each(['abcdefghijklmnop', 'ponmlkjihgfedcba', 'ABCDEFGHIJKLMNOPQ', '!"#$%&\'()*+,-./0'])(
    'also a run of neighbours: %s',
    (run) => {
      expect(missed(run)).toContain('password_common');
    },
  );

  test('while the list is still loading nothing is called common that the list would decide', () => {
    const waiting = passwordChecklist(foyer.password, 'passwordpassword', { words: [] });
    expect(waiting.filter(({ met }) => !met)).toEqual([]);
  });
});

describe('P5: a password made of what is known about its owner is refused', () => {
  test.each([
    'InesMarchetti2026',
    'marchetti_foyer!!',
    'FOYER foyer FOYER',
    'ines.marchetti@harbour.example',
    'INES.MARCHETTI@HARBOUR.EXAMPLE1',
    '--Marchetti--Ines--',
    'ＭＡＲＣＨＥＴＴＩ２０２６Foyer',
    'inèsmarchettiinès'.normalize('NFD'),
  ])('%s', (password) => {
    expect(missed(password)).toContain('password_context');
  });

  test('however few characters are put around it, up to seven', () => {
    const padding = '7x!q2z9-w4';
    for (let before = 0; before <= 7; before += 1) {
      for (let after = 0; before + after <= 7; after += 1) {
        const password = `${padding.slice(0, before)}MarchettiFoyer${padding.slice(0, after)}`;
        expect(missed(password, { minLength: 8 }), password).toContain('password_context');
      }
    }
  });

  test('a sentence may name its owner', () => {
    expect(missed('Marchetti waters the cedar')).toEqual([]);
  });

  test('words of fewer than three letters block nothing', () => {
    const rules = passwordChecklist(foyer.password, 'xu xu go li xu ab', { words: ['Xu', 'Li'] });
    expect(rules.filter(({ met }) => !met)).toEqual([]);
  });
});

describe('A4: the checklist', () => {
  test('has its rules in one order, all unmet before anything is typed', () => {
    expect(check('').map(({ id, met }) => [id, met])).toEqual([
      ['length', false],
      ['common', false],
      ['context', false],
    ]);
  });

  test('leaves out what the policy does not ask', () => {
    expect(check('x', { blockCommon: false, blockContext: false }).map(({ id }) => id)).toEqual(['length']);
  });

  test('costs little, whatever is typed', () => {
    const begun = performance.now();
    for (const hostile of [
      'a'.repeat(256),
      'ab'.repeat(128),
      `${'a'.repeat(255)}b`,
      `${'ab'.repeat(127)}c!`,
      '\u0301'.repeat(256),
    ]) {
      expect(check(hostile).length).toBeGreaterThan(2);
    }
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
