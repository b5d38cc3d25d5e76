import type { ComponentProps } from 'react';
import { ChevronDown } from 'lucide-react';
import { Field } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { classes } from './classes.ts';
import styles from './input.module.css';

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, 'aria-describedby' | 'aria-invalid' | 'multiple'>;

/** A field with the platform's own list; its `<option>`s are the children. */
export function SelectField(props: SelectFieldProps) {
  const { label, optional, aside, help, error, after, id, describedBy, className, children, ...select } = props;
  return (
    <Field {...{ label, optional, aside, help, error, after, id, describedBy, className }}>
      {(control) => (
        <Select {...select} {...control}>
          {children}
        </Select>
      )}
    </Field>
  );
}

/** The list alone, for where the label is elsewhere (`aria-label` or `aria-labelledby`). */
function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <div className={classes(styles.box, className)}>
      <select {...rest} className={classes(styles.input, styles.select)}>
        {children}
      </select>
      <ChevronDown />
    </div>
  );
}
