import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './avatar-editor.module.css';
import { PickButton } from './pick-button.tsx';

/** Stands where the stage will: the picture of now, how to bring another, what may be brought. */
export function DropZone({
  current,
  name,
  megapixels,
  opening,
  over,
  pickRef,
  onPick,
  onStop,
  children,
}: {
  current: string | null;
  name: { first: string; last: string };
  megapixels: number;
  opening: boolean;
  over: boolean;
  pickRef: RefObject<HTMLButtonElement | null>;
  onPick: () => void;
  onStop: () => void;
  /** What is wrong with the file that was brought. */
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation('avatar');
  return (
    <div className={classes(styles.zone, over && styles.over)}>
      <Avatar name={[name.first, name.last]} src={current && `${current}/256`} size="niche" />
      <p className={styles.lead}>{over ? t('upload.letGo') : t('upload.lead')}</p>
      <PickButton primary opening={opening} pickRef={pickRef} onPick={onPick} onStop={onStop} />
      {children}
      <p className={styles.help}>
        {t('upload.formats', { megapixels: new Intl.NumberFormat(i18n.language).format(megapixels) })}
        <br />
        {t('upload.privacy')}
      </p>
    </div>
  );
}
