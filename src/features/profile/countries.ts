import { countryCodes } from '../../../contract/countries.ts';

export interface Country {
  code: string;
  name: string;
}

const known = new Map<string, readonly Country[]>();

/** Every country by its CLDR name in that language, in the order of its alphabet (I10). Made once for each language. */
export function countriesIn(locale: string): readonly Country[] {
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

export function countryName(code: string, locale: string): string {
  return countriesIn(locale).find((country) => country.code === code)?.name ?? code;
}
