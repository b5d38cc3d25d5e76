import type { ComponentProps, CSSProperties } from 'react';
import styles from './slider.module.css';

/**
 * The platform's own range input in the clothes of the house: arrows, Home, End and RTL work by themselves. `valueText`
 * says the value in words ("2 times").
 */
export function Slider({
  label,
  value,
  valueText,
  onValueChange,
  min = 0,
  max = 100,
  step = 1,
  ...rest
}: {
  label: string;
  value: number;
  valueText?: string | undefined;
  onValueChange: (value: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
} & Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'className' | 'style' | 'min' | 'max' | 'step'>) {
  const share = max > min ? (value - min) / (max - min) : 0;
  return (
    <input
      {...rest}
      type="range"
      className={styles.slider}
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      // Half a thumb at either end lies outside the way that its middle takes.
      style={{ '--value': `calc(0.75rem + (100% - 1.5rem) * ${share})` } as CSSProperties}
      onChange={(event) => onValueChange(event.currentTarget.valueAsNumber)}
    />
  );
}
