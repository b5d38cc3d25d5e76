import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';
import { currentSession } from '../verbs/session/current-session.ts';
import { endOtherSessions, endSession } from '../verbs/session/end-sessions.ts';
import { listSessions } from '../verbs/session/list-sessions.ts';
import { signIn } from '../verbs/session/sign-in.ts';
import { signOut } from '../verbs/session/sign-out.ts';

export function sessionRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'signIn', async ({ body, caller, c }) => {
    const { answer, token } = await signIn(ports, body, caller, c.get('cookies').session());
    c.get('cookies').setSession(token);
    return answer;
  });
  mount(app, ports, 'getSession', async ({ c }) => currentSession(ports, await c.get('person')()));
  mount(app, ports, 'signOut', async ({ c }) => {
    const person = await c.get('person')();
    if (person) await signOut(ports, person);
    c.get('cookies').clearSession();
    c.header('Clear-Site-Data', '"cache"');
    return undefined;
  });
  mount(app, ports, 'listSessions', ({ person }) => listSessions(ports, person));
  mount(app, ports, 'endOtherSessions', ({ person }) => endOtherSessions(ports, person));
  mount(app, ports, 'endSession', async ({ params, person }) => {
    await endSession(ports, params.id, person);
    return undefined;
  });
}
