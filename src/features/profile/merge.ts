import { profileSchema, type Profile } from '../../../contract/account.ts';

export type ProfileField = keyof Profile;

/** In the order of the page. */
export const profileFields = ['firstName', 'lastName', 'phone', 'company', 'country', 'city'] as const;

/**
 * Where a form stands towards the server. `theirs` is what the server holds as far as is known; `base` is what it held
 * when a field was last in agreement with it. The two differ only in fields whose conflict awaits a choice.
 */
export interface Standing {
  readonly base: Profile;
  readonly theirs: Profile;
}

/** Unsaved edits by field, each with the value that it was made upon: what a draft keeps. */
export type Edits = Partial<Record<ProfileField, { base: string; mine: string }>>;

export function profileOf(account: Profile): Profile {
  const { firstName, lastName, phone, company, country, city } = account;
  return { firstName, lastName, phone, company, country, city };
}

/** What the server would store for a text; a text that it would refuse stands for itself. */
export function canonical(field: ProfileField, text: string): string {
  const parsed = profileSchema.shape[field].safeParse(text);
  return parsed.success ? parsed.data : text;
}

/** Whether two texts of a field are one value: a phone number in another spelling is no change. */
const isSame = (field: ProfileField, one: string, other: string) => canonical(field, one) === canonical(field, other);

/** The fields whose text is not what the server holds: what a save would send. */
export function changedFields({ theirs }: Standing, mine: Profile): ProfileField[] {
  return profileFields.filter((field) => !isSame(field, mine[field], theirs[field]));
}

/** The fields that both sides changed, and differently, since they last agreed. */
export function conflictingFields({ base, theirs }: Standing, mine: Profile): ProfileField[] {
  return profileFields.filter(
    (field) => !isSame(field, base[field], theirs[field]) && !isSame(field, mine[field], theirs[field]),
  );
}

/**
 * The server holds something new. Fields that nobody touched here follow it (`follows`); a field in which both sides say
 * the same is settled; an edit stays, and is in conflict where the server's value moved under it.
 */
export function rebase(
  before: Standing,
  mine: Profile,
  theirs: Profile,
): { standing: Standing; follows: ProfileField[] } {
  const base = { ...theirs };
  const follows: ProfileField[] = [];
  for (const field of profileFields) {
    // Who goes back to the old value while a conflict is open has chosen it: that is an edit, too.
    const isAwaiting = !isSame(field, before.base[field], before.theirs[field]);
    const isEdited = isAwaiting || !isSame(field, mine[field], before.base[field]);
    if (isSame(field, mine[field], theirs[field]) || isSame(field, before.base[field], theirs[field])) continue;
    if (isEdited) base[field] = before.base[field];
    else follows.push(field);
  }
  return { standing: { base, theirs }, follows };
}

/** The choice in a conflict is made: from here on the field stands upon the server's value. */
export function settle({ base, theirs }: Standing, field: ProfileField): Standing {
  return { base: { ...base, [field]: theirs[field] }, theirs };
}

/** The server took these fields from here: its answer is nobody else's change, even where the typing went on. */
export function acknowledge(before: Standing, sent: readonly ProfileField[], answer: Profile): Standing {
  const taken = Object.fromEntries(sent.map((field) => [field, answer[field]]));
  return { base: { ...before.base, ...taken }, theirs: { ...before.theirs, ...taken } };
}

export function editsOf(standing: Standing, mine: Profile): Edits {
  return Object.fromEntries(
    changedFields(standing, mine).map((field) => [field, { base: standing.base[field], mine: mine[field] }]),
  );
}

/** Puts kept edits back over what the server holds now; where that moved meanwhile, they come back as conflicts. */
export function applyEdits(theirs: Profile, edits: Edits): { standing: Standing; mine: Profile } {
  const base = { ...theirs };
  const mine = { ...theirs };
  for (const field of profileFields) {
    const edit = edits[field];
    if (!edit || isSame(field, edit.mine, theirs[field])) continue;
    base[field] = edit.base;
    mine[field] = edit.mine;
  }
  return { standing: { base, theirs }, mine };
}
