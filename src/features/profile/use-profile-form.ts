import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { profileSchema, type Account, type Profile } from '../../../contract/account.ts';
import { ApiError } from '../../lib/api-error.ts';
import { contractCheck } from '../../lib/form/faults.ts';
import { useForm } from '../../lib/form/use-form.ts';
import { changedFields, conflictingFields, editsOf, type Edits, type ProfileField } from './merge.ts';
import { fetchAccount, sendChange } from './profile-calls.ts';
import { keepEdits } from './profile-draft.ts';
import { startAt, useStanding } from './use-standing.ts';

const check = contractCheck(profileSchema);

/** What the page does when something is over: toasts, and where the focus goes. */
interface Outcomes {
  onSaved: () => void;
  onDiscarded: (undo: () => void) => void;
}

export type ProfileForm = ReturnType<typeof useProfileForm>;

/** The form of the profile: what is typed, what the server holds, and how the two come together (E2, F8, F10). */
export function useProfileForm(account: Account, { onSaved, onDiscarded }: Outcomes) {
  const client = useQueryClient();
  const [start] = useState(() => startAt(account));
  const form = useForm({ initial: start.mine, check, send });
  const standing = useStanding(account, start.known, form);
  const { shown, now, conflicts } = standing;
  const mine = form.values;
  const [isRestored, setRestored] = useState(() => changedFields(shown, mine).length > 0);
  /** A save waits until every conflict is settled, and then goes on. */
  const [isPaused, setPaused] = useState(false);

  const conflicting = conflictingFields(shown, mine);
  // A conflict can also end by itself; then nobody waits, and nothing is sent unasked later.
  if (isPaused && conflicting.length === 0) setPaused(false);

  const edits = JSON.stringify(editsOf(shown, mine));
  const hasEdits = edits !== '{}';
  if (!hasEdits && isRestored) setRestored(false);
  if (!hasEdits && form.problem) form.forgive();
  const isKeeping = useRef(isRestored);
  useEffect(() => {
    // Another tab's draft is not this one's to remove.
    if (hasEdits || isKeeping.current) keepEdits(account.id, JSON.parse(edits) as Edits);
    isKeeping.current = hasEdits;
  }, [account.id, edits, hasEdits]);

  const pause = () => {
    setPaused(true);
    const [first] = conflicts();
    // At once: what is then scrolled into view has the last word.
    if (first) form.focus(first);
  };

  async function send(submitted: Profile): Promise<void> {
    if (conflicts().length > 0) return pause();
    let fields = changedFields(now().standing, submitted);
    if (fields.length === 0) return;
    for (let isAgain = false; fields.length > 0; isAgain = true) {
      try {
        standing.accept(await sendChange(client, submitted, fields, now().etag), fields, submitted);
        break;
      } catch (error) {
        if (isAgain || !(error instanceof ApiError) || error.code !== 'changed_elsewhere') throw error;
        standing.meet(await fetchAccount(client));
        if (conflicts().length > 0) return pause();
        // After a lost answer the server holds these already, and nothing is left to send (F4).
        const still = changedFields(now().standing, submitted);
        fields = fields.filter((field) => still.includes(field));
      }
    }
    onSaved();
  }

  const decide = (field: ProfileField, choice: 'mine' | 'theirs') => {
    standing.decide(field, choice);
    const [next] = conflicts();
    form.focus(next ?? field);
    if (next || !isPaused) return;
    setPaused(false);
    form.submit();
  };

  const discard = () => {
    const dropped = standing.drop();
    setPaused(false);
    form.forgive();
    onDiscarded(() => standing.restore(dropped));
  };

  return {
    form,
    mine,
    theirs: shown.theirs,
    changed: changedFields(shown, mine),
    conflicting,
    isPaused,
    isRestored,
    discard,
    decide,
  };
}
