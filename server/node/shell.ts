import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { parse } from 'hono/utils/cookie';
import { directionOf } from '../../contract/direction.ts';
import { isUnavailable } from '../db/dialect.ts';
import type { Env } from '../http/env.ts';
import { acceptedLocales, supportedLocale } from '../locale.ts';
import type { Ports } from '../ports.ts';
import { currentSession } from '../verbs/session/current-session.ts';

/** Seconds until a page that could not be made is asked for again. */
const downFor = 5;

/** What the build says of the app's pages (`scripts/build.ts` writes it). */
export interface ShellManifest {
  pages: {
    path: string;
    access: 'person' | 'stranger' | 'anyone' | 'development';
    namespaces: string[];
    /** Scripts and styles that the page's first frame needs beside the entry's own. */
    scripts: string[];
    styles: string[];
  }[];
  /** Texts by language and namespace. */
  messages: Record<string, Record<string, unknown>>;
}

/**
 * Renders the app's one HTML page so that its first painted frame is right and needs no request of its own: language,
 * direction, theme, session and preferences are in it, with the texts and the code of the page that was asked for.
 */
export function createShell(ports: Ports, distDir: string): (c: Context<Env>) => Promise<Response> {
  const template = readFileSync(join(distDir, 'app/index.html'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(distDir, 'shell.json'), 'utf8')) as ShellManifest;
  const find = (path: string) =>
    manifest.pages.find((page) => page.path === path && (page.access !== 'development' || ports.development));

  return async (c) => {
    const found = find(c.req.path.replace(/(?<=.)\/$/u, ''));
    const session = await c
      .get('person')()
      .then((person) => currentSession(ports, person))
      .catch((error: unknown) => {
        if (isUnavailable(error)) return undefined;
        throw error;
      });
    if (!session) return answerDown(c, ports, manifest);
    const page = found?.access === 'person' && !session.account ? find('/sign-in') : found;
    const chosen = parse(c.req.header('cookie') ?? '');
    const wanted = [
      session.preferences?.locale,
      chosen['foyer-locale'],
      ...acceptedLocales(c.req.header('accept-language')),
    ];
    const locale = supportedLocale(ports.policy, ...wanted);
    const themes = ['system', ...ports.policy.themes];
    const theme =
      [session.preferences?.theme, chosen['foyer-theme']].find((name) => name && themes.includes(name)) ?? 'system';
    const texts = manifest.messages[locale] ?? {};
    const namespaces = ['common', 'ui', ...(page?.namespaces ?? [])];
    const boot = {
      policy: ports.policy,
      session,
      locale,
      theme,
      development: ports.development !== undefined,
      messages: Object.fromEntries(namespaces.map((name) => [name, texts[name] ?? {}])),
    };
    const nonce = randomBytes(16).toString('base64');
    const themeAttribute = theme === 'system' ? '' : ` data-theme="${theme}"`;
    const painted = template
      .replace(/<html[^>]*>/u, `<html lang="${locale}" dir="${directionOf(locale)}"${themeAttribute}>`)
      .replace('</head>', () => `${headOf(page, boot)}</head>`)
      .replaceAll('%NONCE%', nonce);
    return answerPage(c, painted, nonce, found ? 200 : 404);
  };
}

/** The database does not answer: a plain page says so and comes back by itself. */
function answerDown(c: Context<Env>, ports: Ports, { messages }: ShellManifest): Response | Promise<Response> {
  const locale = supportedLocale(ports.policy, ...acceptedLocales(c.req.header('accept-language')));
  const { states } = (messages[locale]?.['common'] ?? {}) as { states?: Record<string, string> };
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="refresh" content="${downFor}" />
        <title>${ports.policy.brand.name}</title>
      </head>
      <body>
        <main>
          <h1>${states?.['downTitle']}</h1>
          <p>${states?.['downText']}</p>
        </main>
      </body>
    </html>`;
  c.header('Retry-After', String(downFor));
  return c.html(page, 503);
}

function headOf(page: ShellManifest['pages'][number] | undefined, boot: object): string {
  const styles = page?.styles.map((file) => `<link rel="stylesheet" nonce="%NONCE%" href="/${file}">`) ?? [];
  const scripts = page?.scripts.map((file) => `<link rel="modulepreload" nonce="%NONCE%" href="/${file}">`) ?? [];
  // "<" could end the element early, or open a comment in it; "%" could be taken for the nonce's place.
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c').replaceAll('%', '\\u0025');
  return [...styles, ...scripts, `<script type="application/json" id="foyer-boot">${json}</script>`].join('');
}

/** Strict: scripts by nonce alone, and no string becomes code or markup without a Trusted Types policy (H2). */
const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types foyer-worker',
  ].join('; ');

function answerPage(c: Context<Env>, text: string, nonce: string, status: 200 | 404): Response {
  const accepted = c.req.header('accept-encoding') ?? '';
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
  };
  if (/\bbr\b/u.test(accepted)) {
    const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return c.body(bytes as Uint8Array<ArrayBuffer>, status, { ...headers, 'Content-Encoding': 'br' });
  }
  if (/\bgzip\b/u.test(accepted)) {
    return c.body(gzipSync(text) as Uint8Array<ArrayBuffer>, status, { ...headers, 'Content-Encoding': 'gzip' });
  }
  return c.body(text, status, headers);
}
