import { useId } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './segmented.module.css';

export type Segment<Value extends string> = {
  value: Value;
  label: string;
  /** Shown instead of the word, which stays as its name. */
  icon?: ReactNode;
};

/** One of a few, side by side, applied at once. Native radios: arrow keys move between them. */
export function Segmented<Value extends string>({
  label,
  labelledBy,
  segments,
  value,
  onChange,
}: {
  label?: string | undefined;
  labelledBy?: string | undefined;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label} aria-labelledby={labelledBy}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment} title={segment.icon ? segment.label : undefined}>
          <input
            className={styles.input}
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon}
          {segment.icon ? <VisuallyHidden>{segment.label}</VisuallyHidden> : segment.label}
        </label>
      ))}
    </div>
  );
}
