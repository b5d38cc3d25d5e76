import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './conflict.module.css';

/**
 * Under a field that somebody else changed meanwhile: both values and a choice. `title` says when, `label` names the
 * field. An empty value is said to be empty.
 */
export function Conflict({
  title,
  label,
  mine,
  theirs,
  onKeep,
  onTake,
}: {
  title: ReactNode;
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
  onKeep: () => void;
  onTake: () => void;
}) {
  const { t } = useTranslation('ui');
  const titleId = useId();
  const shown = (value: ReactNode) =>
    value === '' || value === null || value === undefined ? (
      <span className="muted">{t('empty')}</span>
    ) : (
      <bdi>{value}</bdi>
    );
  return (
    <div className={styles.conflict} role="group" aria-label={label} aria-describedby={titleId}>
      <p className={styles.title} id={titleId} role="status">
        {title}
      </p>
      <dl className={styles.values}>
        <dt>{t('yours')}</dt>
        <dd>{shown(mine)}</dd>
        <dt>{t('theirs')}</dt>
        <dd>{shown(theirs)}</dd>
      </dl>
      <div className={styles.actions}>
        <Button size="small" onClick={onKeep}>
          {t('keepMine')}
        </Button>
        <Button size="small" variant="quiet" onClick={onTake}>
          {t('takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
