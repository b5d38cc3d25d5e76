import type { Account } from '../../../contract/account.ts';

/** What makes a profile complete, in the order in which it is asked for. */
export const profileItems = ['firstName', 'lastName', 'phone', 'company', 'country', 'city', 'picture'] as const;
export type ProfileItem = (typeof profileItems)[number];

export interface Completeness {
  /** 0 to 1. */
  share: number;
  /** What is not there yet; the first is the next thing to do. */
  missing: readonly ProfileItem[];
}

/** How much of the profile is filled in (D2). */
export function completeness(account: Pick<Account, Exclude<ProfileItem, 'picture'> | 'avatar'>): Completeness {
  const missing = profileItems.filter((item) =>
    item === 'picture' ? account.avatar === null : account[item].trim() === '',
  );
  return { share: 1 - missing.length / profileItems.length, missing };
}

const day = 24 * 60 * 60_000;

/** On the first day, until something beside the name is filled in. */
export function isFirstVisit(account: Account, now: number): boolean {
  const { missing } = completeness(account);
  return now - account.createdAt < day && profileItems.slice(2).every((item) => missing.includes(item));
}
