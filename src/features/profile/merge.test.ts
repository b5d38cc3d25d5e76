import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  applyEdits,
  canonical,
  changedFields,
  conflictingFields,
  editsOf,
  profileFields,
  rebase,
  settle,
  type Standing,
} from './merge.ts';
import { profileSchema, type Profile } from '../../../contract/account.ts';

const ines: Profile = {
  firstName: 'Ines',
  lastName: 'Marchetti',
  phone: '+393475550142',
  company: 'Marchetti & Figlie',
  country: 'IT',
  city: 'Turin',
};
const at = (theirs: Profile, base = theirs): Standing => ({ base, theirs });
const but = (change: Partial<Profile>, profile = ines): Profile => ({ ...profile, ...change });

describe('what counts as a change (E2)', () => {
  it('covers every field of the contract', () => {
    expect([...profileFields].sort()).toEqual(Object.keys(profileSchema.shape).sort());
  });

  it('is nothing where nothing was typed', () => {
    expect(changedFields(at(ines), ines)).toEqual([]);
  });

  it('names the fields that differ, in the order of the page', () => {
    expect(changedFields(at(ines), but({ city: 'Milan', firstName: 'Inês' }))).toEqual(['firstName', 'city']);
  });

  it.each([
    ['spaces around it', { city: '  Turin ' }],
    ['the other form of an accent', { firstName: 'Ines'.normalize('NFD') }],
    ['a phone number in another spelling (I9)', { phone: '0039 (347) 555-01.42' }],
    ['a phone number in Arabic digits (F17)', { phone: '+٣٩٣٤٧٥٥٥٠١٤٢' }],
  ])('is not %s', (_, change) => {
    expect(changedFields(at(ines), but(change))).toEqual([]);
  });

  it('is an emptied field, also where the server would refuse it', () => {
    expect(changedFields(at(ines), but({ firstName: '', city: '' }))).toEqual(['firstName', 'city']);
  });

  it('leaves a text that the server would refuse as it is', () => {
    expect(canonical('phone', '0347 555')).toBe('0347 555');
  });
});

describe('meeting a change made elsewhere (E2, F10)', () => {
  it('takes over what nobody touched here', () => {
    const { standing, follows } = rebase(at(ines), ines, but({ city: 'Milan', phone: '' }));
    expect(follows).toEqual(['phone', 'city']);
    expect(conflictingFields(standing, but({ city: 'Milan', phone: '' }))).toEqual([]);
  });

  it('follows under a text that says the same in another spelling', () => {
    const { follows } = rebase(at(ines), but({ phone: '+39 347 555 0142' }), but({ phone: '+393475550143' }));
    expect(follows).toEqual(['phone']);
  });

  it('keeps an edit where the other side changed something else', () => {
    const mine = but({ city: 'Rome' });
    const { standing, follows } = rebase(at(ines), mine, but({ company: 'Marchetti' }));
    expect(follows).toEqual(['company']);
    expect(changedFields(standing, but({ city: 'Rome', company: 'Marchetti' }))).toEqual(['city']);
    expect(conflictingFields(standing, but({ city: 'Rome', company: 'Marchetti' }))).toEqual([]);
  });

  it('finds no conflict where both sides say the same (F4)', () => {
    const mine = but({ city: 'Milan', phone: '+39 347 555 0143' });
    const { standing, follows } = rebase(at(ines), mine, but({ city: 'Milan', phone: '+393475550143' }));
    expect(follows).toEqual([]);
    expect(conflictingFields(standing, mine)).toEqual([]);
    expect(changedFields(standing, mine)).toEqual([]);
  });

  it('finds a conflict where both sides changed a field differently', () => {
    const mine = but({ city: 'Rome', firstName: 'Inés' });
    const { standing, follows } = rebase(at(ines), mine, but({ city: 'Milan' }));
    expect(follows).toEqual([]);
    expect(conflictingFields(standing, mine)).toEqual(['city']);
    expect(changedFields(standing, mine)).toEqual(['firstName', 'city']);
  });

  it('finds a conflict where one side emptied the field', () => {
    const mine = but({ city: '' });
    expect(conflictingFields(rebase(at(ines), mine, but({ city: 'Milan' })).standing, mine)).toEqual(['city']);
  });

  it('never changes a standing in place', () => {
    const before = at(Object.freeze({ ...ines }));
    rebase(before, but({ city: 'Rome' }), but({ city: 'Milan' }));
    expect(before.base.city).toBe('Turin');
  });
});

describe('while a conflict awaits its choice (F10)', () => {
  const mine = but({ city: 'Rome' });
  const { standing } = rebase(at(ines), mine, but({ city: 'Milan' }));

  it('keeps it through changes of other fields', () => {
    const next = rebase(standing, mine, but({ city: 'Milan', company: '' }));
    expect(next.follows).toEqual(['company']);
    expect(conflictingFields(next.standing, mine)).toContain('city');
  });

  it('shows the newest value of the other side', () => {
    const next = rebase(standing, mine, but({ city: 'Bari' })).standing;
    expect(next.theirs.city).toBe('Bari');
    expect(conflictingFields(next, mine)).toEqual(['city']);
  });

  it('ends it when the other side takes its change back', () => {
    const next = rebase(standing, mine, ines).standing;
    expect(conflictingFields(next, mine)).toEqual([]);
    expect(changedFields(next, mine)).toEqual(['city']);
  });

  it('ends it when somebody types what the other side has', () => {
    expect(conflictingFields(standing, but({ city: 'Milan' }))).toEqual([]);
  });

  it('does not take the old value typed anew for an untouched field', () => {
    expect(conflictingFields(standing, ines)).toEqual(['city']);
    const next = rebase(standing, ines, but({ city: 'Bari' }));
    expect(next.follows).toEqual([]);
    expect(conflictingFields(next.standing, ines)).toEqual(['city']);
  });

  it('is settled by a choice, whichever it is', () => {
    const settled = settle(standing, 'city');
    expect(conflictingFields(settled, mine)).toEqual([]);
    expect(changedFields(settled, mine)).toEqual(['city']);
    expect(changedFields(settled, but({ city: 'Milan' }))).toEqual([]);
  });

  it('leaves the other conflicts open', () => {
    const both = but({ city: 'Rome', country: 'CH' });
    const two = rebase(at(ines), both, but({ city: 'Milan', country: 'FR' })).standing;
    expect(conflictingFields(settle(two, 'city'), both)).toEqual(['country']);
  });
});

describe('the answer to a save', () => {
  it('is no conflict where the typing went on', () => {
    const answer = but({ city: 'Rome' });
    const typed = but({ city: 'Rome, EUR' });
    const { standing } = rebase(acknowledge(at(ines), ['city'], answer), typed, answer);
    expect(conflictingFields(standing, typed)).toEqual([]);
    expect(changedFields(standing, typed)).toEqual(['city']);
  });
});

describe('edits that are kept (F8)', () => {
  it('come back as they were typed', () => {
    const mine = but({ phone: '+39 347', city: 'Rome ' });
    const edits = editsOf(at(ines), mine);
    expect(edits).toEqual({ phone: { base: ines.phone, mine: '+39 347' }, city: { base: 'Turin', mine: 'Rome ' } });
    expect(applyEdits(ines, edits)).toEqual({ standing: at(ines), mine });
  });

  it('come back upon what changed elsewhere, and as conflicts where it is the same field', () => {
    const edits = editsOf(at(ines), but({ firstName: 'Inés', city: 'Rome' }));
    const { standing, mine } = applyEdits(but({ city: 'Milan', company: '' }), edits);
    expect(mine).toEqual(but({ firstName: 'Inés', city: 'Rome', company: '' }));
    expect(conflictingFields(standing, mine)).toEqual(['city']);
  });

  it('keep an open conflict', () => {
    const mine = but({ city: 'Rome' });
    const { standing } = rebase(at(ines), mine, but({ city: 'Milan' }));
    const again = applyEdits(but({ city: 'Milan' }), editsOf(standing, mine));
    expect(conflictingFields(again.standing, again.mine)).toEqual(['city']);
  });

  it('are gone where the server holds the same by now (F4)', () => {
    const { standing, mine } = applyEdits(but({ city: 'Rome' }), editsOf(at(ines), but({ city: 'Rome' })));
    expect(changedFields(standing, mine)).toEqual([]);
  });
});
