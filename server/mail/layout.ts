/** Markup that is safe to send. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Part = string | Html | readonly Html[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function markupOf(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** Escapes every string put into it, for element content and for double-quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + markupOf(parts[index] ?? '')).join('') };
}

/** By day and by night. Mail clients read no custom properties and no OKLCH, so these are the hex values of the themes. */
export const palette = {
  canvas: ['#f9f7f3', '#0f1413'],
  surface: ['#fefefc', '#161d1b'],
  border: ['#e2ded7', '#293330'],
  text: ['#242019', '#eeede7'],
  muted: ['#605c52', '#a7b3af'],
  accent: ['#125a45', '#7ad2b2'],
  onAccent: ['#f7fefb', '#071a13'],
  link: ['#055a43', '#88ddbd'],
  mark: ['#125a45', '#3b7a63'],
  lamp: ['#fbe4ad', '#fad486'],
} as const satisfies Record<string, readonly [string, string]>;

type Paint = Partial<Record<'background-color' | 'border-color' | 'color', keyof typeof palette>>;

const paints = {
  canvas: { 'background-color': 'canvas', color: 'text' },
  panel: { 'background-color': 'surface', 'border-color': 'border', color: 'text' },
  text: { color: 'text' },
  muted: { color: 'muted' },
  link: { color: 'link' },
  rule: { 'border-color': 'border' },
  button: { 'background-color': 'accent', 'border-color': 'accent', color: 'onAccent' },
  mark: { 'background-color': 'mark' },
  lamp: { 'background-color': 'lamp' },
} satisfies Record<string, Paint>;

const declarations = (paint: Paint, scheme: 0 | 1, suffix = '') =>
  Object.entries(paint).map(([property, role]) => `${property}:${palette[role][scheme]}${suffix}`);

// Many clients drop the style sheet: everything by day is inline, and the sheet only turns it to night.
const night = Object.entries(paints)
  .map(([name, paint]) => `.${name}{${declarations(paint, 1, '!important').join(';')}}`)
  .join('');
const sheet: Html = {
  markup: `<style>:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${night}}</style>`,
};

const look = (name: keyof typeof paints, style = '') =>
  html`class="${name}" style="${[style, ...declarations(paints[name], 0)].filter(Boolean).join(';')}"`;

const font =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif";
const table = html`role="presentation" border="0" cellpadding="0" cellspacing="0"`;

const paragraph = (content: Html) =>
  html`<p ${look('text', `margin:0 0 16px;${font};font-size:16px;line-height:24px;overflow-wrap:anywhere`)}>
    ${content}
  </p>`;

// Drawn by boxes, since pictures are remote or blocked. Not mirrored: its doorway stands one unit off the middle.
const mark = html`<table ${table} dir="ltr">
  <tr>
    <td
      width="24"
      height="26"
      valign="bottom"
      ${look('mark', 'width:24px;height:26px;border-radius:12px 12px 0 0;font-size:0;line-height:0')}
    >
      <div ${look('lamp', 'width:10px;height:12px;margin:14px 0 0 8px;border-radius:5px 5px 0 0')}></div>
    </td>
  </tr>
</table>`;

// The cell carries colour and room as well: Outlook gives an inline link neither.
const button = (label: Html, link: string) =>
  html`<table ${table}>
    <tr>
      <td ${look('button', 'border-radius:10px;mso-padding-alt:11px 20px')}>
        <a
          href="${link}"
          ${look('button', `display:inline-block;padding:11px 20px;border-radius:10px;${font};font-size:15px;line-height:22px;font-weight:600;text-decoration:none`)}
          >${label}</a
        >
      </td>
    </tr>
  </table>`;

/** An address to write to. */
export const mailAddress = (address: string) =>
  html`<a href="mailto:${address}" ${look('link', 'text-decoration:underline')}><bdi>${address}</bdi></a>`;

interface Letter {
  /** Language of the text, a BCP 47 tag. */
  language: string;
  direction: string;
  subject: string;
  /** What a list of mails shows behind the subject. */
  preheader: Html;
  heading: Html;
  paragraphs: readonly Html[];
  action?: { label: Html; link: string; below: Html } | undefined;
  after: readonly Html[];
  brand: string;
  footer: Html;
}

/**
 * One mail as a document of its own: tables and inline styles, nothing remote, nothing that counts who opens it.
 * `lang` and `dir` stand on the outer table too, because web mail drops `<html>` and `<body>`.
 */
export function layOut({ language, direction, action, ...letter }: Letter): string {
  const small = `margin:0;${font};font-size:14px;line-height:20px`;
  const actionPart = action ? html`<div style="padding:8px 0 24px">${button(action.label, action.link)}</div>` : html``;
  const linkPart = action
    ? html`<div ${look('rule', 'margin:24px 0 0;padding:16px 0 0;border-width:1px 0 0;border-style:solid')}>
        <p ${look('muted', small)}>${action.below}</p>
        <p ${look('muted', `${small};margin:4px 0 0;overflow-wrap:anywhere;word-break:break-all`)}>
          <a href="${action.link}" dir="ltr" ${look('link', 'text-decoration:underline')}>${action.link}</a>
        </p>
      </div>`
    : html``;
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>${letter.subject}</title>
        ${sheet}
      </head>
      <body ${look('canvas', 'margin:0;padding:0;-webkit-text-size-adjust:100%')}>
        <div style="display:none;mso-hide:all">${letter.preheader}</div>
        <table ${table} width="100%" lang="${language}" dir="${direction}" ${look('canvas', 'width:100%')}>
          <tr>
            <td align="center" style="padding:24px 12px 48px">
              <table ${table} width="560" style="width:100%;max-width:560px">
                <tr>
                  <td style="padding:0 4px 16px">
                    <table ${table}>
                      <tr>
                        <td>${mark}</td>
                        <td ${look('text', `padding:0 8px;${font};font-size:18px;line-height:24px;font-weight:600`)}>
                          <bdi translate="no">${letter.brand}</bdi>
                        </td>
                      </tr>
                    </table>
                  </td>
                </tr>
                <tr>
                  <td ${look('panel', 'padding:32px 24px;border-width:1px;border-style:solid;border-radius:14px')}>
                    <h1 ${look('text', `margin:0 0 16px;${font};font-size:25px;line-height:32px;font-weight:600`)}>
                      ${letter.heading}
                    </h1>
                    ${letter.paragraphs.map(paragraph)} ${actionPart} ${letter.after.map(paragraph)} ${linkPart}
                  </td>
                </tr>
                <tr>
                  <td style="padding:16px 4px 0"><p ${look('muted', small)}>${letter.footer}</p></td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `.markup;
}
