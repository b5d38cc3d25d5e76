import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Dates and times in the words of one language and the clock of one time zone. Instants are epoch milliseconds. */
export interface Dates {
  /** "4 May 2026", with the month in words. */
  date(instant: number): string;
  /** "4 May 2026, 09:12". */
  dateTime(instant: number): string;
  /** "09:12". */
  time(instant: number): string;
  /** Date, time and zone in full, for what is shown on hover (F4). */
  full(instant: number): string;
  /** Calendar days from `now` to the instant in this zone: 0 today, −1 yesterday. */
  daysFrom(instant: number, now: number): number;
  /** "20 minutes ago", "yesterday"; the date when it is a month ago. What lies ahead counts as now (F12). */
  ago(instant: number, now: number): string;
  /** The zone's name, such as "Central European Time". */
  zone(): string;
}

/** `timeZone` is the device's own where it is not given. */
export function createDates(locale: string, timeZone?: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options);
  const long = format({ dateStyle: 'long' });
  const longTime = format({ dateStyle: 'long', timeStyle: 'short' });
  const short = format({ timeStyle: 'short' });
  const full = format({ dateStyle: 'full', timeStyle: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // The calendar alone, in figures that do not depend on the language.
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...(timeZone && { timeZone }),
  });

  /** A day's number in its zone: noon and midnight of one day share it, however long the day is. */
  const dayNumber = (instant: number): number => {
    const parts = Object.fromEntries(calendar.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1) / day;
  };
  const daysFrom = (instant: number, now: number) => dayNumber(instant) - dayNumber(now);

  return {
    date: (instant) => long.format(instant),
    dateTime: (instant) => longTime.format(instant),
    time: (instant) => short.format(instant),
    full: (instant) => full.format(instant),
    daysFrom,
    ago(instant, now) {
      const passed = Math.max(0, now - instant);
      if (passed < minute) return relative.format(0, 'second');
      if (passed < hour) return relative.format(-Math.floor(passed / minute), 'minute');
      const days = daysFrom(instant, now);
      if (days === 0 || passed < 6 * hour) return relative.format(-Math.floor(passed / hour), 'hour');
      return days > -30 ? relative.format(days, 'day') : long.format(instant);
    },
    zone() {
      const parts = format({ timeZoneName: 'longGeneric' }).formatToParts(0);
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    },
  };
}

/** The dates of the page's language and the device's time zone. */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(() => createDates(locale), [locale]);
}

/** The present, anew every minute, so that "5 minutes ago" does not stand still on an open page. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** So many times 24 hours later: a span that both sides count alike, whatever the clocks do in between. */
export const daysLater = (instant: number, days: number): number => instant + days * day;
