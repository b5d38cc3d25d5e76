import * as z from 'zod/mini';
import { readDraft, removeDraft, writeDraft } from '../../lib/draft-storage.ts';
import { profileFields, type Edits } from './merge.ts';

const form = 'profile';
const editsSchema = z.partialRecord(z.enum(profileFields), z.object({ base: z.string(), mine: z.string() }));

export const readEdits = (accountId: string): Edits => readDraft(form, accountId, editsSchema) ?? {};

/** Keeps unsaved edits; where there are none, nothing stays behind. */
export function keepEdits(accountId: string, edits: Edits): void {
  if (Object.keys(edits).length > 0) writeDraft(form, accountId, edits);
  else removeDraft(form, accountId);
}
