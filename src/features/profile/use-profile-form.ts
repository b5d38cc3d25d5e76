import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { profileSchema, type Account, type Profile } from '../../../contract/account.ts';
import { ApiError } from '../../lib/api-error.ts';
import { contractResolver, showFieldErrors } from '../../lib/form.ts';
import {
  acknowledge,
  applyEdits,
  changedFields,
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
import { fetchAccount, sendChange } from './profile-calls.ts';
import { showPhone } from './show-phone.ts';

const shown = (field: ProfileField, value: string) => (field === 'phone' ? showPhone(value) : value);

/** What the page says when something is over: the route knows toasts and where the focus goes. */
interface Outcomes {
  onSaved: () => void;
  onDiscarded: (undo: () => void) => void;
}

export type ProfileForm = ReturnType<typeof useProfileForm>;

/** The form of the profile: what is typed, what the server holds, and how the two come together (E2, F8, F10). */
export function useProfileForm(account: Account, { onSaved, onDiscarded }: Outcomes) {
  const client = useQueryClient();
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
  const [isRestored, setRestored] = useState(() => changedFields(known.standing, start.mine).length > 0);
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

  const put = (next: typeof known) => show((latest.current = next));
  const conflicts = () => conflictingFields(latest.current.standing, form.getValues());
  const write = (field: ProfileField, value: string) => form.setValue(field, shown(field, value));

  const meet = (now: Account) => {
    const { standing, follows } = rebase(latest.current.standing, form.getValues(), profileOf(now));
    for (const field of follows) write(field, standing.theirs[field]);
    put({ etag: now.etag, standing });
    if (conflicts().length === 0) setPaused(false);
  };
  const followQuery = useEffectEvent(() => {
    if (account.etag !== latest.current.etag) meet(account);
  });
  useLayoutEffect(() => followQuery(), [account.etag]);

  const edits = JSON.stringify(editsOf(known.standing, mine));
  const isKeeping = useRef(isRestored);
  useEffect(() => {
    const hasEdits = edits !== '{}';
    // Another tab's draft is not this one's to remove.
    if (hasEdits || isKeeping.current) keepEdits(account.id, JSON.parse(edits) as Edits);
    isKeeping.current = hasEdits;
    if (hasEdits) return;
    setRestored(false);
    setProblem(null);
  }, [account.id, edits]);

  const accept = (answer: Account, sent: readonly ProfileField[], submitted: Profile) => {
    const standing = acknowledge(latest.current.standing, sent, profileOf(answer));
    // What was typed while the request was on its way stays.
    for (const field of sent) if (form.getValues(field) === submitted[field]) write(field, standing.theirs[field]);
    put({ ...latest.current, standing });
    meet(answer);
    keepEdits(account.id, editsOf(latest.current.standing, form.getValues()));
  };

  const pause = () => {
    setPaused(true);
    const [first] = conflicts();
    if (first) form.setFocus(first);
  };

  const send = async () => {
    const submitted = form.getValues();
    if (conflicts().length > 0) return pause();
    let fields = changedFields(latest.current.standing, submitted);
    if (fields.length === 0) return;
    for (let isAgain = false; fields.length > 0; isAgain = true) {
      try {
        accept(await sendChange(client, submitted, fields, latest.current.etag), fields, submitted);
        break;
      } catch (error) {
        if (isAgain || !(error instanceof ApiError) || error.code !== 'changed_elsewhere') throw error;
        meet(await fetchAccount(client));
        if (conflicts().length > 0) return pause();
        // After a lost answer the server holds these already, and nothing is left to send (F4).
        const still = changedFields(latest.current.standing, submitted);
        fields = fields.filter((field) => still.includes(field));
      }
    }
    form.clearErrors();
    onSaved();
  };

  const blame = (fields: readonly ProfileField[]) => {
    setFaulty(({ attempt }) => ({ attempt: attempt + 1, fields }));
    // With several, the summary takes the focus.
    if (fields.length === 1 && fields[0]) form.setFocus(fields[0]);
  };

  const submit = async (event?: FormEvent) => {
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
    if (choice === 'theirs') write(field, latest.current.standing.theirs[field]);
    put({ ...latest.current, standing: settle(latest.current.standing, field) });
    const [next] = conflicts();
    form.setFocus(next ?? field);
    if (next || !isPaused) return;
    setPaused(false);
    void submit();
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

  const discard = () => {
    const { standing } = latest.current;
    const dropped = editsOf(standing, form.getValues());
    for (const field of profileFields) if (dropped[field]) write(field, standing.theirs[field]);
    put({ ...latest.current, standing: { base: standing.theirs, theirs: standing.theirs } });
    form.clearErrors();
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
    theirs: known.standing.theirs,
    changed: changedFields(known.standing, mine),
    conflicting: conflictingFields(known.standing, mine),
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
