import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeCrop, Crop } from './crop-geometry.ts';
import { CropPicture } from './crop-picture.tsx';
import styles from './crop.module.css';
import type { OpenedPicture } from '../image/image-client.ts';
import { useCropGestures, windowShare } from './use-crop-gestures.ts';

const margin = (1 / windowShare - 1) / 2;

/**
 * The picture under its round window. An `application` to screen readers, as it takes keys that they would keep; the
 * buttons beside it do the same without it.
 */
export function CropStage({
  picture,
  crop,
  changeCrop,
  onAsk,
}: {
  picture: OpenedPicture;
  crop: Crop;
  changeCrop: ChangeCrop;
  onAsk: () => void;
}) {
  const { t } = useTranslation('avatar');
  const helpId = useId();
  const stage = useRef<HTMLDivElement>(null);
  const gestures = useCropGestures(stage, changeCrop, onAsk);
  // The button that was pressed for it is gone.
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div
        ref={stage}
        className={styles.stage}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application takes keys, so it takes the focus
        tabIndex={0}
        aria-label={t('stage.name')}
        aria-describedby={helpId}
        {...gestures}
      >
        <CropPicture picture={picture} crop={crop} margin={margin} />
      </div>
      <span id={helpId} hidden>
        {t('stage.keys')}
      </span>
    </>
  );
}
