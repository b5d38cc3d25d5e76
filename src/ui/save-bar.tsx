import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './save-bar.module.css';

/**
 * Floats over the foot of a form that has unsaved changes; render it only then. It stands last in the form: "Save" is
 * its submit button. `count` says how many changes there are.
 */
export function SaveBar({
  count,
  saveLabel,
  discardLabel,
  busy = false,
  onDiscard,
}: {
  count: string;
  saveLabel: string;
  discardLabel: string;
  busy?: boolean | undefined;
  onDiscard: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.bar} data-save-bar role="region" aria-label={t('unsavedChanges')}>
      <p className={styles.count} role="status">
        {count}
      </p>
      <Button variant="quiet" disabled={busy} onClick={onDiscard}>
        {discardLabel}
      </Button>
      <Button variant="primary" type="submit" busy={busy}>
        {saveLabel}
      </Button>
    </div>
  );
}
