import type { QueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../contract/account.ts';
import { switchLocale } from '../i18n/i18n.ts';
import { call } from '../lib/api.ts';
import { rememberInCookie } from '../lib/boot.ts';
import { rememberPreferences, sessionQueryOptions } from '../lib/session-query.ts';
import { applyTheme } from './theme.ts';

/** Shows a choice at once and saves it; what cannot be saved goes back to what it was (F11). */
export async function changePreferences(client: QueryClient, change: Partial<Preferences>): Promise<void> {
  const before = client.getQueryData(sessionQueryOptions().queryKey)?.preferences;
  if (!before) return;
  await show(client, { ...before, ...change });
  try {
    await call('changePreferences', { body: change });
  } catch {
    await show(client, before);
  }
}

async function show(client: QueryClient, preferences: Preferences): Promise<void> {
  rememberPreferences(client, preferences);
  rememberInCookie('foyer-theme', preferences.theme);
  rememberInCookie('foyer-locale', preferences.locale);
  applyTheme(preferences.theme);
  await switchLocale(preferences.locale);
}
