/** Width and height in px of the reduced picture. */
export interface Size {
  width: number;
  height: number;
}

/** Where the square window stands on the picture. Kept in the picture's own px, so that clamping is exact at any angle. */
export interface Crop {
  /** The point of the picture in the middle of the window, measured from the picture's middle. */
  x: number;
  y: number;
  /** 1: the upright picture just covers the window. At an angle the picture is shown larger where it has to be. */
  zoom: number;
  /** Whole or broken degrees, clockwise, above −180 and up to 180. */
  rotation: number;
}

/** A change of the crop by one of the verbs below, on the picture that is open. Gives back what it became. */
export type ChangeCrop = (next: (crop: Crop, picture: Size) => Crop) => Crop;

/** A point or a distance in the window: its side is 1, its middle the origin, y runs down. */
export interface WindowPoint {
  x: number;
  y: number;
}

/** As `setTransform` of a canvas and `matrix()` of SVG take it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A picture made of fewer px than this would only be a blur. */
export const smallestCrop = 64;
/** Beyond this there is no face left to see. */
const largestZoom = 8;

export const untouchedCrop: Crop = { x: 0, y: 0, zoom: 1, rotation: 0 };

/** By how much the side of the upright square around the turned window is longer than the window's own. */
function reach(rotation: number): number {
  const { cos, sin } = turn(rotation);
  return Math.abs(cos) + Math.abs(sin);
}

/** Exact at the quarters, where floating point would let a hair of the ground through. */
function turn(rotation: number): { cos: number; sin: number } {
  const quarter = rotation / 90;
  if (Number.isInteger(quarter)) {
    const index = ((quarter % 4) + 4) % 4;
    return { cos: [1, 0, -1, 0][index] ?? 1, sin: [0, 1, 0, -1][index] ?? 0 };
  }
  const angle = (rotation * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** The smallest and the largest zoom at this angle. */
export function zoomRange(picture: Size, rotation: number): { min: number; max: number } {
  const min = reach(rotation);
  return { min, max: Math.max(min, Math.min(largestZoom, Math.min(picture.width, picture.height) / smallestCrop)) };
}

/** The zoom that is shown: what was asked for, or as much more as covers the window. */
export function shownZoom(crop: Crop, picture: Size): number {
  const { min, max } = zoomRange(picture, crop.rotation);
  return clamp(crop.zoom, min, max);
}

/** Sides of the window per px of the picture. */
function scaleOf(crop: Crop, picture: Size): number {
  return shownZoom(crop, picture) / Math.min(picture.width, picture.height);
}

/** Moves the crop to the nearest place where the picture covers the whole window. */
export function clampCrop(crop: Crop, picture: Size): Crop {
  const margin = reach(crop.rotation) / scaleOf(crop, picture) / 2;
  const across = Math.max(0, picture.width / 2 - margin);
  const down = Math.max(0, picture.height / 2 - margin);
  return { ...crop, x: clamp(crop.x, -across, across), y: clamp(crop.y, -down, down) };
}

/** A distance in the window as a distance on the picture. */
function onPicture(distance: WindowPoint, crop: Crop, picture: Size): { x: number; y: number } {
  const { cos, sin } = turn(crop.rotation);
  const scale = scaleOf(crop, picture);
  return { x: (cos * distance.x + sin * distance.y) / scale, y: (cos * distance.y - sin * distance.x) / scale };
}

/** Moves the picture under the window, as a finger does. */
export function moveBy(crop: Crop, picture: Size, distance: WindowPoint): Crop {
  const { x, y } = onPicture(distance, crop, picture);
  return clampCrop({ ...crop, x: crop.x - x, y: crop.y - y }, picture);
}

/** Sets the zoom; the point of the picture under `about` stays where it is as far as the edges allow. */
export function zoomTo(crop: Crop, picture: Size, zoom: number, about: WindowPoint = { x: 0, y: 0 }): Crop {
  const { min, max } = zoomRange(picture, crop.rotation);
  const next = { ...crop, zoom: clamp(zoom, min, max) };
  const before = onPicture(about, crop, picture);
  const after = onPicture(about, next, picture);
  return clampCrop({ ...next, x: crop.x + before.x - after.x, y: crop.y + before.y - after.y }, picture);
}

/** Turns about the middle of the window. The zoom that was asked for is kept, so turning back undoes it. */
export function rotateBy(crop: Crop, picture: Size, degrees: number): Crop {
  const full = (((crop.rotation + degrees) % 360) + 360) % 360;
  return clampCrop({ ...crop, rotation: full > 180 ? full - 360 : full }, picture);
}

/** Fingers that were at `from` are now at `to`: what lay between them still does. */
export function pinch(
  crop: Crop,
  picture: Size,
  from: readonly [WindowPoint, WindowPoint],
  to: readonly [WindowPoint, WindowPoint],
): Crop {
  const middle = between(...from);
  const target = between(...to);
  const ratio = distanceOf(...to) / Math.max(distanceOf(...from), 1e-6);
  const zoomed = zoomTo(crop, picture, shownZoom(crop, picture) * ratio, middle);
  return moveBy(zoomed, picture, { x: target.x - middle.x, y: target.y - middle.y });
}

/**
 * Takes px of the picture (origin at its start corner) to a square of `side`. The one on the screen and the one that is
 * saved are drawn by it, so that what is seen is what is saved.
 */
export function toWindowMatrix(crop: Crop, picture: Size, side: number): Matrix {
  const { cos, sin } = turn(crop.rotation);
  const scale = scaleOf(crop, picture) * side;
  const [a, b] = [cos * scale, sin * scale];
  const x = picture.width / 2 + crop.x;
  const y = picture.height / 2 + crop.y;
  return [a, b, -b, a, side / 2 - (a * x - b * y), side / 2 - (b * x + a * y)];
}

/** How far the crop stands from start to end and from top to bottom of its way, 0–1; 0.5 where it cannot move. */
export function placeOf(crop: Crop, picture: Size): { across: number; down: number } {
  const margin = reach(crop.rotation) / scaleOf(crop, picture) / 2;
  const place = (at: number, length: number) => {
    const way = length / 2 - margin;
    return way > 0.5 ? (at + way) / (2 * way) : 0.5;
  };
  return { across: place(crop.x, picture.width), down: place(crop.y, picture.height) };
}

/** Zoom as a slider feels it: equal ways are equal ratios. */
export function zoomToSlider(zoom: number, { min, max }: { min: number; max: number }): number {
  return max > min ? Math.log(zoom / min) / Math.log(max / min) : 0;
}

export function sliderToZoom(value: number, { min, max }: { min: number; max: number }): number {
  return min * (max / min) ** value;
}

function between(one: WindowPoint, other: WindowPoint): WindowPoint {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distanceOf(one: WindowPoint, other: WindowPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
