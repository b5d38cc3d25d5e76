import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from './field-error.tsx';
import { classes } from './classes.ts';
import styles from './field.module.css';

/** What the control of a field is given, so that label, help and error belong to it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  /** Says "optional" behind the label; that a field is required is not said. */
  optional?: boolean | undefined;
  /** Stands at the end of the label's line: a link such as "Forgot password?". */
  aside?: ReactNode;
  help?: ReactNode;
  /** Why the value cannot be taken; marks the control as invalid. */
  error?: ReactNode;
  /** Stands under the error: a badge, a conflict, a checklist. */
  after?: ReactNode;
  /** The control's id; given when an error summary has to find the field. */
  id?: string | undefined;
  /** Ids of more texts that describe the control, such as a checklist. */
  describedBy?: string | undefined;
  className?: string | undefined;
};

/** A label, its help, one control and what is wrong with it. The child receives what wires the control to the texts. */
export function Field({
  label,
  optional = false,
  aside,
  help,
  error,
  after,
  id,
  describedBy,
  className,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const { t } = useTranslation('ui');
  const own = useId();
  const controlId = id ?? own;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  const described = classes(Boolean(error) && errorId, Boolean(help) && helpId, describedBy) || undefined;
  return (
    <div className={classes(styles.field, className)}>
      <div className={styles.text}>
        <div className={styles.label}>
          <label htmlFor={controlId}>
            {label} {optional && <span className={styles.optional}>{t('optional')}</span>}
          </label>
          {aside}
        </div>
        {help && (
          <div className={styles.help} id={helpId}>
            {help}
          </div>
        )}
      </div>
      {children({ id: controlId, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {after}
    </div>
  );
}
