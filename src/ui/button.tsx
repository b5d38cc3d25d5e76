import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link } from '../lib/router.tsx';
import { classes } from './classes.ts';
import { Spinner } from './spinner.tsx';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet';

type Looks = {
  variant?: ButtonVariant | undefined;
  /** Looks 36 px and answers to 44; only in rows, notices and feet of panels. */
  size?: 'small' | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
  /** Puts the text of a quiet button in line with the edge it stands at. */
  edge?: 'start' | 'end' | undefined;
  icon?: ReactNode;
};

function look(
  { variant = 'secondary', size, wide = false, edge }: Looks,
  ...more: readonly (string | false | undefined)[]
) {
  return classes(
    styles.button,
    styles[variant],
    size && styles[size],
    wide && styles.wide,
    edge && styles[`edge-${edge}`],
    ...more,
  );
}

/**
 * A button that says what it does. While `busy` it keeps its label and its width, shows a spinner and ignores a second
 * press; it stays focusable. A submit button needs `type="submit"`.
 */
export function Button({
  variant,
  size,
  wide,
  edge,
  icon,
  busy = false,
  className,
  type = 'button',
  onClick,
  children,
  ...rest
}: Looks & { busy?: boolean | undefined } & ComponentProps<'button'>) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={look({ variant, size, wide, edge }, busy && !icon && styles['making-room'], className)}
      onClick={press}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link to another page in the clothes of a button. */
export function ButtonLink({
  variant,
  size,
  wide,
  edge,
  icon,
  className,
  children,
  ...rest
}: Looks & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={look({ variant, size, wide, edge }, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** A button that shows an icon alone; `label` is its name. */
export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size,
  edge,
  busy = false,
  className,
  onClick,
  ...rest
}: Omit<Looks, 'wide'> & { label: string; busy?: boolean | undefined } & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-busy={busy || undefined}
      className={look({ variant, size, edge }, styles.alone, className)}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Spinner /> : icon}
    </button>
  );
}
