import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { Link } from '../lib/router.tsx';
import { classes } from './classes.ts';
import styles from './layout.module.css';

/** A main column and an aside, one above the other where there is no room. Two `Stack`s are its children. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

/** Blocks under each other, 48 px apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** A heading with its content under it, and a link such as "All activity" at the end of the heading's line. */
export function Block({ heading, link, children }: { heading: ReactNode; link?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <header className={styles.heading}>
        <h2 id={id}>{heading}</h2>
        {link}
      </header>
      {children}
    </section>
  );
}

/** A form whose fields stand 20 px apart. The browser's own messages are off: the fields say what is wrong. */
export function Form({ className, ...rest }: ComponentProps<'form'>) {
  return <form noValidate {...rest} className={classes(styles.fields, className)} />;
}

/** Fields 20 px apart without a form of their own. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}

/** Buttons and links in a line; a form starts with its primary button. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

/** A link that stands alone; `forward` shows that it leads on to a page. */
export function StandaloneLink({
  forward = false,
  className,
  children,
  ...rest
}: { forward?: boolean } & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={classes(styles.link, className)}>
      {children}
      {forward && <ChevronRight className="icon-small icon-directional" />}
    </Link>
  );
}

/** The head of the Dashboard: the niche, and beside it name and next step. */
export function Hero({ media, children }: { media: ReactNode; children: ReactNode }) {
  return (
    <header className={styles.hero}>
      {media}
      <div className={styles['hero-text']}>{children}</div>
    </header>
  );
}

/** A word such as "or" between two ways. */
export function Divider({ children }: { children: ReactNode }) {
  return <p className={styles.divider}>{children}</p>;
}
