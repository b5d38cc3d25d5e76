import { Link } from '../lib/router.tsx';
import { useBoot } from '../lib/boot-context.ts';
import { classes } from './classes.ts';
import styles from './brand.module.css';

/** The mark: an arch, and in it a lit doorway one unit off its centre. */
function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={classes(styles.mark, className)} viewBox="0 0 32 32" aria-hidden="true">
      <path fill="var(--color-mark)" d="M3 30V15a13 13 0 0 1 26 0v15z" />
      <path fill="var(--color-lamp)" d="M12 30V17.5a5.5 5.5 0 0 1 11 0V30z" />
    </svg>
  );
}

/** Mark and the suite's name; leads home. */
export function Brand({ to = '/' }: { to?: string }) {
  const { policy } = useBoot();
  return (
    <Link className={styles.brand} to={to} translate="no">
      <Mark />
      {policy.brand.name}
    </Link>
  );
}
