import { flatPng, gifOf, join, patch, plain, quadrants } from './picture-parts.ts';
import { withAvifSize, withJpegSize, withPngSize } from './picture-parts.ts';
import type { Picture } from './picture-parts.ts';

type Entry = readonly [name: string, type: string, bytes: Uint8Array];

/** Too many pixels, claimed or real, shapes with nothing to cut, and the largest that fits (V2, V11, E6). */
export async function oversizePictures(): Promise<Picture[]> {
  const png = new Uint8Array(await quadrants().png().toBuffer());
  const jpeg = new Uint8Array(await quadrants().jpeg().toBuffer());
  const webp = new Uint8Array(await quadrants().webp({ alphaQuality: 50 }).ensureAlpha(0.5).toBuffer());
  const avif = new Uint8Array(await quadrants().avif({ effort: 0 }).toBuffer());
  const gif = new Uint8Array(await quadrants().gif().toBuffer());
  const flatJpeg = (width: number, height: number) => plain(width, height).toColourspace('b-w').jpeg().toBuffer();
  const [jpeg60, jpeg49] = await Promise.all([flatJpeg(8000, 7500), flatJpeg(8166, 6000)]);

  const tooMany: Entry[] = [
    ['png claims 60 MP', 'image/png', withPngSize(png, 8000, 7500)],
    ['png claims 2³¹ × 2³¹', 'image/png', withPngSize(png, 2 ** 31 - 1, 2 ** 31 - 1)],
    ['png claims one row too many', 'image/png', withPngSize(png, 10_000, 5001)],
    ['jpeg claims 60 MP', 'image/jpeg', withJpegSize(jpeg, 8000, 7500)],
    ['jpeg claims 65535 × 65535', 'image/jpeg', withJpegSize(jpeg, 65_535, 65_535)],
    ['webp claims 60 MP', 'image/webp', patch(webp, 24, [0x3f, 0x1f, 0, 0x4b, 0x1d, 0])],
    ['avif claims 60 MP', 'image/avif', withAvifSize(avif, 8000, 7500)],
    ['gif claims 60 MP', 'image/gif', patch(gif, 6, [0x40, 0x1f, 0x4c, 0x1d])],
    ['gif of 1 × 1 with a frame of 60000 × 60000', 'image/gif', gifOf([1, 1], [60_000, 60_000])],
    ['gif whose second frame is 60000 × 60000', 'image/gif', secondFrame()],
    ['png of 60 MP', 'image/png', flatPng(8000, 7500)],
    ['jpeg of 60 MP', 'image/jpeg', jpeg60],
    ['png with an edge of 16384', 'image/png', flatPng(16_384, 1000)],
  ];
  const noShape: Entry[] = [
    ['png of 1 × 20000', 'image/png', flatPng(1, 20_000)],
    ['png of 20000 × 1', 'image/png', flatPng(20_000, 1)],
    ['jpeg of 1 × 20000', 'image/jpeg', await plain(1, 20_000).jpeg().toBuffer()],
    ['png of 1 × 1', 'image/png', flatPng(1, 1)],
    ['webp of 7 × 7', 'image/webp', await plain(7, 7).webp().toBuffer()],
    ['png of 161 × 8', 'image/png', flatPng(161, 8)],
  ];
  const fits: Entry[] = [
    ['png of 49 MP', 'image/png', flatPng(7000, 7000)],
    ['jpeg of 49 MP', 'image/jpeg', jpeg49],
    ['png with an edge of 16383', 'image/png', flatPng(16_383, 900)],
  ];
  const list = (entries: readonly Entry[], verdict: Picture['verdict']) =>
    entries.map(([name, type, bytes]): Picture => ({ name, type, bytes: new Uint8Array(bytes), verdict }));
  return [...list(tooMany, 'image_too_many_pixels'), ...list(noShape, 'image_unsupported'), ...list(fits, 'accepted')];
}

function secondFrame(): Uint8Array {
  return join(gifOf([64, 64], [64, 64]).subarray(0, -1), gifOf([1, 1], [60_000, 60_000]).subarray(19));
}
