// @vitest-environment jsdom
import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearDrafts, readDraft, removeDraft, writeDraft } from './draft-storage.ts';

const schema = z.object({ city: z.string() });
const day = 24 * 60 * 60 * 1000;
const read = (account = 'ines') => readDraft('profile', account, schema);

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 15) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('drafts (F8)', () => {
  it('gives back what was kept', () => {
    expect(writeDraft('profile', 'ines', { city: 'Rome' })).toBe(true);
    expect(read()).toEqual({ city: 'Rome' });
  });

  it('keeps the accounts of one browser apart', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    expect(read('omar')).toBeUndefined();
  });

  it('is gone when it was removed', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    removeDraft('profile', 'ines');
    expect(read()).toBeUndefined();
  });

  it('lives for 7 days and leaves nothing behind', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    vi.setSystemTime(Date.now() + 7 * day);
    expect(read()).toEqual({ city: 'Rome' });
    vi.setSystemTime(Date.now() + 1);
    expect(read()).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  it('does not become eternal by a clock that was set back (F12)', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    vi.setSystemTime(Date.now() - 8 * day);
    expect(read()).toBeUndefined();
  });

  it.each([
    ['that is of another shape', JSON.stringify({ savedAt: Date.UTC(2026, 0, 15), draft: { city: 7 } })],
    ['without its time', JSON.stringify({ draft: { city: 'Rome' } })],
    ['that is no JSON', '{"savedAt":'],
    ['that is null', 'null'],
  ])('throws away one %s', (_, text) => {
    localStorage.setItem('foyer-draft:profile:ines', text);
    expect(read()).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  it('clears every draft at sign-out and nothing else', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    writeDraft('profile', 'omar', { city: 'Cairo' });
    localStorage.setItem('other', 'stays');
    clearDrafts();
    expect(Object.keys(localStorage)).toEqual(['other']);
  });
});

describe('a storage that is blocked or full (F16)', () => {
  it('keeps nothing and says so when it is full', () => {
    writeDraft('profile', 'ines', { city: 'Rome' });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(writeDraft('profile', 'ines', { city: 'Milan' })).toBe(false);
    expect(read()).toBeUndefined();
  });

  it('never throws when it is blocked', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(writeDraft('profile', 'ines', { city: 'Rome' })).toBe(false);
    expect(read()).toBeUndefined();
    expect(() => clearDrafts()).not.toThrow();
  });
});
