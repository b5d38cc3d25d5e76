import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import type { Ports } from '../ports.ts';

const validity = 180 * 24 * 60 * 60_000;

/** Addresses that other programs look for on every host (RFC 8615, H7). */
export function wellKnownRoutes(app: Hono<Env>, ports: Ports): void {
  // RFC 9116: who has found a hole writes here. `Expires` moves along, because the policy behind it is read at start.
  app.get('/.well-known/security.txt', (c) => {
    const lines = [
      `Contact: mailto:${encodeURI(ports.policy.brand.supportEmail)}`,
      `Expires: ${new Date(ports.clock.now() + validity).toISOString()}`,
      `Preferred-Languages: ${ports.policy.locales.join(', ')}`,
      `Canonical: ${ports.publicUrl}/.well-known/security.txt`,
    ];
    c.header('Cache-Control', 'public, max-age=86400');
    return c.text(`${lines.join('\n')}\n`);
  });
  // W3C "A Well-Known URL for Changing Passwords": password managers send people here.
  app.get('/.well-known/change-password', (c) => c.redirect('/security', 302));
}
