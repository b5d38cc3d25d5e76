import { describe, expect, it } from 'vitest';
import { createDates, daysLater } from './dates.ts';

const at = (text: string) => Date.parse(text);
const rome = createDates('en-GB', 'Europe/Rome');

describe('Dates come from Intl alone (I1) and in the zone of the person (F4)', () => {
  it('writes one instant as each zone reads it', () => {
    const instant = at('2026-11-21T23:30:00Z');
    expect(rome.dateTime(instant)).toBe('22 November 2026 at 00:30');
    expect(createDates('en-GB', 'America/New_York').date(instant)).toBe('21 November 2026');
    expect(createDates('de', 'Asia/Kolkata').dateTime(instant)).toBe('22. November 2026 um 05:00');
  });

  it('writes Arabic with Arabic months', () => {
    expect(createDates('ar', 'Asia/Riyadh').date(at('2026-11-21T10:00:00Z'))).toContain('نوفمبر');
  });

  it('names the zone in full, and in words on its own', () => {
    expect(rome.full(at('2026-07-01T10:00:00Z'))).toMatch(/1 July 2026.*12:00:00 CEST/u);
    expect(rome.zone()).toBe('Central European Time');
    expect(createDates('de', 'Europe/Rome').zone()).toBe('Mitteleuropäische Zeit');
  });
});

describe('Days are counted by the calendar of the zone, not by 24 hours', () => {
  it('knows the short day on which clocks go forward', () => {
    // 29 March 2026 has 23 hours in Rome: 23.5 hours after 28 March 23:45 it is already 30 March.
    const before = at('2026-03-28T22:45:00Z');
    const after = before + 23.5 * 3_600_000;
    expect(rome.daysFrom(before, after)).toBe(-2);
    expect(rome.ago(before, after)).toBe('2 days ago');
  });

  it('knows the long day on which clocks go back', () => {
    // 25 October 2026 has 25 hours in Rome: from 00:10 to 23:50 it is one day, 24.67 hours long.
    const start = at('2026-10-24T22:10:00Z');
    const end = at('2026-10-25T22:50:00Z');
    expect(rome.daysFrom(start, end)).toBe(0);
    expect(rome.ago(start, end)).toBe('24 hours ago');
  });

  it('turns the year and the month', () => {
    expect(rome.daysFrom(at('2026-12-31T22:59:00Z'), at('2026-12-31T23:01:00Z'))).toBe(-1);
    expect(rome.daysFrom(at('2028-03-01T12:00:00Z'), at('2028-02-28T12:00:00Z'))).toBe(2);
  });

  it('adds whole spans of 24 hours, so the wall clock moves with the season', () => {
    const closed = at('2026-10-10T22:30:00Z');
    expect(rome.dateTime(closed)).toBe('11 October 2026 at 00:30');
    expect(rome.dateTime(daysLater(closed, 30))).toBe('9 November 2026 at 23:30');
  });
});

describe('How long ago', () => {
  const now = at('2026-11-21T09:00:00Z');
  const cases: readonly [string, string][] = [
    ['2026-11-21T08:59:30Z', 'now'],
    ['2026-11-21T08:59:00Z', '1 minute ago'],
    ['2026-11-21T08:40:00Z', '20 minutes ago'],
    ['2026-11-21T07:00:00Z', '2 hours ago'],
    ['2026-11-20T22:00:00Z', 'yesterday'],
    ['2026-11-20T09:00:00Z', 'yesterday'],
    ['2026-11-15T09:00:00Z', '6 days ago'],
    ['2026-09-01T09:00:00Z', '1 September 2026'],
  ];
  it.each(cases)('%s is %s', (instant, words) => {
    expect(rome.ago(at(instant), now)).toBe(words);
  });

  it('takes a clock that runs ahead for now (F12)', () => {
    expect(rome.ago(now + 90_000, now)).toBe('now');
  });

  it('follows the grammar of the language (I2)', () => {
    expect(createDates('de', 'Europe/Berlin').ago(at('2026-11-21T08:40:00Z'), now)).toBe('vor 20 Minuten');
    expect(createDates('ar', 'Europe/Berlin').ago(at('2026-11-21T08:58:00Z'), now)).toBe('قبل دقيقتين');
  });
});
