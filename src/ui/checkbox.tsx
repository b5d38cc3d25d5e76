import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { classes } from './classes.ts';
import styles from './choice.module.css';

/**
 * A tick in a line of at least 44 px whose whole width answers. For what is submitted; a switch is for what applies at
 * once. `ref` and the rest go to the input.
 */
export function Checkbox({
  label,
  help,
  error,
  id,
  className,
  ...input
}: { label: ReactNode; help?: ReactNode; error?: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'children'>) {
  const own = useId();
  const controlId = id ?? own;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  return (
    <div className={className}>
      <label className={styles.choice}>
        <input
          {...input}
          type="checkbox"
          id={controlId}
          className={styles.checkbox}
          aria-describedby={classes(Boolean(error) && errorId, Boolean(help) && helpId) || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
        {help && (
          <span className={styles.help} id={helpId}>
            {help}
          </span>
        )}
      </label>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}
