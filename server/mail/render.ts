import type { Policy } from '../../contract/policy.ts';
import { supportedLocale } from '../locale.ts';
import { html, layOut, mailAddress, type Html } from './layout.ts';
import ar from './locales/ar.json' with { type: 'json' };
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/** What can be mailed, with what each message needs. A new kind is one entry here and one in each locale. */
export type Message =
  | { kind: 'confirm-email'; data: { name: string; link: string; hours: number } }
  | { kind: 'already-registered'; data: { name: string; link: string } };

/** A sentence, or its plural forms with the name of the number that chooses among them. */
type Line = string | ({ count: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

interface Template {
  subject: string;
  preheader: Line;
  heading: string;
  paragraphs: readonly Line[];
  /** The label of the link, in messages that have one. */
  button?: string;
  after?: readonly Line[];
}

type Texts = Record<Message['kind'], Template> & {
  layout: { direction: string; linkBelow: string; footer: string };
};

/** English comes first: it is what a language without texts of its own falls back to (I5). */
const languages: Record<string, Texts> = { en, de, ar };

/** One line, without anything that could end it, hide in it or turn its direction. */
const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();

// A sign-up writes its name into a stranger's mail: no mail client shall make a link of "evil.example".
const unlinked = (name: string) => name.replace(/([.:/@])(?=\S)/gu, '$1\u2060');

/** Renders a message as subject, text and HTML, in the nearest language there is. Pure; runs in a browser too. */
export function renderMail(
  message: Message,
  locale: string,
  brand: Policy['brand'],
): { subject: string; text: string; html: string } {
  const language = supportedLocale({ locales: Object.keys(languages) }, locale);
  const { layout, [message.kind]: template } = languages[language] ?? en;
  const { link, name, ...rest }: Message['data'] = message.data;
  const values: Record<string, string | number> = {
    ...rest,
    name: unlinked(clean(name)),
    brand: clean(brand.name),
    support: clean(brand.supportEmail),
  };
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);

  function chosen(line: Line): string {
    if (typeof line === 'string') return line;
    return line[plurals.select(Number(values[line.count]))] ?? line.other;
  }

  /** Cuts a line at its placeholders, so that nothing in a value is ever read as one. */
  function filled<T>(line: Line, text: (text: string) => T, value: (value: string, key: string) => T): T[] {
    return chosen(line)
      .split(/\{(\w+)\}/u)
      .map((part, index) => {
        if (index % 2 === 0) return text(part);
        const found = values[part];
        if (found === undefined) throw new Error(`The mail ${message.kind} has no value for {${part}}.`);
        return typeof found === 'number' ? text(numbers.format(found)) : value(found, part);
      });
  }

  const asIs = (text: string) => text;
  const plain = (line: Line) => filled(line, asIs, asIs).join('');
  const isolated = (line: Line) => filled(line, asIs, (value) => `\u2068${value}\u2069`).join('');
  const markup = (line: Line): Html =>
    html`${filled(
      line,
      (text) => html`${text}`,
      (value, key) => (key === 'support' ? mailAddress(value) : html`<bdi>${value}</bdi>`),
    )}`;

  const subject = plain(template.subject);
  const { button, after = [] } = template;
  const paragraphs = (lines: readonly Line[]) => lines.map(isolated);
  const text = [
    isolated(template.heading),
    ...paragraphs(template.paragraphs),
    ...(button ? [`${isolated(button)}\n${clean(link)}`] : []),
    ...paragraphs(after),
    isolated(layout.footer),
  ];
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: layOut({
      language,
      direction: layout.direction,
      subject,
      preheader: markup(template.preheader),
      heading: markup(template.heading),
      paragraphs: template.paragraphs.map(markup),
      action: button ? { label: markup(button), link: clean(link), below: markup(layout.linkBelow) } : undefined,
      after: after.map(markup),
      brand: clean(brand.name),
      footer: markup(layout.footer),
    }),
  };
}
