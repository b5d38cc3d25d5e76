import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Link } from '../lib/router.tsx';
import { classes } from './classes.ts';
import styles from './panel.module.css';

/** A surface with a hairline around it, for lists and facts. Never one in another. */
export function Panel({ busy = false, children }: { busy?: boolean | undefined; children: ReactNode }) {
  return (
    <div className={styles.panel} aria-busy={busy || undefined}>
      {children}
    </div>
  );
}

/** The list that rows stand in. `plain` stands on the page itself, without a panel. */
export function Rows({
  plain = false,
  label,
  children,
}: {
  plain?: boolean | undefined;
  label?: string | undefined;
  children: ReactNode;
}) {
  return (
    <ul className={plain ? styles.plain : undefined} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

/**
 * One thing in a list: an icon in a well (or `media`, such as an avatar), a title with badges behind it, muted facts
 * joined by dots, and what can be done at the end. On narrow panels `actions` go under the text; `end` stays.
 */
export function Row({
  icon,
  tone,
  media,
  title,
  badges,
  meta = [],
  actions,
  end,
  to,
}: {
  icon?: ReactNode;
  tone?: 'warning' | undefined;
  media?: ReactNode;
  title: ReactNode;
  badges?: ReactNode;
  meta?: readonly ReactNode[] | undefined;
  actions?: ReactNode;
  end?: ReactNode;
  to?: string | undefined;
}) {
  const parts = meta.filter(Boolean);
  const content = (
    <>
      {icon && <span className={classes(styles.icon, tone && styles[tone])}>{icon}</span>}
      {media && <span className={styles.media}>{media}</span>}
      <div className={styles.text}>
        <p className={styles.title}>
          {title}
          {badges}
        </p>
        {parts.length > 0 && (
          <p className={styles.meta}>
            {parts.map((part, at) => (
              // The parts of a line have no identity but their place.
              <Fragment key={at}>
                <span>{part}</span>{' '}
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {actions && <div className={classes(styles.end, styles.wrap)}>{actions}</div>}
      {end && <div className={styles.end}>{end}</div>}
    </>
  );
  return (
    <li className={styles.item}>
      {to ? (
        <Link className={classes(styles.row, styles.link)} to={to}>
          {content}
        </Link>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  );
}

/** The foot of a panel: a note at the start, an action at the end. */
export function PanelFooter({ note, children }: { note?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.footer}>
      <span className={styles.note}>{note}</span>
      {children}
    </div>
  );
}
