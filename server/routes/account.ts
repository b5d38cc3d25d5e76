import type { Context, Hono } from 'hono';
import type { Account } from '../../contract/account.ts';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import type { Ports } from '../ports.ts';
import { changeAccount } from '../verbs/account/change-account.ts';
import { changePreferences } from '../verbs/account/change-preferences.ts';
import { getAccount } from '../verbs/account/get-account.ts';
import { presentAccount } from '../verbs/account/present-account.ts';

export function accountRoutes(app: Hono<Env>, ports: Ports): void {
  mount(app, ports, 'getAccount', async ({ person, c }) => tagged(c, presentAccount(await getAccount(ports, person))));
  mount(app, ports, 'changeAccount', async ({ body, person, c }) =>
    tagged(c, await changeAccount(ports, body, c.req.header('if-match') ?? '', person)),
  );
  mount(app, ports, 'changePreferences', ({ body, person }) => changePreferences(ports, body, person));
}

function tagged(c: Context<Env>, account: Account): Account {
  c.header('ETag', account.etag);
  return account;
}
