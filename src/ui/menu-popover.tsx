import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { Link } from '../lib/router.tsx';
import { IconButton } from './button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import { place } from './place.ts';
import { classes } from './classes.ts';
import styles from './menu-popover.module.css';

/**
 * A button and a panel of links, buttons and settings that it opens. The platform closes it at Escape, at a press
 * elsewhere and when another opens, and gives the focus back; arrow keys move between the items.
 *
 * With `icon` the button is that icon, named by `label` (the "…" of a row). With `media` and `name` it is the account
 * menu's: picture, name where there is room, chevron.
 */
export function MenuPopover({
  label,
  icon,
  media,
  name,
  edge,
  children,
}: {
  label: string;
  icon?: ReactNode;
  media?: ReactNode;
  name?: ReactNode;
  edge?: 'start' | 'end' | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const follow = () => place(menu.current, button.current);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [open]);

  const opens = { popoverTarget: id, 'aria-expanded': open, 'aria-controls': id };
  return (
    <span ref={button}>
      {icon ? (
        <IconButton label={label} icon={icon} edge={edge} {...opens} />
      ) : (
        <button type="button" className={styles.trigger} {...opens}>
          {media}
          {name && <bdi className={styles.name}>{name}</bdi>}
          <ChevronDown className="icon-small" />
          <VisuallyHidden>{label}</VisuallyHidden>
        </button>
      )}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles.menu}
        onBeforeToggle={(event) => {
          // Shown next, measured before it is painted.
          if (event.newState === 'open') requestAnimationFrame(() => place(menu.current, button.current));
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={moveFocus}
        onClick={closeAfterItem}
      >
        {children}
      </div>
    </span>
  );
}

const focusable = 'a[href], button:not(:disabled)';

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const at = items.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

function closeAfterItem(event: MouseEvent<HTMLElement>): void {
  const item = event.target instanceof Element && event.target.closest('[data-closes]');
  if (item) event.currentTarget.hidePopover?.();
}

type ItemProps = { icon?: ReactNode; end?: ReactNode; tone?: 'danger' | undefined; children: ReactNode };

function ItemContent({ icon, end, children }: ItemProps) {
  return (
    <>
      {icon}
      <span>{children}</span>
      {end && <span className={styles.end}>{end}</span>}
    </>
  );
}

/** Something that a menu does; the menu closes. */
export function MenuItem({
  icon,
  end,
  tone,
  children,
  ...rest
}: ItemProps & Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button type="button" data-closes {...rest} className={classes(styles.item, tone && styles[tone])}>
      <ItemContent {...{ icon, end, children }} />
    </button>
  );
}

/** A page that a menu leads to; the menu closes. */
export function MenuLink({
  icon,
  end,
  tone,
  children,
  ...rest
}: ItemProps & Omit<ComponentProps<typeof Link>, 'className'>) {
  return (
    <Link data-closes {...rest} className={classes(styles.item, tone && styles[tone])}>
      <ItemContent {...{ icon, end, children }} />
    </Link>
  );
}

/** A line between what goes together and what does not. */
export function MenuSeparator() {
  return <hr className={styles.separator} />;
}

/** A name over some items, such as the device they are about. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <p className={styles.label}>{children}</p>;
}

/** A setting in a menu: a word and its control; the menu stays open. */
export function MenuSetting({ children }: { children: ReactNode }) {
  return <div className={styles.setting}>{children}</div>;
}
