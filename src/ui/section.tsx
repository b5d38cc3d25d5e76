import { useId } from 'react';
import type { ReactNode } from 'react';
import { NavLink } from '../lib/router.tsx';
import styles from './section.module.css';

/** The title of a page, with one line under it. The heading can take focus when the page changes. */
export function PageHeader({ title, lead }: { title: ReactNode; lead?: ReactNode }) {
  return (
    <header className={styles['page-header']}>
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p>{lead}</p>}
    </header>
  );
}

/** Links to the parts of a page, each with its own address. */
export function Subtabs({ label, tabs }: { label: string; tabs: readonly { to: string; label: ReactNode }[] }) {
  return (
    <nav className={styles.subtabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} className={styles.subtab ?? ''} to={tab.to}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** A part of a page: heading and help beside its content where there is room, above it where there is not. */
export function Section({
  heading,
  help,
  id,
  children,
}: {
  heading: ReactNode;
  help?: ReactNode;
  id?: string | undefined;
  children: ReactNode;
}) {
  const own = useId();
  const headingId = id ?? own;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <header className={styles.header}>
        <h2 id={headingId} tabIndex={-1}>
          {heading}
        </h2>
        {help && <div className={styles.help}>{help}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
