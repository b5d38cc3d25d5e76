import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './switch.module.css';

/** On or off, applied at once; the whole line answers. `ref` and the rest go to the input. */
export function Switch({
  label,
  help,
  id,
  ...input
}: { label: ReactNode; help?: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'role' | 'children' | 'className'>) {
  const own = useId();
  const controlId = id ?? own;
  const helpId = `${controlId}-help`;
  return (
    <label className={styles.setting}>
      <span>{label}</span>
      <input
        {...input}
        type="checkbox"
        role="switch"
        id={controlId}
        className={styles.switch}
        aria-describedby={help ? helpId : undefined}
      />
      {help && (
        <span className={styles.help} id={helpId}>
          {help}
        </span>
      )}
    </label>
  );
}
