import { DamagedImageError, ProblemError } from '../errors.ts';
import { readAvifSize } from './avif-size.ts';
import { readGifSize } from './gif-size.ts';
import { readJpegSize } from './jpeg-size.ts';
import { readPngSize, readWebpSize } from './library-size.ts';
import type { Size } from './size.ts';

/** What a picture may be sent as (E5). The spelling of the media type registry; `image/jpg` is none of them. */
/** A few hundred bytes of AVIF can ask for a gigabyte and seconds of decoding: less of it is taken than of others (V8, G9). */
const avifPixels = 12_000_000;

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** What the header says. `width` and `height` are those before any EXIF orientation. */
export interface SniffedImage extends Size {
  type: PictureType;
}

/** Below this there is nothing to cut a face from. */
const shortestEdge = 8;
/** The middle square of anything longer would be a splinter of it. */
const longestRatio = 20;
/** Beyond this neither WebP nor a canvas carries an edge. */
const longestEdge = 16_383;

/** How each kind begins; a question mark stands for any byte. */
const signatures: Record<PictureType, string> = {
  'image/jpeg': '\xff\xd8\xff',
  'image/png': '\x89PNG\r\n\x1a\n',
  'image/webp': 'RIFF????WEBP',
  'image/avif': '\0\0??ftyp????',
  'image/gif': 'GIF8?a',
};

const readers: Record<PictureType, (bytes: Uint8Array) => Size | undefined> = {
  'image/jpeg': readJpegSize,
  'image/png': readPngSize,
  'image/webp': readWebpSize,
  'image/avif': readAvifSize,
  'image/gif': readGifSize,
};

/**
 * Reads kind and size of a picture from its header, before any decoder sees it (V1, V2). Throws a `ProblemError`:
 *
 * - `image_unsupported`: the declared type is none of ours, the bytes are of another kind than declared, or the shape
 *   holds nothing to cut (an edge below 8 px, or one side more than 20 times the other: 1 × 20000).
 * - `image_damaged`: the right kind, or the beginning of it, without a readable size.
 * - `image_too_many_pixels`: more than `maxPixels`, or an edge over 16383 px.
 */
export function sniffImage(bytes: Uint8Array, declaredType: string, limits: { maxPixels: number }): SniffedImage {
  const declared = pictureType(declaredType);
  if (!declared) throw new ProblemError('image_unsupported');
  if (kindOf(bytes) !== declared) throw mismatch(bytes, declared);
  const size = readers[declared](bytes);
  if (!size || size.width === 0 || size.height === 0) throw new DamagedImageError();
  const { width, height } = size;
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (short < shortestEdge || long > short * longestRatio) throw new ProblemError('image_unsupported');
  const most = declared === 'image/avif' ? Math.min(avifPixels, limits.maxPixels) : limits.maxPixels;
  if (long > longestEdge || width * height > most) throw new ProblemError('image_too_many_pixels');
  return { type: declared, width, height };
}

/** The size in the header of whatever picture of ours this is, without a verdict on it. */
export function measureImage(bytes: Uint8Array): Size | undefined {
  const kind = kindOf(bytes);
  return kind && readers[kind](bytes);
}

function pictureType(declared: string): PictureType | undefined {
  const essence = declared.split(';', 1)[0]?.trim().toLowerCase();
  return pictureTypes.find((type) => type === essence);
}

function kindOf(bytes: Uint8Array): PictureType | undefined {
  const kind = pictureTypes.find((type) => {
    return bytes.length >= signatures[type].length && beginsLike(bytes, signatures[type]);
  });
  return kind === 'image/avif' && !isAvif(bytes) ? undefined : kind;
}

/** HEIC shares the container and differs in its brands; `mif1` may be either. */
function isAvif(bytes: Uint8Array): boolean {
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0), 256, bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && /^avi[fs]$/u.test(latin1(bytes, at, 4))) return true;
  }
  return false;
}

/** A file that broke off within its signature is damaged; anything else is another kind under a wrong name. */
function mismatch(bytes: Uint8Array, declared: PictureType): ProblemError {
  const signature = signatures[declared];
  const brokeOff = bytes.length < signature.length && beginsLike(bytes, signature);
  return brokeOff ? new DamagedImageError() : new ProblemError('image_unsupported');
}

function beginsLike(bytes: Uint8Array, signature: string): boolean {
  const head = latin1(bytes, 0, signature.length);
  return [...head].every((letter, index) => signature[index] === '?' || signature[index] === letter);
}

function latin1(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
