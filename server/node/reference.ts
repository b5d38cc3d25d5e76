import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';

const explorer = fileURLToPath(import.meta.resolve('openapi-explorer/dist/browser/openapi-explorer.min.js'));

/**
 * Only what comes from here runs. Inline styles are allowed on this page alone: the explorer's templates carry style
 * attributes. Its one Trusted Types policy is Lit's; the page shows nothing but our own document.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The readable reference page at `/api/docs` (M1), wholly served from here: no other origin is asked for anything. */
export function mountReference(app: Hono<Env>): void {
  const script = readFileSync(explorer);
  const packed = gzipSync(script);
  const hash = createHash('sha256').update(script).digest('base64url').slice(0, 12);
  const address = `/api/docs/explorer-${hash}.js`;
  const page = pageWith(address);

  app.get('/api/docs', (c) => {
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-cache');
    return c.html(page);
  });
  // The hash stands in the address, so the script may be kept for good and a new one is fetched at once.
  app.get(address, (c) => {
    const isPacked = /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '');
    c.header('Content-Type', 'text/javascript; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    if (isPacked) c.header('Content-Encoding', 'gzip');
    return c.body(isPacked ? packed : script);
  });
}

/** Colours are those of the light theme; the explorer has no dark one. */
const pageWith = (script: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Foyer API</title>
<link rel="icon" href="data:,">
<style>
openapi-explorer { --red: #ac2120; --orange: #79480c; --yellow: #79480c; --green: #1e602d; --blue: #17598c }
openapi-explorer::part(btn-try) { color: #f7fefb }
</style>
<script type="module" src="${script}"></script>
</head>
<body>
<openapi-explorer spec-url="/api/openapi.json" server-url="/" hide-authentication hide-server-selection
  bg-color="#fefefc" text-color="#242019" primary-color="#125a45" secondary-color="#055a43"
  nav-bg-color="#f0ede8" nav-text-color="#242019" nav-hover-bg-color="#dcf3e9" nav-hover-text-color="#055a43"></openapi-explorer>
<noscript><p>This page needs JavaScript. The document itself: <a href="/api/openapi.json">openapi.json</a></p></noscript>
</body>
</html>
`;
