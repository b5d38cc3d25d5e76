import type { Account, Preferences } from '../../../contract/account.ts';
import type { AccountRow } from '../../db/schema.ts';

/** The one way an account leaves the backend. */
export function presentAccount(row: AccountRow): Account {
  return {
    id: row.id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
    company: row.company,
    country: row.country,
    city: row.city,
    avatar: row.avatar_id === null ? null : avatarPath(row.avatar_id),
    createdAt: row.created_at,
    etag: entityTag(row),
  };
}

export const presentPreferences = ({ locale, theme }: AccountRow): Preferences => ({ locale, theme });
export const avatarPath = (id: string): string => `/api/avatars/${id}`;
const entityTag = ({ version }: Pick<AccountRow, 'version'>): string => `"${version}"`;
