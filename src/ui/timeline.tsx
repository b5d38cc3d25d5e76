import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './timeline.module.css';

export type Moment = {
  id: string;
  /** A date or a word such as "Today". */
  when: ReactNode;
  text: ReactNode;
  /** `now` is filled with the accent, `end` with the colour of danger, what may happen stays hollow. */
  tone?: 'now' | 'end' | undefined;
};

/** What happens when, along a line. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol role="list">
      {moments.map(({ id, when, text, tone }) => (
        <li key={id} className={classes(styles.moment, tone && styles[tone])}>
          <span className={styles.dot} aria-hidden="true" />
          <div>
            <p className={styles.when}>{when}</p>
            <div className={styles.text}>{text}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
