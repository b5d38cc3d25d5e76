import { useTranslation } from 'react-i18next';
import { placeOf, shownZoom, type Crop, type Size } from './crop-geometry.ts';

/** Zoom, angle and place of a crop in words and figures of the language. */
export function useCropWords() {
  const { t, i18n } = useTranslation('avatar');
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(i18n.language, options).format(value).replace('-', '−');

  const zoom = (crop: Crop, picture: Size) =>
    t('tools.zoomValue', { zoom: number(shownZoom(crop, picture), { maximumFractionDigits: 1 }) });
  const angle = ({ rotation }: Crop) => t('tools.degrees', { degrees: number(rotation, { maximumFractionDigits: 0 }) });
  const place = (crop: Crop, picture: Size) => {
    const { across, down } = placeOf(crop, picture);
    const percent = (share: number) => number(share, { style: 'percent', maximumFractionDigits: 0 });
    return t('tools.place', { across: percent(across), down: percent(down) });
  };
  const everything = (crop: Crop, picture: Size) =>
    t('tools.everything', { zoom: zoom(crop, picture), angle: angle(crop), place: place(crop, picture) });

  return { zoom, angle, place, everything };
}
