import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../../contract/account.ts';
import { ApiError } from '../../lib/api-error.ts';
import { showFieldErrors } from '../../lib/form.ts';
import { changedFields, conflictingFields, editsOf, profileFields, type Edits, type ProfileField } from './merge.ts';
import { fetchAccount, sendChange } from './profile-calls.ts';
import { keepEdits } from './profile-draft.ts';
import { fieldId } from './use-field-labels.ts';
import { useStanding } from './use-standing.ts';

// At once, where the form's own `setFocus` waits: what is then scrolled into view must have the last word.
const focusOn = (field: ProfileField) => document.getElementById(fieldId(field))?.focus();

/** What the page does when something is over: toasts, and where the focus goes. */
interface Outcomes {
  onSaved: () => void;
  onDiscarded: (undo: () => void) => void;
}

export type ProfileForm = ReturnType<typeof useProfileForm>;

/** The form of the profile: what is typed, what the server holds, and how the two come together (E2, F8, F10). */
export function useProfileForm(account: Account, { onSaved, onDiscarded }: Outcomes) {
  const client = useQueryClient();
  const { form, mine, shown, now, conflicts, meet, accept, decide: settleOn, drop, restore } = useStanding(account);
  const [isRestored, setRestored] = useState(() => changedFields(shown, mine).length > 0);
  /** A save waits until every conflict is settled, and then goes on. */
  const [isPaused, setPaused] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError | null>(null);
  /** Fields that the last try to save found faulty and nobody has touched since. */
  const [faulty, setFaulty] = useState<{ attempt: number; fields: readonly ProfileField[] }>({
    attempt: 0,
    fields: [],
  });
  const isSaving = useRef(false);

  const conflicting = conflictingFields(shown, mine);
  // A conflict can also end by itself; then nobody waits, and nothing is sent unasked later.
  if (isPaused && conflicting.length === 0) setPaused(false);

  const edits = JSON.stringify(editsOf(shown, mine));
  const hasEdits = edits !== '{}';
  if (!hasEdits && isRestored) setRestored(false);
  if (!hasEdits && problem) setProblem(null);
  const isKeeping = useRef(isRestored);
  useEffect(() => {
    // Another tab's draft is not this one's to remove.
    if (hasEdits || isKeeping.current) keepEdits(account.id, JSON.parse(edits) as Edits);
    isKeeping.current = hasEdits;
  }, [account.id, edits, hasEdits]);

  const pause = () => {
    setPaused(true);
    const [first] = conflicts();
    if (first) focusOn(first);
  };

  const send = async () => {
    const submitted = form.getValues();
    if (conflicts().length > 0) return pause();
    let fields = changedFields(now().standing, submitted);
    if (fields.length === 0) return;
    for (let isAgain = false; fields.length > 0; isAgain = true) {
      try {
        accept(await sendChange(client, submitted, fields, now().etag), fields, submitted);
        break;
      } catch (error) {
        if (isAgain || !(error instanceof ApiError) || error.code !== 'changed_elsewhere') throw error;
        meet(await fetchAccount(client));
        if (conflicts().length > 0) return pause();
        // After a lost answer the server holds these already, and nothing is left to send (F4).
        const still = changedFields(now().standing, submitted);
        fields = fields.filter((field) => still.includes(field));
      }
    }
    form.clearErrors();
    onSaved();
  };

  const blame = (fields: readonly ProfileField[]) => {
    setFaulty(({ attempt }) => ({ attempt: attempt + 1, fields }));
    // With several, the summary takes the focus.
    if (fields.length === 1 && fields[0]) focusOn(fields[0]);
  };

  const submit = async (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (isSaving.current) return;
    isSaving.current = true;
    setBusy(true);
    setProblem(null);
    setFaulty(({ attempt }) => ({ attempt, fields: [] }));
    try {
      await form.handleSubmit(send, (errors) => blame(profileFields.filter((field) => errors[field])))();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!showFieldErrors(form, error)) setProblem(error);
      blame(profileFields.filter((field) => error.errors.some(({ pointer }) => pointer === `/${field}`)));
    } finally {
      isSaving.current = false;
      setBusy(false);
    }
  };

  const decide = (field: ProfileField, choice: 'mine' | 'theirs') => {
    settleOn(field, choice);
    const [next] = conflicts();
    focusOn(next ?? field);
    if (next || !isPaused) return;
    setPaused(false);
    void submit();
  };

  const discard = () => {
    const dropped = drop();
    setPaused(false);
    setFaulty(({ attempt }) => ({ attempt, fields: [] }));
    onDiscarded(() => restore(dropped));
  };

  /** An error goes when its cause does, and a new one waits until the field is left. */
  const touch = (field: ProfileField) => {
    setFaulty((old) => ({ ...old, fields: old.fields.filter((one) => one !== field) }));
    if (form.getFieldState(field).error) void form.trigger(field);
  };

  return {
    form,
    mine,
    theirs: shown.theirs,
    changed: changedFields(shown, mine),
    conflicting,
    faulty,
    problem,
    isBusy,
    isPaused,
    isRestored,
    submit,
    discard,
    decide,
    touch,
  };
}
