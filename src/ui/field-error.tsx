import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import styles from './field.module.css';

/** One line under a control that says what is wrong with it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className={styles.error} id={id}>
      <CircleAlert className="icon-small" />
      <span>{children}</span>
    </p>
  );
}
