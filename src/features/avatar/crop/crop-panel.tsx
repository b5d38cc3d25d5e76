import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { smallestCrop, type ChangeCrop, type Crop } from './crop-geometry.ts';
import { CropPreviews } from './crop-previews.tsx';
import { CropStage } from './crop-stage.tsx';
import { CropTools } from './crop-tools.tsx';
import styles from './crop.module.css';
import type { OpenedPicture } from '../image/image-client.ts';
import { useCropWords } from './use-crop-words.ts';

/** Stage, previews and tools. What is said aloud is fixed when it is asked for: dragging says nothing. */
export function CropPanel({
  picture,
  crop,
  changeCrop,
  onStartAgain,
}: {
  picture: OpenedPicture;
  crop: Crop;
  changeCrop: ChangeCrop;
  onStartAgain: () => void;
}) {
  const { t } = useTranslation('avatar');
  const words = useCropWords();
  const [said, setSaid] = useState('');
  const small = Math.min(picture.width, picture.height) < 2 * smallestCrop;

  const startAgain = () => {
    onStartAgain();
    setSaid(t('tools.startedAgain'));
  };
  return (
    <div className={styles.crop}>
      <CropStage
        picture={picture}
        crop={crop}
        changeCrop={changeCrop}
        onAsk={() => setSaid(words.everything(crop, picture))}
      />
      <div className={styles.side}>
        <CropPreviews picture={picture} crop={crop} />
        <CropTools picture={picture} crop={crop} changeCrop={changeCrop} say={setSaid} />
        <p className={styles.hint}>
          {small ? t('stage.small') : t('stage.hint')}{' '}
          <button type="button" className={styles.again} onClick={startAgain}>
            {t('tools.startAgain')}
          </button>
        </p>
        <VisuallyHidden>
          <span role="status">{said}</span>
        </VisuallyHidden>
      </div>
    </div>
  );
}
