import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Account, Profile } from '../../../contract/account.ts';
import type { FormKit } from '../../lib/form/use-form.ts';
import {
  acknowledge,
  applyEdits,
  conflictingFields,
  editsOf,
  profileFields,
  profileOf,
  rebase,
  settle,
  type Edits,
  type ProfileField,
  type Standing,
} from './merge.ts';
import { keepEdits, readEdits } from './profile-draft.ts';
import { showPhone } from './show-phone.ts';

/** What the server is known to hold, and as of when. */
interface Known {
  readonly etag: string;
  readonly standing: Standing;
}

/** Where a form starts: at what the server holds, with the edits that were kept over it. */
export function startAt(account: Account): { known: Known; mine: Profile } {
  const { standing, mine } = applyEdits(profileOf(account), readEdits(account.id));
  return { known: { etag: account.etag, standing }, mine: { ...mine, phone: showPhone(mine.phone) } };
}

/** What is typed beside what the server holds, and every way in which the two meet. */
export function useStanding(account: Account, start: Known, { read, set }: FormKit<ProfileField>) {
  // Answers arrive between two renders: they build on the last standing, not on the last one shown.
  const latest = useRef(start);
  const [known, show] = useState(start);
  const put = (next: Known) => show((latest.current = next));
  const conflicts = () => conflictingFields(latest.current.standing, read());
  const write = (from: Profile, fields: readonly ProfileField[]) => {
    const texts = { ...from, phone: showPhone(from.phone) };
    set(Object.fromEntries(fields.map((field) => [field, texts[field]])));
  };
  /** The page may be gone by now; then the edits are back with it. */
  const keep = () => keepEdits(account.id, editsOf(latest.current.standing, read()));

  const meet = (now: Account) => {
    const { standing, follows } = rebase(latest.current.standing, read(), profileOf(now));
    write(standing.theirs, follows);
    put({ etag: now.etag, standing });
  };
  const followQuery = useEffectEvent(() => {
    if (account.etag !== latest.current.etag) meet(account);
  });
  useLayoutEffect(() => followQuery(), [account.etag]);

  const accept = (answer: Account, sent: readonly ProfileField[], submitted: Profile) => {
    const standing = acknowledge(latest.current.standing, sent, profileOf(answer));
    // What was typed while the request was on its way stays.
    const typed = read();
    const settled = sent.filter((field) => typed[field] === submitted[field]);
    write(standing.theirs, settled);
    put({ ...latest.current, standing });
    meet(answer);
    keep();
  };

  const restore = (kept: Edits) => {
    const now = applyEdits(latest.current.standing.theirs, kept);
    const base = { ...latest.current.standing.base };
    const fields = profileFields.filter((field) => kept[field]);
    for (const field of fields) base[field] = now.standing.base[field];
    write(now.mine, fields);
    put({ ...latest.current, standing: { ...latest.current.standing, base } });
    keep();
  };

  /** The person chose; where it is not their own value, the other one goes into the field. */
  const decide = (field: ProfileField, choice: 'mine' | 'theirs') => {
    const { standing } = latest.current;
    if (choice === 'theirs') write(standing.theirs, [field]);
    put({ ...latest.current, standing: settle(standing, field) });
  };

  /** Back to what the server holds. Gives what was dropped, for `restore`. */
  const drop = (): Edits => {
    const { standing } = latest.current;
    const dropped = editsOf(standing, read());
    const fields = profileFields.filter((field) => dropped[field]);
    write(standing.theirs, fields);
    put({ ...latest.current, standing: { base: standing.theirs, theirs: standing.theirs } });
    return dropped;
  };

  return { shown: known.standing, now: () => latest.current, conflicts, meet, accept, decide, drop, restore };
}
