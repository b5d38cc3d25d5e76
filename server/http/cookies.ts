import { createMiddleware } from 'hono/factory';
import { parse, serialize } from 'hono/utils/cookie';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

/** `__Host-` binds the cookie to this host over TLS; plain http://localhost cannot have it (S4). */
const nameFor = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-foyer' : 'foyer');

export const cookies = (ports: Pick<Ports, 'publicUrl' | 'policy'>) =>
  createMiddleware<Env>(async (c, next) => {
    const name = nameFor(ports.publicUrl);
    const secure = name.startsWith('__Host-');
    const jar = parse(c.env?.cookieHeader ?? c.req.header('cookie') ?? '', name);
    const put = (value: string, maxAge: number) => {
      const line = serialize(name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge });
      c.env?.setCookies?.push(line);
      c.header('Set-Cookie', line, { append: true });
    };
    c.set('cookies', {
      session: () => jar[name],
      setSession: (token) => put(token, ports.policy.sessions.absoluteHours * 3600),
      clearSession: () => put('', 0),
    });
    await next();
  });
