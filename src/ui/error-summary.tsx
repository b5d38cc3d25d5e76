import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import { Notice } from './notice.tsx';
import styles from './error-summary.module.css';

export type FieldFault = { fieldId: string; message: string };

/**
 * What is wrong with a form, in one place, each line a link to its field. It takes the focus when it appears with two
 * errors or more; with a single one the form itself focuses that field. Give it a new `key` at every submit that fails.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldFault[] }) {
  const box = useRef<HTMLDivElement>(null);
  const several = errors.length > 1;
  useEffect(() => {
    if (several) box.current?.focus();
  }, [several]);
  const goTo = (event: MouseEvent, fieldId: string) => {
    event.preventDefault();
    document.getElementById(fieldId)?.focus();
  };
  if (!several) return null;
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={title} className={styles.summary}>
      <Notice tone="danger" title={title}>
        <ul className={styles.list} role="list">
          {errors.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a href={`#${fieldId}`} onClick={(event) => goTo(event, fieldId)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
