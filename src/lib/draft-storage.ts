import type * as z from 'zod/mini';

/**
 * Unsaved edits that outlive a reload (F8), by form and account. They stay 7 days at most and go with saving, discarding
 * and signing out. A storage that is blocked or full never throws (F16): then there is no draft.
 */
const prefix = 'foyer-draft:';
const lifetime = 7 * 24 * 60 * 60 * 1000;

const keyOf = (form: string, accountId: string) => `${prefix}${form}:${accountId}`;

/** Gives the draft back if the schema takes it and it is young enough; anything else is thrown away. */
export function readDraft<Draft>(form: string, accountId: string, schema: z.ZodMiniType<Draft>): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(form, accountId));
    if (text === null) return undefined;
    const { savedAt, draft } = JSON.parse(text) as { savedAt?: unknown; draft?: unknown };
    // A clock that was set back must not make a draft eternal.
    const isYoung = typeof savedAt === 'number' && Math.abs(Date.now() - savedAt) <= lifetime;
    const parsed = schema.safeParse(draft);
    if (isYoung && parsed.success) return parsed.data;
  } catch {
    // Blocked, or not written here.
  }
  removeDraft(form, accountId);
  return undefined;
}

/** Says whether the draft is kept, so that nobody is told so wrongly. */
export function writeDraft(form: string, accountId: string, draft: unknown): boolean {
  try {
    localStorage.setItem(keyOf(form, accountId), JSON.stringify({ savedAt: Date.now(), draft }));
    return true;
  } catch {
    // An older draft must not come back in place of this one.
    removeDraft(form, accountId);
    return false;
  }
}

export function removeDraft(form: string, accountId: string): void {
  attempt(() => localStorage.removeItem(keyOf(form, accountId)));
}

/** Nothing that somebody typed stays behind when they sign out. */
export function clearDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  });
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Blocked: then nothing is kept either.
  }
}
