import styles from './entrance.module.css';

const lit = (near: string, share: number, far: string) =>
  `color-mix(in oklab, var(--color-${near}) ${share}%, var(--color-${far}))`;

/** Fill and outline of every surface, from the nearest wall to the lit door: reveal, wall, floor, and again. */
const surfaces: readonly (readonly [string, string])[] = [
  [lit('hall-1', 55, 'hall-2'), 'M70 960V330a250 250 0 0 1 500 0V960z'],
  ['var(--color-hall-2)', 'M87.5 960V349a232.5 232.5 0 0 1 465 0V960z'],
  [lit('hall-2', 72, 'hall-1'), 'M87.5 816H552.5L570 960H70z'],
  [lit('hall-2', 55, 'hall-3'), 'M170 816V438a150 150 0 0 1 300 0V816z'],
  ['var(--color-hall-3)', 'M180.5 816V449.3a139.5 139.5 0 0 1 279 0V816z'],
  [lit('hall-3', 72, 'hall-2'), 'M180.5 733.2H459.5L470 816H170z'],
  [lit('hall-3', 55, 'hall-4'), 'M227.5 733.2V500.1a92.5 92.5 0 0 1 185 0V733.2z'],
  ['var(--color-hall-4)', 'M234 733.2V507.1a86 86 0 0 1 172 0V733.2z'],
  [lit('hall-4', 72, 'lamp'), 'M234 681H406l6.5 52.2H227.5z'],
  [lit('hall-4', 55, 'lamp'), 'M263.8 681V539.3a56.3 56.3 0 0 1 112.5 0V681z'],
  ['var(--color-lamp)', 'M269.4 681V545.3a50.6 50.6 0 0 1 101.3 0V681z'],
];

/** Arches that recede to one lit door. Decorative, drawn from the theme's own tones. */
export function Hall() {
  return (
    <div className={styles.hall} aria-hidden="true">
      <div className={styles.frame}>
        <svg viewBox="0 0 640 900" preserveAspectRatio="xMidYMid slice">
          <linearGradient id="hall-light" x1="0" y1="0" x2="0" y2="1">
            <stop stopColor="var(--color-lamp)" stopOpacity=".85" />
            <stop offset=".9" stopColor="var(--color-lamp)" stopOpacity=".06" />
          </linearGradient>
          {surfaces.map(([fill, d]) => (
            <path key={d} fill={fill} d={d} />
          ))}
          <path fill="url(#hall-light)" d="M269.4 681h101.3L475 1000H165z" />
        </svg>
      </div>
    </div>
  );
}
