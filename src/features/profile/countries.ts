import { useEffect, useState } from 'react';
import { countryCodes } from '../../../contract/countries.ts';

export interface Country {
  code: string;
  name: string;
}

const known = new Map<string, readonly Country[]>();

/** Every country by its CLDR name in that language, in the order of its alphabet (I10). Made once for each language. */
function countriesIn(locale: string): readonly Country[] {
  const made = known.get(locale);
  if (made) return made;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  const countries = countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
  known.set(locale, countries);
  return countries;
}

/**
 * The countries of a select: naming and sorting all of them takes a phone a tenth of a second, so at first there is the
 * chosen one alone, and the rest when the page is on the screen.
 */
export function useCountries(locale: string, chosen: string): readonly Country[] {
  const [isShown, setShown] = useState(() => known.has(locale) || !('requestIdleCallback' in window));
  useEffect(() => {
    if (isShown) return;
    const waiting = requestIdleCallback(() => setShown(true), { timeout: 500 });
    return () => cancelIdleCallback(waiting);
  }, [isShown]);
  if (isShown) return countriesIn(locale);
  if (chosen === '') return [];
  return [{ code: chosen, name: new Intl.DisplayNames([locale], { type: 'region' }).of(chosen) ?? chosen }];
}

export function countryName(code: string, locale: string): string {
  return countriesIn(locale).find((country) => country.code === code)?.name ?? code;
}
