import { toWindowMatrix, type Crop } from './crop-geometry.ts';
import type { OpenedPicture } from '../image/image-client.ts';

const side = 100;

/** The crop as it will be saved, drawn by the same matrix. `margin`: how much is seen around the window, in its sides. */
export function CropPicture({ picture, crop, margin = 0 }: { picture: OpenedPicture; crop: Crop; margin?: number }) {
  const around = margin * side;
  const whole = side + 2 * around;
  return (
    <svg viewBox={`${-around} ${-around} ${whole} ${whole}`} aria-hidden="true">
      <image
        href={picture.url}
        width={picture.width}
        height={picture.height}
        transform={`matrix(${toWindowMatrix(crop, picture, side).join(' ')})`}
      />
    </svg>
  );
}
