import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { ProblemCode } from '../../contract/problem-codes.ts';

export interface Picture {
  name: string;
  bytes: Uint8Array;
  /** The `Content-Type` it is sent with. */
  type: string;
  verdict: 'accepted' | ProblemCode;
}

type Rgb = readonly [number, number, number];

/** Colours of the four corners of the test picture: top left, top right, bottom left, bottom right. */
export const corners: readonly [Rgb, Rgb, Rgb, Rgb] = [
  [220, 40, 40],
  [40, 180, 60],
  [40, 80, 220],
  [230, 200, 40],
];

/** The upright size of the test picture. */
const [width, height] = [96, 64];

/** Must not be found in anything that the backend keeps. */
export const canary = 'CANARY-52.5163N-13.3777E';

/** The test picture, stored the way a camera would that writes this EXIF orientation (EXIF 3.0 §4.6.5.1.6). */
export function quadrants(orientation = 1): Sharp {
  const turned = orientation >= 5;
  const [columns, rows] = turned ? [height, width] : [width, height];
  const pixels = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [down, across] = turned ? [column, row] : [row, column];
      const top = [1, 2, 5, 6].includes(orientation) ? down : height - 1 - down;
      const left = [1, 4, 5, 8].includes(orientation) ? across : width - 1 - across;
      const corner = (top < height / 2 ? 0 : 2) + (left < width / 2 ? 0 : 1);
      pixels.set(corners[corner] ?? [0, 0, 0], (row * columns + column) * 3);
    }
  }
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 3 } });
}

/** One colour all over. */
export function plain(columns: number, rows: number, [r, g, b]: Rgb = [220, 40, 40]): Sharp {
  return sharp({ create: { width: columns, height: rows, channels: 3, background: { r, g, b } } });
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function be32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** A copy with other bytes from a place on. */
export function patch(bytes: Uint8Array, at: number, put: Uint8Array | readonly number[]): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy.set(put, at);
  return copy;
}

/** The place of a text in a file; a corpus that does not find it is out of date. */
export function find(bytes: Uint8Array, text: string): number {
  const at = Buffer.from(bytes).indexOf(text, 0, 'latin1');
  if (at < 0) throw new Error(`no ${text} in the file`);
  return at;
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = join(ascii(type), data);
  return join(be32(data.length), body, be32(crc32(body)));
}

/** Puts chunks right behind the header of a PNG. */
export function withPngChunks(png: Uint8Array, ...chunks: readonly Uint8Array[]): Uint8Array {
  return join(png.subarray(0, 33), ...chunks, png.subarray(33));
}

/** A black PNG of one bit per pixel: few bytes and as many pixels as one likes. */
export function flatPng(columns: number, rows: number): Uint8Array {
  const header = join(be32(columns), be32(rows), Uint8Array.of(1, 0, 0, 0, 0));
  const data = deflateSync(new Uint8Array((Math.ceil(columns / 8) + 1) * rows));
  const signature = ascii('\x89PNG\r\n\x1a\n');
  return join(signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', new Uint8Array()));
}

/** Another size in the header, with a right checksum. */
export function withPngSize(png: Uint8Array, columns: number, rows: number): Uint8Array {
  const header = join(be32(columns), be32(rows), png.subarray(24, 29));
  return join(png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33));
}

/** Another size in the frame header of a baseline or progressive JPEG. */
export function withJpegSize(jpeg: Uint8Array, columns: number, rows: number): Uint8Array {
  const frame = Math.max(Buffer.from(jpeg).indexOf('ffc00011', 'hex'), Buffer.from(jpeg).indexOf('ffc20011', 'hex'));
  if (frame < 0) throw new Error('no frame header');
  return patch(jpeg, frame + 5, [rows >> 8, rows & 255, columns >> 8, columns & 255]);
}

/** Another size of the picture's properties in an AVIF. */
export function withAvifSize(avif: Uint8Array, columns: number, rows: number): Uint8Array {
  return patch(avif, find(avif, 'ispe') + 8, join(be32(columns), be32(rows)));
}

/** A GIF of one frame, whose screen and frame may disagree. */
export function gifOf(screen: readonly [number, number], frame: readonly [number, number]): Uint8Array {
  const le16 = (value: number) => [value & 255, value >> 8];
  return join(
    ascii('GIF89a'),
    Uint8Array.of(...le16(screen[0]), ...le16(screen[1]), 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    Uint8Array.of(0x2c, 0, 0, 0, 0, ...le16(frame[0]), ...le16(frame[1]), 0),
    Uint8Array.of(2, 2, 0x4c, 0x01, 0, 0x3b),
  );
}

/** Two frames, of which the default image is the first (PNG 3rd edition §11.3.5). */
export async function apng(first: Sharp, second: Sharp): Promise<Uint8Array> {
  const base = new Uint8Array(await first.png().toBuffer());
  const { data, info } = await second.raw().toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: info.height }, (_, row) => {
    const from = row * info.width * info.channels;
    return join(Uint8Array.of(0), data.subarray(from, from + info.width * info.channels));
  });
  const frame = (sequence: number) =>
    pngChunk('fcTL', join(be32(sequence), be32(info.width), be32(info.height), new Uint8Array(14)));
  const end = base.length - 12;
  const animated = join(
    base.subarray(0, end),
    frame(1),
    pngChunk('fdAT', join(be32(2), deflateSync(join(...rows)))),
    base.subarray(end),
  );
  return withPngChunks(animated, pngChunk('acTL', join(be32(2), be32(0))), frame(0));
}
