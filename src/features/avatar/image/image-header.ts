import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { ImageProblem } from './image-protocol.ts';

type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic';

export interface ImageHeader {
  format: ImageFormat;
  /** As stored: an orientation may still turn it. */
  width: number;
  height: number;
  /** EXIF orientations 5–8 lie on their side. */
  sideways: boolean;
}

const readers = { jpeg: JPG, png: PNG, webp: WEBP, avif: HEIF, gif: GIF, heic: HEIF };

/** The size of a JPEG stands behind its metadata, which may hold a thumbnail or a whole second picture. */
const headerLengths = [2 ** 16, 2 ** 20, 2 ** 24];

/** Format and size from the first bytes of a file, before any decoder sees it. Name and type of the file are not trusted. */
export async function readImageHeader(blob: Blob): Promise<ImageHeader> {
  for (const length of headerLengths) {
    const bytes = new Uint8Array(await blob.slice(0, length).arrayBuffer());
    const format = formatOf(bytes);
    const size = sizeOf(format, bytes);
    if (size) return { format, ...size };
    if (length >= blob.size) break;
  }
  throw new ImageProblem({ code: 'damaged' });
}

function sizeOf(format: ImageFormat, bytes: Uint8Array): Omit<ImageHeader, 'format'> | undefined {
  try {
    const read = readers[format].calculate(bytes);
    // HEIF lists tiles and thumbnails beside the picture itself
    const all = [read, ...(read.images ?? [])];
    const { width, height } = all.reduce((most, one) =>
      one.width * one.height > most.width * most.height ? one : most,
    );
    if (!(width > 0 && height > 0)) return undefined;
    return { width, height, sideways: (read.orientation ?? 1) > 4 };
  } catch {
    return undefined;
  }
}

/** Formats that people try, by the bytes at their start. */
const refused: readonly (readonly [name: string, start: string])[] = [
  ['PDF', '%PDF'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['BMP', 'BM'],
  ['Photoshop', '8BPS'],
  ['ICO', '\0\0\u0001\0'],
  ['JPEG XL', '\u00ff\n'],
  ['JPEG XL', '\0\0\0\u000cJXL '],
  ['WebM', '\u001aE\u00df\u00a3'],
  ['ZIP', 'PK\u0003\u0004'],
];

/** The format by magic bytes; throws for those that are not opened, by name where it is known. */
function formatOf(bytes: Uint8Array): ImageFormat {
  if (bytes.length === 0) throw new ImageProblem({ code: 'damaged' });
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') return formatOfBox(start);
  const name = refused.find(([, magic]) => start.startsWith(magic))?.[0] ?? markupOf(bytes);
  throw new ImageProblem({ code: 'unsupported', format: name });
}

/** ISO media files say by their brands whether they are AVIF, HEIC or a film; the major brand `mif1` can be either. */
function formatOfBox(start: string): ImageFormat {
  const length = Math.min(start.charCodeAt(3), start.length);
  const brands = start.slice(8, Math.max(length, 12)).match(/.{4}/gsu) ?? new Array<string>();
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  if (brands.some((brand) => /^(?:he[iv][cmsx]|mif1|msf1)$/u.test(brand))) return 'heic';
  throw new ImageProblem({ code: 'unsupported', format: brands[0] === 'qt  ' ? 'MOV' : 'MP4' });
}

/** Markup has no magic bytes: it is what it begins with, after comments and declarations. */
function markupOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096)).toLowerCase();
  if (!/^\s*</u.test(text)) return null;
  if (/<(?:!doctype\s+)?html/u.test(text)) return 'HTML';
  return /<(?:!doctype\s+)?svg/u.test(text) ? 'SVG' : 'XML';
}
