import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { profileSchema, type Account, type Profile } from '../../../contract/account.ts';
import { contractResolver } from '../../lib/form.ts';
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
} from './merge.ts';
import { keepEdits, readEdits } from './profile-draft.ts';
import { showPhone } from './show-phone.ts';

const shown = (field: ProfileField, value: string) => (field === 'phone' ? showPhone(value) : value);

/** What is typed beside what the server holds, and every way in which the two meet. */
export function useStanding(account: Account) {
  const [start] = useState(() => {
    const { standing, mine } = applyEdits(profileOf(account), readEdits(account.id));
    return { known: { etag: account.etag, standing }, mine: { ...mine, phone: showPhone(mine.phone) } };
  });
  const form = useForm<Profile>({
    defaultValues: start.mine,
    resolver: contractResolver(profileSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const mine: Profile = { ...start.mine, ...useWatch({ control: form.control }) };

  // Answers arrive between two renders: they build on the last standing, not on the last one shown.
  const latest = useRef(start.known);
  const [known, show] = useState(start.known);
  const put = (next: typeof known) => show((latest.current = next));
  const conflicts = () => conflictingFields(latest.current.standing, form.getValues());
  const write = (field: ProfileField, value: string) => form.setValue(field, shown(field, value));

  const meet = (now: Account) => {
    const { standing, follows } = rebase(latest.current.standing, form.getValues(), profileOf(now));
    for (const field of follows) write(field, standing.theirs[field]);
    put({ etag: now.etag, standing });
  };
  const followQuery = useEffectEvent(() => {
    if (account.etag !== latest.current.etag) meet(account);
  });
  useLayoutEffect(() => followQuery(), [account.etag]);

  const accept = (answer: Account, sent: readonly ProfileField[], submitted: Profile) => {
    const standing = acknowledge(latest.current.standing, sent, profileOf(answer));
    // What was typed while the request was on its way stays.
    for (const field of sent) if (form.getValues(field) === submitted[field]) write(field, standing.theirs[field]);
    put({ ...latest.current, standing });
    meet(answer);
    keepEdits(account.id, editsOf(latest.current.standing, form.getValues()));
  };

  const restore = (kept: Edits) => {
    const now = applyEdits(latest.current.standing.theirs, kept);
    const base = { ...latest.current.standing.base };
    for (const field of profileFields) {
      if (!kept[field]) continue;
      base[field] = now.standing.base[field];
      write(field, now.mine[field]);
    }
    put({ ...latest.current, standing: { ...latest.current.standing, base } });
    // The page may be gone by now; then they are back with it.
    keepEdits(account.id, editsOf(latest.current.standing, form.getValues()));
  };

  /** The person chose; where it is not their own value, the other one goes into the field. */
  const decide = (field: ProfileField, choice: 'mine' | 'theirs') => {
    if (choice === 'theirs') write(field, latest.current.standing.theirs[field]);
    put({ ...latest.current, standing: settle(latest.current.standing, field) });
  };

  /** Back to what the server holds. Gives what was dropped, for `restore`. */
  const drop = (): Edits => {
    const { standing } = latest.current;
    const dropped = editsOf(standing, form.getValues());
    for (const field of profileFields) if (dropped[field]) write(field, standing.theirs[field]);
    put({ ...latest.current, standing: { base: standing.theirs, theirs: standing.theirs } });
    form.clearErrors();
    return dropped;
  };

  return {
    form,
    mine,
    shown: known.standing,
    now: () => latest.current,
    conflicts,
    meet,
    accept,
    decide,
    drop,
    restore,
  };
}
