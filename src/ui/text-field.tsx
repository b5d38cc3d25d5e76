import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { Spinner } from './spinner.tsx';
import { classes } from './classes.ts';
import styles from './input.module.css';

export type TextFieldProps = FieldProps & {
  /** Stands at the start inside the control, such as a magnifier. */
  icon?: ReactNode;
  /** Shows that the value is being checked. */
  busy?: boolean | undefined;
  /** Half as wide: for a date, a code, a postcode. */
  short?: boolean | undefined;
} & Omit<ComponentProps<'input'>, 'aria-describedby' | 'aria-invalid' | 'children'>;

/**
 * A field of one line. Everything else an input takes is passed on, `ref` included, so `field()` of the form kit
 * can be spread into it. Emails and phone numbers take `dir="ltr"`.
 */
export function TextField(props: TextFieldProps) {
  const { label, optional, aside, help, error, after, id, describedBy, className, icon, busy, short, ...input } = props;
  return (
    <Field {...{ label, optional, aside, help, error, after, id, describedBy, className }}>
      {(control) => (
        <div className={classes(styles.box, short && styles.short)}>
          {icon}
          <input type="text" {...input} {...control} className={styles.input} />
          {busy && (
            <span className={styles.busy}>
              <Spinner />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
