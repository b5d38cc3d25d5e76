import { createMiddleware } from 'hono/factory';
import type { Ports } from '../ports.ts';
import { newId } from '../secrets.ts';
import { authenticate } from '../verbs/session/authenticate.ts';
import type { Env } from './env.ts';

/** Says who is calling: address, browser, and, when somebody asks, the person behind the session cookie. */
export const caller = (ports: Ports) =>
  createMiddleware<Env>(async (c, next) => {
    const peer = canonical(c.env?.address ?? '');
    const address = ports.trustedProxies?.includes(peer)
      ? forwardedFor(c.req.header('x-forwarded-for'), ports, peer)
      : peer;
    const found = { address, userAgent: (c.req.header('user-agent') ?? '').slice(0, 300) };
    let person: ReturnType<typeof authenticate> | undefined;
    c.set('requestId', newId());
    c.set('caller', found);
    c.set('person', () => (person ??= authenticate(ports, c.get('cookies').session(), found)));
    await next();
  });

/** The last address that no trusted proxy wrote about itself; what the client itself claims stands before it (H5, case-34). */
function forwardedFor(header: string | undefined, ports: Ports, peer: string): string {
  const hops = (header ?? '').split(',').map((hop) => canonical(hop.trim()));
  return hops.reverse().find((hop) => hop !== '' && !ports.trustedProxies?.includes(hop)) ?? peer;
}

/** One spelling per address, so that no spelling has a counter of its own; empty for what is no address (case-43). */
function canonical(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(bare)) return bare;
  return URL.canParse(`http://[${bare}]`) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : '';
}
