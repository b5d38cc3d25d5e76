import { classes } from './classes.ts';
import styles from './spinner.module.css';

/** Says that something is under way. Decorative: the words beside it say what. */
export function Spinner({ large = false }: { large?: boolean }) {
  return <span className={classes(styles.spinner, large && styles.large)} aria-hidden="true" />;
}
