import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Small titled values in a grid with hairlines; stands in a panel. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One value with its name, an icon and one line about it. */
export function Fact({
  icon,
  name,
  value,
  meta,
}: {
  icon?: ReactNode;
  name: ReactNode;
  value: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <div className={styles.fact}>
      {icon}
      <dt>{name}</dt>
      <dd>{value}</dd>
      {meta && <dd>{meta}</dd>}
    </div>
  );
}
