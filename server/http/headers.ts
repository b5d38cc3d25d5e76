import { createMiddleware } from 'hono/factory';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

/** Headers of every answer (H1). A route that may be cached or shown elsewhere says so itself afterwards. */
export const securityHeaders = (ports: Pick<Ports, 'publicUrl'>) => {
  const isTls = ports.publicUrl.startsWith('https:');
  return createMiddleware<Env>(async (c, next) => {
    await next();
    const { headers } = c.res;
    const set = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value);
    };
    set('X-Content-Type-Options', 'nosniff');
    set('Referrer-Policy', 'no-referrer');
    set('X-Frame-Options', 'DENY');
    set('Cross-Origin-Opener-Policy', 'same-origin');
    set('Cross-Origin-Resource-Policy', 'same-origin');
    set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()');
    set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    set('Cache-Control', 'no-store');
    if (isTls) set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  });
};
