import type { Policy } from '../contract/policy.ts';

/**
 * The first supported language among those asked for, in their order, by BCP 47 lookup (RFC 4647 §3.4): `de-AT` finds
 * `de`. The policy's first language where none is supported (I6).
 */
export function supportedLocale(policy: Pick<Policy, 'locales'>, ...wanted: readonly (string | undefined)[]): string {
  const supported = new Map(policy.locales.map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of wanted) {
    for (let parts = (tag ?? '').toLowerCase().split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
      const found = supported.get(parts.join('-'));
      if (found !== undefined) return found;
    }
  }
  return policy.locales[0] ?? 'en';
}

/** The tags of an `Accept-Language` header, best first (RFC 9110 §12.5.4). */
export function acceptedLocales(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/iu.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z\d]{1,8})*$/iu.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
