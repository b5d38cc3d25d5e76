import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/**
 * Stays until its cause is gone: one bold sentence, at most one line more, at most two actions. In a panel it runs from
 * edge to edge; `row` puts its action at the end where there is room. `role` makes it speak when it appears.
 */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  role,
  row = false,
  className,
}: {
  tone?: NoticeTone | undefined;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  role?: 'status' | 'alert' | undefined;
  row?: boolean | undefined;
  className?: string | undefined;
}) {
  const Icon = icons[tone];
  const foot = actions && <div className={styles.actions}>{actions}</div>;
  return (
    <div className={classes(styles.notice, styles[tone], row && styles.row, className)} role={role}>
      <Icon />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.text}>{children}</div>}
        {!row && foot}
      </div>
      {row && foot}
    </div>
  );
}
