import { useState } from 'react';
import { UserRound } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './avatar.module.css';

export type AvatarSize = 'small' | 'bar' | 'row' | 'large' | 'niche';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const joining = /^[\p{Script=Arabic}\p{Script=Syriac}]/u;

/** The first letter or figure of a word as people see it, accents and conjuncts included. */
function initial(word: string): string {
  for (const { segment } of segmenter.segment(word))
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase();
  return '';
}

/**
 * At most two initials of a name: of its first part and its last. Scripts that join their letters keep the two apart;
 * a name without a letter has none.
 */
export function initialsOf(name: string | readonly string[]): string {
  const parts = (typeof name === 'string' ? name.split(/\s+/u) : name)
    .map((part) => initial(part.trim()))
    .filter(Boolean);
  const [first = '', last = ''] = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return last && joining.test(last) ? `${first}\u200C${last}` : first + last;
}

/**
 * A round picture, or the initials of the name where there is no picture or it does not load. Decorative unless `alt`
 * names it, as the name mostly stands beside it.
 */
export function Avatar({
  name,
  src,
  size = 'row',
  alt = '',
}: {
  name: string | readonly string[];
  src?: string | null | undefined;
  size?: AvatarSize | undefined;
  alt?: string | undefined;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  const initials = initialsOf(name);
  const named = alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true };
  return (
    <span className={classes(styles.avatar, styles[size])} translate="no" {...named}>
      {initials || <UserRound />}
      {src && src !== broken && <img src={src} alt="" decoding="async" onError={() => setBroken(src)} />}
    </span>
  );
}
