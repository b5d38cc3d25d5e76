import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './choice.module.css';

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean | undefined };

/**
 * One choice of a few, each in a line whose whole width answers. Native radios, so arrow keys move between them; `ref`,
 * `onChange`, `onBlur` and `value` or `defaultValue` work as on one input.
 */
export function RadioGroup({
  legend,
  options,
  name,
  value,
  defaultValue,
  ...input
}: { legend: ReactNode; options: readonly RadioOption[]; value?: string; defaultValue?: string } & Omit<
  ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'children'
>) {
  const own = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              {...input}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              type="radio"
              name={name ?? own}
              value={option.value}
              disabled={option.disabled ?? input.disabled}
              className={styles.radio}
            />
            <span>{option.label}</span>
            {option.help && <span className={styles.help}>{option.help}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
