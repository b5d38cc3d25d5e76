import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Minus,
  Plus,
  RotateCcw,
  RotateCw,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { IconButton } from '../../../ui/button.tsx';
import { Slider } from '../../../ui/slider.tsx';
import {
  moveBy,
  rotateBy,
  shownZoom,
  sliderToZoom,
  zoomRange,
  zoomTo,
  zoomToSlider,
  type ChangeCrop,
  type Crop,
  type Size,
} from './crop-geometry.ts';
import styles from './crop.module.css';
import { HoldButton } from './hold-button.tsx';
import { smallStep, zoomStep } from './use-crop-gestures.ts';
import { useCropWords } from './use-crop-words.ts';

function Tool({ label, children }: { label: string; children: ReactNode }) {
  const labelId = useId();
  return (
    <div className={styles.tool} role="group" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <div className={styles.steps}>{children}</div>
    </div>
  );
}

/** Everything that fingers do on the stage, by buttons (WCAG 2.5.7). `say` speaks what a press has led to. */
export function CropTools({
  picture,
  crop,
  changeCrop,
  say,
}: {
  picture: Size;
  crop: Crop;
  changeCrop: ChangeCrop;
  say: (words: string) => void;
}) {
  const { t } = useTranslation('avatar');
  const words = useCropWords();
  const range = zoomRange(picture, crop.rotation);
  // A change that leaves everything as it is gives the crop that stands.
  const now = () => changeCrop((standing) => standing);

  const move = (x: number, y: number) => () =>
    changeCrop((standing) => moveBy(standing, picture, { x: x * 2 * smallStep, y: y * 2 * smallStep }));
  const zoomBy = (factor: number) => () =>
    changeCrop((standing) => zoomTo(standing, picture, shownZoom(standing, picture) * factor));
  const turnBy = (degrees: number) => () => changeCrop((standing) => rotateBy(standing, picture, degrees));
  const sayZoom = () => say(words.zoom(now(), picture));
  const sayAngle = () => say(words.angle(now()));
  const sayPlace = () => say(words.place(now(), picture));
  const quarter = (degrees: number) => () => {
    turnBy(degrees)();
    sayAngle();
  };

  return (
    <div className={styles.tools}>
      <Tool label={t('tools.zoom')}>
        <HoldButton label={t('tools.zoomOut')} icon={<ZoomOut />} step={zoomBy(1 / zoomStep)} onPress={sayZoom} />
        <Slider
          label={t('tools.zoom')}
          value={Math.round(zoomToSlider(shownZoom(crop, picture), range) * 100)}
          valueText={words.zoom(crop, picture)}
          onValueChange={(value) =>
            changeCrop((standing) => zoomTo(standing, picture, sliderToZoom(value / 100, range)))
          }
        />
        <HoldButton label={t('tools.zoomIn')} icon={<ZoomIn />} step={zoomBy(zoomStep)} onPress={sayZoom} />
      </Tool>
      <Tool label={t('tools.rotate')}>
        <span className={styles.physical} dir="ltr">
          <IconButton label={t('tools.rotateLeft')} icon={<RotateCcw />} onClick={quarter(-90)} />
          <IconButton label={t('tools.rotateRight')} icon={<RotateCw />} onClick={quarter(90)} />
        </span>
        <span className={styles.physical} dir="ltr">
          <HoldButton label={t('tools.turnLeft')} icon={<Minus />} step={turnBy(-1)} onPress={sayAngle} />
          <bdi className={styles.value} dir="ltr">
            {words.angle(crop)}
          </bdi>
          <HoldButton label={t('tools.turnRight')} icon={<Plus />} step={turnBy(1)} onPress={sayAngle} />
        </span>
      </Tool>
      <Tool label={t('tools.move')}>
        <span className={styles.physical} dir="ltr">
          <HoldButton label={t('tools.moveLeft')} icon={<ArrowLeft />} step={move(-1, 0)} onPress={sayPlace} />
          <HoldButton label={t('tools.moveUp')} icon={<ArrowUp />} step={move(0, -1)} onPress={sayPlace} />
          <HoldButton label={t('tools.moveDown')} icon={<ArrowDown />} step={move(0, 1)} onPress={sayPlace} />
          <HoldButton label={t('tools.moveRight')} icon={<ArrowRight />} step={move(1, 0)} onPress={sayPlace} />
        </span>
      </Tool>
    </div>
  );
}
