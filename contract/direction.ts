// `Intl.Locale.getTextInfo` is not everywhere yet; scripts written from right to left are few.
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv']);

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  locale.endsWith('-XB') || rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
