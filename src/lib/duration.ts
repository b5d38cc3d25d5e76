const units = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "1 minute, 5 seconds", in the words of the language. */
export function durationInWords(seconds: number, locale: string): string {
  let rest = Math.max(0, Math.ceil(seconds));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0 && !(unit === 'second' && parts.length === 0)) continue;
    parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
}
