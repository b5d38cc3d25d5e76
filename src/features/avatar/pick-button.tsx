import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Upload } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './avatar-editor.module.css';

/** "Upload an image", and "Stop" while one is opened: one element, so that the focus stays on it. */
export function PickButton({
  opening,
  primary = false,
  pickRef,
  onPick,
  onStop,
}: {
  opening: boolean;
  primary?: boolean;
  pickRef: RefObject<HTMLButtonElement | null>;
  onPick: () => void;
  onStop: () => void;
}) {
  const { t } = useTranslation('avatar');
  return (
    <>
      <Button
        ref={pickRef}
        variant={primary && !opening ? 'primary' : 'secondary'}
        icon={!opening && <Upload />}
        onClick={opening ? onStop : onPick}
      >
        {opening ? t('opening.stop') : t('upload.pick')}
      </Button>
      <p className={styles.progress} role="status">
        {opening && (
          <>
            <Spinner />
            {t('opening.title')}
          </>
        )}
      </p>
    </>
  );
}
