import type { ReactNode } from 'react';
import styles from './doorway.module.css';

/** The arch that frames the one icon of an empty state, a failure or an outcome. */
function Arch({ children }: { children: ReactNode }) {
  return (
    <span className={styles.arch} aria-hidden="true">
      {children}
    </span>
  );
}

/**
 * What stands where a list or a page has nothing to show: one bold line, one sentence on what to do or what is
 * unharmed, at most one secondary button.
 */
export function Doorway({
  icon,
  title,
  level = 3,
  role,
  action,
  children,
}: {
  icon: ReactNode;
  title: ReactNode;
  /** The level of its heading; 1 for an outcome that is the page. */
  level?: 1 | 2 | 3 | undefined;
  role?: 'status' | 'alert' | undefined;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.doorway} role={role}>
      <Arch>{icon}</Arch>
      <Heading tabIndex={-1}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
