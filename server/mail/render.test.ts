// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { palette } from './layout.ts';
import ar from './locales/ar.json' with { type: 'json' };
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import { renderMail, type Message } from './render.ts';

const brand = { name: 'Foyer', supportEmail: 'support@foyer.example' };
const link = 'https://foyer.example/sign-up/confirm?token=a-b_c&from=mail';
const confirm = (data: Partial<Extract<Message, { kind: 'confirm-email' }>['data']> = {}): Message => ({
  kind: 'confirm-email',
  data: { name: 'Ada', link, hours: 24, ...data },
});
const registered: Message = { kind: 'already-registered', data: { name: 'Ada', link } };

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const skeleton = (document: Document) =>
  [...document.querySelectorAll('*')].map((element) => [
    element.tagName,
    ...[...element.attributes].map(({ name, value }) => `${name}=${value}`),
  ]);

const hostile = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror=alert(1)//',
  '<svg/onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</td></tr></table><h1>You have won</h1>',
  '<a href="javascript:alert(1)">Ada</a>',
  '" style="background:url(https://evil.example)" x="',
  '--><script>alert(1)</script><!--',
  '<!--[if mso]><img src=x><![endif]-->',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '{link}{support}{constructor}',
];

describe('what a stranger wrote', () => {
  const harmless = skeleton(parse(renderMail(confirm(), 'en', brand).html));

  it.each(hostile)('adds nothing but text to the page: %j (G16)', (name) => {
    const document = parse(renderMail(confirm({ name }), 'en', brand).html);
    expect(skeleton(document)).toEqual(harmless);
    const shown = document.querySelector('h1 + p bdi')?.textContent.replaceAll('\u2060', '');
    expect(shown).toBe(name.replaceAll('\u0000', '').trim());
  });

  it('stays inert in the name of the brand, which stands in the title too (G16)', () => {
    for (const name of hostile) {
      const document = parse(renderMail(confirm(), 'en', { ...brand, name }).html);
      expect(skeleton(document)).toEqual(harmless);
    }
  });

  it('cannot begin a header or a line of its own (G16)', () => {
    const name = 'Ada\r\nBcc: all@evil.example\u0085\u2028\u2029\v\fX';
    for (const message of [confirm({ name }), { ...registered, data: { name, link } }]) {
      const mail = renderMail(message, 'en', { ...brand, name: `Foyer${name}` });
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(mail.text).not.toMatch(/^(?:Bcc|X)/mu);
      expect(mail.text).not.toMatch(/[\u0085\u2028\u2029\v\f\r]/u);
    }
  });

  it('never stands in the subject', () => {
    for (const message of [confirm({ name: 'You won' }), { ...registered, data: { name: 'You won', link } }])
      expect(renderMail(message, 'en', brand).subject).not.toContain('You won');
  });

  it('is not turned into a link by a mail client', () => {
    const { text, html } = renderMail(confirm({ name: 'http://evil.example/x a@evil.example' }), 'en', brand);
    for (const part of [text, html]) expect(part).not.toMatch(/evil\.example|http:\/\/e|@evil/u);
  });

  it('cannot turn the direction of what follows: isolates stay closed (I2)', () => {
    const { text, html } = renderMail(confirm({ name: '\u2069\u202eAda\u2067' }), 'en', brand);
    expect(text).toContain('Hello \u2068Ada\u2069,');
    expect(html).toContain('Hello <bdi>Ada</bdi>,');
  });
});

describe('languages', () => {
  const locales = { en, de, ar };

  /** Each text by its path; the plural forms of one text count as one. */
  function textsOf(node: object, path = ''): [string, string[]][] {
    return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      const here = `${path}/${key}`;
      if (typeof value === 'string') return [[here, [value]] satisfies [string, string[]]];
      const entry = value as Record<string, string>;
      return 'other' in entry ? [[here, Object.values(entry)]] : textsOf(entry, here);
    });
  }
  const outline = (node: object) =>
    textsOf(node).map(([path, texts]) => [path, [...new Set(texts.join('').match(/\{\w+\}/gu) ?? [])].sort()]);

  it.each(Object.entries(locales))('%s has the texts and placeholders of English', (_, texts) => {
    expect(outline(texts)).toEqual(outline(en));
  });

  it.each(Object.entries(locales))('%s has exactly its own plural forms (I2)', (language, texts) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = Object.values(texts).flatMap((entry: object) =>
      [entry, ...Object.values(entry).filter(Array.isArray)].flatMap((part: object | null): unknown[] =>
        Object.values(part ?? {}),
      ),
    );
    const found = plurals.filter(
      (part): part is object => typeof part === 'object' && part !== null && 'other' in part,
    );
    expect(found).toHaveLength(2);
    for (const { count: _count, ...plural } of found as { count: string }[])
      expect(Object.keys(plural).sort()).toEqual([...forms].sort());
  });

  it.each([
    [1, 'لمدة ساعة واحدة من'],
    [2, 'لمدة ساعتين من'],
    [5, 'لمدة 5 ساعات من'],
    [24, 'لمدة 24 ساعة من'],
    [100, 'لمدة 100 ساعة من'],
  ])('counts %i hours as Arabic does (I2)', (hours, phrase) => {
    const mail = renderMail(confirm({ hours }), 'ar', brand);
    expect(mail.text).toContain(phrase);
    expect(parse(mail.html).body.textContent).toContain(phrase);
  });

  it('writes from right to left in Arabic, also where the client drops <html>', () => {
    const document = parse(renderMail(confirm(), 'ar', brand).html);
    for (const element of [document.documentElement, document.querySelector('body > table')]) {
      expect(element?.getAttribute('dir')).toBe('rtl');
      expect(element?.getAttribute('lang')).toBe('ar');
    }
    const address = [...document.querySelectorAll('a')].find((a) => a.textContent === link);
    expect(address?.getAttribute('dir')).toBe('ltr');
  });

  it('falls back to English, and from a region to its language (I5, A6)', () => {
    expect(renderMail(confirm(), 'tlh', brand)).toEqual(renderMail(confirm(), 'en', brand));
    expect(renderMail(confirm(), 'constructor', brand)).toEqual(renderMail(confirm(), 'en', brand));
    expect(renderMail(confirm(), 'de-AT', brand)).toEqual(renderMail(confirm(), 'de', brand));
  });
});

describe.each(['en', 'de', 'ar'])('a mail in %s', (locale) => {
  it.each([confirm(), registered])('says the same in both parts: $kind', (message) => {
    const mail = renderMail(message, locale, brand);
    const document = parse(mail.html);
    const lines = mail.text
      .replaceAll(/[\u2068\u2069]/gu, '')
      .split('\n')
      .filter(Boolean);
    const shown = document.querySelector('body > table')?.textContent.replaceAll(/\s+/gu, ' ');
    for (const line of lines) expect(shown).toContain(line);
    expect(lines).toContain(link);
    expect(lines.at(-1)).toContain(brand.supportEmail);
    expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      link,
      link,
      `mailto:${brand.supportEmail}`,
    ]);
    for (const part of Object.values(mail)) expect(part).not.toMatch(/\{\w+\}|undefined|!(?!doctype|important)/u);
  });

  it('loads and tracks nothing', () => {
    const { html } = renderMail(confirm(), locale, brand);
    expect(parse(html).querySelector('img,link,script,iframe,[src],[background]')).toBeNull();
    expect(html).not.toMatch(/url\(|@import/u);
  });
});

describe('in a dark mail client', () => {
  it('has a colour by night for every colour by day', () => {
    const document = parse(renderMail(confirm(), 'en', brand).html);
    expect(document.querySelector('meta[name=color-scheme]')?.getAttribute('content')).toBe('light dark');
    const sheet = document.querySelector('style')?.textContent ?? '';
    for (const element of document.querySelectorAll('[style*="color:#"]')) {
      const properties = [...(element.getAttribute('style') ?? '').matchAll(/([a-z-]*color):#/gu)].map(
        ([, name]) => name,
      );
      const rule = new RegExp(`\\.${element.className}\\{([^}]*)\\}`, 'u').exec(sheet)?.[1] ?? '';
      for (const property of properties) expect(rule).toContain(`${property}:#`);
    }
  });

  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  it.each([
    ['text', 'surface'],
    ['text', 'canvas'],
    ['muted', 'canvas'],
    ['muted', 'surface'],
    ['link', 'surface'],
    ['link', 'canvas'],
    ['onAccent', 'accent'],
  ] as const)('%s is readable on %s, by day and by night', (front, back) => {
    for (const scheme of [0, 1] as const) {
      const [low = 0, high = 0] = [luminance(palette[front][scheme]), luminance(palette[back][scheme])].sort(
        (a, b) => a - b,
      );
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
