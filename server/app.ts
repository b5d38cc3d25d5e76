import { Hono } from 'hono';
import { ProblemError } from './errors.ts';
import { caller } from './http/caller.ts';
import { cookies } from './http/cookies.ts';
import type { Env } from './http/env.ts';
import { securityHeaders } from './http/headers.ts';
import { logRequests } from './http/log-requests.ts';
import { mountMethodNotAllowed } from './http/operation.ts';
import { answerProblem } from './http/problem.ts';
import { sameOrigin } from './http/same-origin.ts';
import type { Ports } from './ports.ts';
import { accountRoutes } from './routes/account.ts';
import { avatarRoutes } from './routes/avatar.ts';
import { developmentRoutes } from './routes/development.ts';
import { referenceRoutes } from './routes/reference.ts';
import { sessionRoutes } from './routes/session.ts';
import { signUpRoutes } from './routes/sign-up.ts';
import { systemRoutes } from './routes/system.ts';
import { wellKnownRoutes } from './routes/well-known.ts';

/**
 * The backend: Web-standard requests in, responses out, the same on Node, in a browser and in tests. A host adds what
 * only it can serve (pages, static files) with `extend`, inside the same headers and the same error handling.
 */
export function createApp(ports: Ports, extend?: (app: Hono<Env>) => void): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, c) => answerProblem(ports, c, error));
  app.notFound((c) => answerProblem(ports, c, new ProblemError('not_found')));

  app.use(securityHeaders(ports));
  app.use(cookies(ports));
  app.use(caller(ports));
  app.use(logRequests(ports));
  app.use(sameOrigin(ports));

  systemRoutes(app, ports);
  signUpRoutes(app, ports);
  sessionRoutes(app, ports);
  accountRoutes(app, ports);
  avatarRoutes(app, ports);
  developmentRoutes(app, ports);
  referenceRoutes(app);
  wellKnownRoutes(app, ports);
  extend?.(app);
  mountMethodNotAllowed(app);
  return app;
}
