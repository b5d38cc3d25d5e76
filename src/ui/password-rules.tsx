import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Circle, X } from 'lucide-react';
import { VisuallyHidden } from './visually-hidden.tsx';
import { classes } from './classes.ts';
import styles from './password-rules.module.css';

export type PasswordRule = { id: string; text: string; met: boolean };

/** How long typing has to pause before the count of met rules is spoken. */
const pause = 1200;

/**
 * The rules of a password, shown before typing: a circle turns into a tick as each is met. `showUnmet` (after leaving
 * the field) marks what is missing. Only the count is spoken, and only when typing pauses.
 */
export function PasswordRules({
  rules,
  showUnmet = false,
  id,
}: {
  rules: readonly PasswordRule[];
  showUnmet?: boolean | undefined;
  id?: string | undefined;
}) {
  const { t } = useTranslation('ui');
  return (
    <div>
      <ul className={styles.rules} id={id} role="list">
        {rules.map((rule) => {
          const missed = showUnmet && !rule.met;
          const Icon = rule.met ? Check : missed ? X : Circle;
          return (
            <li key={rule.id} className={classes(styles.rule, rule.met && styles.met, missed && styles.unmet)}>
              <Icon className="icon-small" />
              <span>
                {rule.text}
                <VisuallyHidden>, {t(rule.met ? 'done' : missed ? 'missing' : 'notYet')}</VisuallyHidden>
              </span>
            </li>
          );
        })}
      </ul>
      <RuleCount met={rules.filter((rule) => rule.met).length} total={rules.length} />
    </div>
  );
}

function RuleCount({ met, total }: { met: number; total: number }) {
  const { t } = useTranslation('ui');
  const [spoken, setSpoken] = useState<number | null>(null);
  const first = useRef(met);
  useEffect(() => {
    if (spoken === null && met === first.current) return;
    const timer = setTimeout(() => setSpoken(met), pause);
    return () => clearTimeout(timer);
  }, [met, spoken]);
  return (
    <p className="visually-hidden" role="status">
      {spoken === null ? '' : t('rulesMet', { met: spoken, total })}
    </p>
  );
}

/** Four bars and a word. `score` from 0 (nothing typed) to 4; `word` names it. */
export function StrengthMeter({ score, word }: { score: 0 | 1 | 2 | 3 | 4; word: string }) {
  const tone = score < 2 ? styles.weak : score === 2 ? styles.fair : styles.good;
  return (
    <p className={styles.strength}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={bar <= score ? tone : undefined} />
      ))}
      <span>{word}</span>
    </p>
  );
}
