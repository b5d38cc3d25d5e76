import { describe, expect, it } from 'vitest';
import {
  clampCrop,
  moveBy,
  pinch,
  placeOf,
  rotateBy,
  shownZoom,
  sliderToZoom,
  smallestCrop,
  toWindowMatrix,
  untouchedCrop,
  zoomRange,
  zoomTo,
  zoomToSlider,
  type Crop,
  type Matrix,
  type Size,
  type WindowPoint,
} from './crop-geometry.ts';

/** mulberry32: the same cases in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function applied([a, b, c, d, e, f]: Matrix, x: number, y: number) {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function inverse([a, b, c, d, e, f]: Matrix, x: number, y: number) {
  const area = a * d - b * c;
  return { x: (d * (x - e) - c * (y - f)) / area, y: (a * (y - f) - b * (x - e)) / area };
}

/** A picture and a crop that a person could have come to, by any way. */
function wandered(random: () => number): { picture: Size; crop: Crop } {
  const picture = { width: Math.ceil(random() ** 2 * 8192), height: Math.ceil(random() ** 2 * 2048) };
  const point = (): WindowPoint => ({ x: random() - 0.5, y: random() - 0.5 });
  let crop = untouchedCrop;
  for (let step = 0; step < 12; step += 1) {
    const way = random();
    if (way < 0.3) crop = moveBy(crop, picture, { x: random() * 6 - 3, y: random() * 6 - 3 });
    else if (way < 0.6) crop = zoomTo(crop, picture, random() * 12, point());
    else if (way < 0.8) crop = rotateBy(crop, picture, Math.round(random() * 720 - 360));
    else crop = pinch(crop, picture, [point(), point()], [point(), point()]);
  }
  return { picture, crop };
}

const corners = [
  [0, 0],
  [512, 0],
  [0, 512],
  [512, 512],
] as const;

describe('E5: the geometry of a crop', () => {
  it('covers the whole window with picture, whatever was done', () => {
    const random = seeded(1);
    for (let run = 0; run < 3000; run += 1) {
      const { picture, crop } = wandered(random);
      const matrix = toWindowMatrix(crop, picture, 512);
      const slack = 1e-6 * Math.max(picture.width, picture.height);
      for (const [x, y] of corners) {
        const source = inverse(matrix, x, y);
        expect(source.x).toBeGreaterThanOrEqual(-slack);
        expect(source.y).toBeGreaterThanOrEqual(-slack);
        expect(source.x).toBeLessThanOrEqual(picture.width + slack);
        expect(source.y).toBeLessThanOrEqual(picture.height + slack);
      }
    }
  });

  it('never takes the picture from fewer than 64 px while there are more', () => {
    const random = seeded(2);
    for (let run = 0; run < 1000; run += 1) {
      const { picture, crop } = wandered(random);
      const shortest = Math.min(picture.width, picture.height);
      const side = shortest / shownZoom(crop, picture);
      // at an angle the window is smaller than the picture's short side even when zoomed out
      expect(side).toBeGreaterThanOrEqual(Math.min(smallestCrop, shortest / Math.SQRT2) - 1e-6);
    }
  });

  it('keeps the point under the pointer when zooming, as far as the edges allow', () => {
    const picture = { width: 2048, height: 1536 };
    const start = rotateBy(zoomTo(untouchedCrop, picture, 3), picture, 17);
    const about = { x: 0.2, y: -0.1 };
    const pixel = (crop: Crop) => inverse(toWindowMatrix(crop, picture, 1), about.x + 0.5, about.y + 0.5);
    const [before, after] = [pixel(start), pixel(zoomTo(start, picture, 4.5, about))];
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  it('keeps what lay between two fingers between them', () => {
    const picture = { width: 2000, height: 2000 };
    const start = zoomTo(untouchedCrop, picture, 3);
    const from = [
      { x: -0.1, y: 0 },
      { x: 0.1, y: 0 },
    ] as const;
    const to = [
      { x: -0.1, y: 0.05 },
      { x: 0.2, y: 0.05 },
    ] as const;
    const pixel = (crop: Crop, point: WindowPoint) =>
      inverse(toWindowMatrix(crop, picture, 1), point.x + 0.5, point.y + 0.5);
    const next = pinch(start, picture, from, to);
    expect(shownZoom(next, picture)).toBeCloseTo(4.5, 6);
    for (const finger of [0, 1] as const) {
      expect(pixel(next, to[finger]).x).toBeCloseTo(pixel(start, from[finger]).x, 6);
      expect(pixel(next, to[finger]).y).toBeCloseTo(pixel(start, from[finger]).y, 6);
    }
  });

  it('moves the picture the way the finger goes, at every angle', () => {
    const picture = { width: 1600, height: 1200 };
    for (const rotation of [0, 33, 90, -90, 180, -147]) {
      const start = rotateBy(zoomTo(untouchedCrop, picture, 4), picture, rotation);
      const spot = inverse(toWindowMatrix(start, picture, 1), 0.5, 0.5);
      const shown = applied(toWindowMatrix(moveBy(start, picture, { x: 0.1, y: 0.2 }), picture, 1), spot.x, spot.y);
      expect(shown.x).toBeCloseTo(0.6, 6);
      expect(shown.y).toBeCloseTo(0.7, 6);
    }
  });

  it('is where it began after four quarter turns, and after a slant there and back', () => {
    const picture = { width: 900, height: 1200 };
    const start = zoomTo(untouchedCrop, picture, 1);
    let crop = start;
    for (let quarter = 0; quarter < 4; quarter += 1) crop = rotateBy(crop, picture, 90);
    expect(crop).toEqual(start);
    const slanted = rotateBy(start, picture, 30);
    expect(shownZoom(slanted, picture)).toBeGreaterThan(1.3);
    expect(rotateBy(slanted, picture, -30)).toEqual(start);
    expect(rotateBy(start, picture, 180).rotation).toBe(180);
    expect(rotateBy(start, picture, 181).rotation).toBe(-179);
  });

  it('changes nothing that is already allowed', () => {
    const random = seeded(3);
    for (let run = 0; run < 500; run += 1) {
      const { picture, crop } = wandered(random);
      expect(clampCrop(crop, picture)).toEqual(crop);
    }
  });

  it('turns the slider into equal ratios and back', () => {
    const range = zoomRange({ width: 2048, height: 1536 }, 0);
    expect(range).toEqual({ min: 1, max: 8 });
    expect(sliderToZoom(0, range)).toBe(1);
    expect(sliderToZoom(1, range)).toBeCloseTo(8);
    expect(sliderToZoom(2 / 3, range) / sliderToZoom(1 / 3, range)).toBeCloseTo(2);
    expect(zoomToSlider(sliderToZoom(0.4, range), range)).toBeCloseTo(0.4);
    expect(zoomToSlider(1, zoomRange({ width: 40, height: 40 }, 0))).toBe(0);
  });

  it('says where the crop stands, also where it cannot move', () => {
    const picture = { width: 2000, height: 1000 };
    expect(placeOf(untouchedCrop, picture)).toEqual({ across: 0.5, down: 0.5 });
    expect(placeOf(moveBy(untouchedCrop, picture, { x: 9, y: 9 }), picture)).toEqual({ across: 0, down: 0.5 });
  });
});
