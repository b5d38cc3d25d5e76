import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';
import { confirmSignUp } from '../verbs/sign-up/confirm-sign-up.ts';
import { requestSignUp } from '../verbs/sign-up/request-sign-up.ts';
import { resendConfirmation } from '../verbs/sign-up/resend-confirmation.ts';

export function signUpRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'signUp', ({ body, caller }) => requestSignUp(ports, body, caller));
  mount(app, ports, 'resendConfirmation', ({ body, caller }) => resendConfirmation(ports, body, caller));
  mount(app, ports, 'confirmSignUp', ({ body, caller }) => confirmSignUp(ports, body, caller));
}
