import { describe, expect, it } from 'vitest';
import type { Account } from '../../../contract/account.ts';
import { completeness, isFirstVisit } from './completeness.ts';

const born = Date.parse('2026-11-21T09:00:00Z');
const hour = 3_600_000;
const fresh: Account = {
  id: 'a1',
  email: 'ines@marchetti.example',
  firstName: 'Ines',
  lastName: 'Marchetti',
  phone: '',
  company: '',
  country: '',
  city: '',
  avatar: null,
  createdAt: born,
  etag: '"1"',
};
const full: Account = {
  ...fresh,
  phone: '+393475550142',
  company: 'Marchetti',
  country: 'IT',
  city: 'Turin',
  avatar: '/api/avatars/x',
};

describe('Completeness of account information with the next thing to do (D2)', () => {
  it('counts names alone as two of seven and asks for the phone number next', () => {
    expect(completeness(fresh).share).toBeCloseTo(2 / 7);
    expect(completeness(fresh).missing).toEqual(['phone', 'company', 'country', 'city', 'picture']);
  });

  it('is whole when nothing is missing', () => {
    expect(completeness(full)).toEqual({ share: 1, missing: [] });
  });

  it('counts the picture, and not blanks', () => {
    expect(completeness({ ...full, avatar: null }).missing).toEqual(['picture']);
    expect(completeness({ ...full, city: '  ' }).missing).toEqual(['city']);
  });

  it('is nothing for somebody without any name', () => {
    expect(completeness({ ...fresh, firstName: '', lastName: '' }).share).toBe(0);
  });
});

describe('The first visit (D2)', () => {
  it('lasts a day', () => {
    expect(isFirstVisit(fresh, born + hour)).toBe(true);
    expect(isFirstVisit(fresh, born + 25 * hour)).toBe(false);
  });

  it('is over with the first thing filled in', () => {
    expect(isFirstVisit({ ...fresh, city: 'Turin' }, born + hour)).toBe(false);
  });

  it('is not upset by a clock that runs behind (F12)', () => {
    expect(isFirstVisit(fresh, born - hour)).toBe(true);
  });
});
