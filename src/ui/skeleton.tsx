import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from './visually-hidden.tsx';
import { classes } from './classes.ts';
import styles from './skeleton.module.css';

/** Holds the place of what is loading, with its measures (any CSS lengths). */
function Skeleton({
  inline = '100%',
  block = '0.875rem',
  round = false,
}: {
  inline?: string | undefined;
  block?: string | undefined;
  round?: boolean | undefined;
}) {
  return (
    <span
      className={classes(styles.skeleton, round && styles.round)}
      style={{ inlineSize: inline, blockSize: block }}
      aria-hidden="true"
    />
  );
}

/** Skeletons that show after 200 ms only, so that a quick answer does not flash. Says "Loading" to screen readers. */
function Skeletons({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.group} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {children}
    </div>
  );
}

/** Rows of a panel that are on their way. */
export function SkeletonRows({ count = 3 }: { count?: number | undefined }) {
  return (
    <Skeletons>
      {Array.from({ length: count }, (_, at) => (
        <div className={styles.row} key={at}>
          <Skeleton block="2.5rem" />
          <div className={styles.lines}>
            <Skeleton inline="9rem" />
            <Skeleton inline="14rem" block="0.75rem" />
          </div>
        </div>
      ))}
    </Skeletons>
  );
}
