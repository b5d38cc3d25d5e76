import { useTranslation } from 'react-i18next';
import type { Crop } from './crop-geometry.ts';
import { CropPicture } from './crop-picture.tsx';
import styles from './crop.module.css';
import type { OpenedPicture } from '../image/image-client.ts';

/** The sizes in which the picture stands in the product, in px at a text size of 16. */
const sizes = [96, 64, 36, 24];

export function CropPreviews({ picture, crop }: { picture: OpenedPicture; crop: Crop }) {
  const { t } = useTranslation('avatar');
  return (
    <div className={styles.previews} role="group" aria-label={t('tools.preview')}>
      {sizes.map((size) => (
        <span key={size} className={styles.preview}>
          <span className={styles.round} style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}>
            <CropPicture picture={picture} crop={crop} />
          </span>
          {t('tools.previewSize', { size })}
        </span>
      ))}
    </div>
  );
}
