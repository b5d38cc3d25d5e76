import type { ReactNode } from 'react';
import styles from './niche.module.css';

/**
 * The arch an avatar stands in; its outline fills with `completeness` (0 to 1) from the foot at the start over the top.
 * The number has to stand beside it in words. `action` is one small icon button at its foot.
 */
export function Niche({
  completeness,
  action,
  children,
}: {
  completeness: number;
  action?: ReactNode;
  children: ReactNode;
}) {
  const filled = Math.round(Math.min(1, Math.max(0, completeness)) * 100);
  return (
    <div className={styles.niche}>
      <svg className={styles.arch} viewBox="0 0 136 136" aria-hidden="true">
        <path className={styles.track} d="M6 130V68a62 62 0 0 1 124 0v62z" />
        {filled > 0 && (
          <path
            className={styles.fill}
            pathLength={100}
            strokeDasharray={`${filled} 100`}
            d="M6 130V68a62 62 0 0 1 124 0v62"
          />
        )}
      </svg>
      <div className={styles.picture}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
