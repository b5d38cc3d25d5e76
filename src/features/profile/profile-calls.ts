import type { QueryClient } from '@tanstack/react-query';
import type { Account, Profile } from '../../../contract/account.ts';
import { call } from '../../lib/api.ts';
import { rememberAccount, sessionQueryOptions } from '../../lib/session-query.ts';
import { canonical, type ProfileField } from './merge.ts';

/** A look at the session that is under way may still show the state before the change, and must not land after it. */
async function remember(client: QueryClient, account: Account): Promise<Account> {
  await client.cancelQueries({ queryKey: sessionQueryOptions().queryKey });
  rememberAccount(client, account);
  return account;
}

/** Sends those fields alone, if nobody has changed the account since the entity tag was seen (E2). */
export async function sendChange(
  client: QueryClient,
  profile: Profile,
  fields: readonly ProfileField[],
  ifMatch: string,
): Promise<Account> {
  const body = Object.fromEntries(fields.map((field) => [field, canonical(field, profile[field])]));
  return remember(client, await call('changeAccount', { body, ifMatch }));
}

export const fetchAccount = async (client: QueryClient): Promise<Account> => remember(client, await call('getAccount'));
