import { deflateSync } from 'node:zlib';
import { ascii, find, gifOf, join, patch, pngChunk, quadrants } from './picture-parts.ts';
import { withAvifSize, withJpegSize, withPngChunks, withPngSize } from './picture-parts.ts';
import type { Picture } from './picture-parts.ts';

/** What is of the right kind and no picture any more (V11). */
export async function damagedPictures(): Promise<Picture[]> {
  const files = {
    jpeg: await quadrants().jpeg().toBuffer(),
    'jpeg progressive': await quadrants().jpeg({ progressive: true }).toBuffer(),
    png: await quadrants().png().toBuffer(),
    webp: await quadrants().webp().toBuffer(),
    avif: await quadrants().avif({ effort: 0 }).toBuffer(),
    gif: await quadrants().gif().toBuffer(),
  };
  const pictures: Picture[] = [];
  const add = (name: string, bytes: Uint8Array, kind = name.split(/[ ,]/u)[0]) => {
    pictures.push({ name, type: `image/${String(kind)}`, bytes: new Uint8Array(bytes), verdict: 'image_damaged' });
  };

  for (const [kind, bytes] of Object.entries(files)) {
    for (const length of [0, 3, 14, 60, bytes.length * 0.5, bytes.length * 0.8].map(Math.floor)) {
      add(`${kind}, first ${String(length)} of ${String(bytes.length)} bytes`, bytes.subarray(0, length));
    }
  }

  const { jpeg, png, webp, avif, gif } = files;
  const data = find(png, 'IDAT');
  add('png, wrong checksum of the header', patch(png, 29, [0, 0, 0, 0]));
  add('png, wrong checksum of the data', patch(png, png.length - 16, [0, 0, 0, 0]));
  add('png, data overwritten', patch(png, data + 8, new Uint8Array(20).fill(0x5a)));
  add('png, no data', join(png.subarray(0, 33), png.subarray(-12)));
  add('png, 0 × 0', withPngSize(png, 0, 0));
  add('png, larger than its data', withPngSize(png, 960, 640));
  add('png, chunk longer than the file', patch(png, 33, [0x7f, 0xff, 0xff, 0xff]));
  add('png, colour type 5', patch(png, 25, [5]));
  add('png of the iPhone kind', join(png.subarray(0, 8), pngChunk('CgBI', ascii('\x50\0\x20\x02')), png.subarray(8)));
  add('jpeg, 0 × 0', withJpegSize(jpeg, 0, 0));
  add('jpeg, 500 scans', withScans(files['jpeg progressive'], 500));
  add('jpeg, no frame header', join(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), new Uint8Array(64)));
  add('jpeg, zeros', join(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(100_000)));
  add('jpeg, segments that lead nowhere', jpegMaze(1_000_000));
  add('webp, larger than its data', patch(webp, find(webp, '\x9d\x01\x2a') + 3, [0xc0, 3, 0x80, 2]));
  add('webp, data overwritten', patch(webp, 40, new Uint8Array(30).fill(0xff)));
  add('webp, nothing in it', ascii('RIFF\x04\0\0\0WEBP'));
  add('avif, larger than its data', withAvifSize(avif, 960, 640));
  add('avif, smaller than its data', withAvifSize(avif, 64, 48));
  add('avif, 0 × 0', withAvifSize(avif, 0, 0));
  add('avif, data overwritten', patch(avif, avif.length - 60, new Uint8Array(60).fill(0xa5)));
  add('avif, boxes that lead nowhere', avifMaze(100_000));
  add('gif, no frame', join(gif.subarray(0, 13), Uint8Array.of(0x3b)));
  add('gif, 0 × 0', gifOf([0, 0], [0, 0]));
  add('gif, a script that begins like one', ascii(`GIF89a=1;/*${' '.repeat(40)}*/alert(1)//`));
  return pictures.concat(await tolerated(png));
}

/** Bad in a way that does no harm to the picture: refusing it would help nobody. */
async function tolerated(png: Uint8Array): Promise<Picture[]> {
  const jpeg = new Uint8Array(await quadrants().jpeg().toBuffer());
  const text = pngChunk('tEXt', ascii('Comment\0wrong'));
  const packed = join(ascii('icc\0\0'), deflateSync(new Uint8Array(20_000_000)));
  const entries = [
    // Decoders fill the rest with grey, as they do in every browser.
    ['jpeg, larger than its data', 'image/jpeg', withJpegSize(jpeg, 960, 640)],
    ['jpeg, smaller than its data', 'image/jpeg', withJpegSize(jpeg, 96, 32)],
    ['png, wrong checksum of a comment', 'image/png', withPngChunks(png, patch(text, text.length - 4, [0, 0, 0, 0]))],
    ['png, 20 MB of packed zeros for a profile', 'image/png', withPngChunks(png, pngChunk('iCCP', packed))],
  ] as const;
  return entries.map(([name, type, bytes]) => ({ name, type, bytes, verdict: 'accepted' }));
}

/** The last scan of a progressive JPEG again and again, each of which costs a pass over the whole picture. */
function withScans(jpeg: Uint8Array, count: number): Uint8Array {
  const last = jpeg.subarray(Buffer.from(jpeg).lastIndexOf('ffda', undefined, 'hex'), -2);
  return join(jpeg.subarray(0, -2), ...Array.from({ length: count }, () => last), jpeg.subarray(-2));
}

/** Nothing but empty comments. */
function jpegMaze(length: number): Uint8Array {
  const maze = Uint8Array.from({ length }, (_, at) => [0xff, 0xfe, 0, 2][(at - 2) & 3] ?? 0);
  return patch(maze, 0, [0xff, 0xd8]);
}

/** So many sizes that comparing each with each would never end. */
function avifMaze(count: number): Uint8Array {
  const box = (type: string, ...content: readonly Uint8Array[]) => {
    const body = join(...content);
    return join(new Uint8Array(new Uint32Array([body.length + 8]).buffer).reverse(), ascii(type), body);
  };
  const size = box('ispe', Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 96, 0, 0, 0, 64));
  const sizes = join(...Array.from({ length: count }, () => size));
  return join(box('ftyp', ascii('avif\0\0\0\0avif')), box('meta', new Uint8Array(4), box('iprp', box('ipco', sizes))));
}
