import { createMiddleware } from 'hono/factory';
import type { Ports } from '../ports.ts';
import { authenticate } from '../verbs/session/authenticate.ts';
import type { Env } from './env.ts';

/** Says who is calling: address, browser, and, when somebody asks, the person behind the session cookie. */
export const caller = (ports: Ports) => {
  const trusted = new Set((ports.trustedProxies ?? []).map(canonical).filter(Boolean));
  return createMiddleware<Env>(async (c, next) => {
    const peer = canonical(c.env?.address ?? '');
    const address = trusted.has(peer) ? forwardedFor(c.req.header('x-forwarded-for'), trusted, peer) : peer;
    const found = { address, userAgent: (c.req.header('user-agent') ?? '').slice(0, 300) };
    let person: ReturnType<typeof authenticate> | undefined;
    c.set('requestId', crypto.randomUUID());
    c.set('caller', found);
    c.set('person', () => (person ??= authenticate(ports, c.get('cookies').session(), found)));
    await next();
  });
};

/**
 * The last hop that is no trusted proxy: a trusted one wrote it down. What stands before it the client may have made up,
 * so a last hop that is no address falls back to the peer and not further to the left (H5, case-34).
 */
function forwardedFor(header: string | undefined, trusted: ReadonlySet<string>, peer: string): string {
  const hops = (header ?? '').split(',').map((hop) => canonical(hop.trim()));
  return hops.reverse().find((hop) => !trusted.has(hop)) || peer;
}

/** One spelling per address, so that no spelling has a counter of its own; empty for what is no address (case-43). */
function canonical(address: string): string {
  const bare = address.replace(/%.*$/u, '');
  if (isIPv4(bare)) return bare;
  if (!/^[\da-f:.]+$/iu.test(bare) || !URL.canParse(`http://[${bare}]`)) return '';
  const written = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(written)?.slice(1);
  return mapped ? mapped.flatMap(bytesOf).join('.') : written;
}

/** As the URL standard writes them: four decimal numbers without leading zeros. */
const isIPv4 = (text: string) => /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/u.test(text);

/** The two bytes of a group of an IPv6 address. */
const bytesOf = (group: string) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255];
