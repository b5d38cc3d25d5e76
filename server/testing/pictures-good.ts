import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { apng, ascii, canary, find, join, pngChunk, plain, quadrants, withPngChunks } from './picture-parts.ts';
import type { Picture } from './picture-parts.ts';

type Entry = readonly [name: string, type: string, bytes: Uint8Array | Promise<Uint8Array>];

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${canary}"/></rdf:RDF></x:xmpmeta>`;

/** Everything that must be taken, odd as it may be (E5, V4, V5, V11). */
export async function goodPictures(): Promise<Picture[]> {
  const entries = [...kinds(), ...orientations(), ...withMetadata(), ...(await animations()), ...(await additions())];
  return Promise.all(
    entries.map(async ([name, type, bytes]) => ({
      name,
      type,
      bytes: new Uint8Array(await bytes),
      verdict: 'accepted',
    })),
  );
}

function kinds(): Entry[] {
  const translucent = quadrants().ensureAlpha(0.5);
  return [
    ['jpeg', 'image/jpeg', quadrants().jpeg().toBuffer()],
    ['jpeg progressive', 'image/jpeg', quadrants().jpeg({ progressive: true }).toBuffer()],
    ['jpeg 4:4:4', 'image/jpeg', quadrants().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
    ['jpeg greyscale', 'image/jpeg', quadrants().toColourspace('b-w').jpeg().toBuffer()],
    ['jpeg cmyk', 'image/jpeg', quadrants().toColourspace('cmyk').jpeg().toBuffer()],
    ['png', 'image/png', quadrants().png().toBuffer()],
    ['png 16-bit', 'image/png', quadrants().toColourspace('rgb16').png().toBuffer()],
    ['png 16-bit greyscale', 'image/png', quadrants().toColourspace('grey16').png().toBuffer()],
    ['png greyscale', 'image/png', quadrants().toColourspace('b-w').png().toBuffer()],
    ['png interlaced', 'image/png', quadrants().png({ progressive: true }).toBuffer()],
    ['png palette', 'image/png', quadrants().png({ palette: true, colours: 4 }).toBuffer()],
    ['png alpha', 'image/png', translucent.clone().png().toBuffer()],
    ['webp', 'image/webp', quadrants().webp().toBuffer()],
    ['webp lossless', 'image/webp', quadrants().webp({ lossless: true }).toBuffer()],
    ['webp alpha', 'image/webp', translucent.clone().webp().toBuffer()],
    ['avif', 'image/avif', quadrants().avif({ effort: 0 }).toBuffer()],
    ['avif lossless', 'image/avif', quadrants().avif({ effort: 0, lossless: true }).toBuffer()],
    ['avif alpha', 'image/avif', translucent.clone().avif({ effort: 0 }).toBuffer()],
    ['gif', 'image/gif', quadrants().gif().toBuffer()],
    ['type in capitals', 'IMAGE/PNG', quadrants().png().toBuffer()],
    ['type with parameter', 'image/png; name=me', quadrants().png().toBuffer()],
    ['smallest, 8 × 8', 'image/png', plain(8, 8).png().toBuffer()],
    ['flattest, 160 × 8', 'image/png', plain(160, 8).png().toBuffer()],
    ['narrowest, 8 × 160', 'image/jpeg', plain(8, 160).jpeg().toBuffer()],
  ];
}

function orientations(): Entry[] {
  const turned = (orientation: number) => quadrants(orientation).withMetadata({ orientation });
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation): Entry => {
      return [`jpeg orientation ${String(orientation)}`, 'image/jpeg', turned(orientation).jpeg().toBuffer()];
    }),
    ['png orientation 6', 'image/png', turned(6).png().toBuffer()],
    ['webp orientation 8', 'image/webp', turned(8).webp().toBuffer()],
  ];
}

function withMetadata(): Entry[] {
  const located = () =>
    quadrants()
      .withExif({
        IFD0: { Copyright: canary, Artist: canary },
        IFD3: { GPSLatitudeRef: 'N', GPSAreaInformation: canary },
      })
      .withXmp(xmp);
  const profiled = () => quadrants().withIccProfile('p3');
  return [
    ['jpeg with place', 'image/jpeg', located().jpeg().toBuffer()],
    ['png with place', 'image/png', located().png().toBuffer()],
    ['webp with place', 'image/webp', located().webp().toBuffer()],
    ['avif with place', 'image/avif', located().avif({ effort: 0 }).toBuffer()],
    ['jpeg with profile', 'image/jpeg', profiled().jpeg().toBuffer()],
    ['png with profile', 'image/png', profiled().png().toBuffer()],
    ['webp with profile', 'image/webp', profiled().webp().toBuffer()],
  ];
}

async function animations(): Promise<Entry[]> {
  const frames = await Promise.all([quadrants(), plain(96, 64, [0, 0, 0])].map((frame) => frame.png().toBuffer()));
  return [
    [
      'gif animated',
      'image/gif',
      sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    ],
    [
      'webp animated',
      'image/webp',
      sharp(frames, { join: { animated: true } })
        .webp()
        .toBuffer(),
    ],
    ['png animated', 'image/png', apng(quadrants(), plain(96, 64, [0, 0, 0]))],
  ];
}

/** Files that carry more than the picture, and are pictures nevertheless: the re-encoding drops it (V3). */
async function additions(): Promise<Entry[]> {
  const script = ascii(`<script>alert('${canary}')</script>`);
  const jpeg = new Uint8Array(await quadrants().jpeg().toBuffer());
  const png = new Uint8Array(await quadrants().png().toBuffer());
  const gif = new Uint8Array(await quadrants().gif().toBuffer());
  const frame = find(gif, '\x2c\0\0\0\0');
  const comment = join(Uint8Array.of(0x21, 0xfe, script.length), script, Uint8Array.of(0));
  const bomb = join(ascii('Comment\0\0'), deflateSync(new Uint8Array(64_000_000)));
  return [
    ['gif and page', 'image/gif', join(gif.subarray(0, frame), comment, gif.subarray(frame), script)],
    ['jpeg and page', 'image/jpeg', join(jpeg.subarray(0, 2), jpegComment(script), jpeg.subarray(2), script)],
    ['png and page', 'image/png', join(withPngChunks(png, pngChunk('tEXt', join(ascii('Comment\0'), script))), script)],
    ['jpeg, zeros behind', 'image/jpeg', join(jpeg, new Uint8Array(100_000))],
    [
      'webp, zeros behind',
      'image/webp',
      join(new Uint8Array(await quadrants().webp().toBuffer()), new Uint8Array(999)),
    ],
    ['gif, zeros behind', 'image/gif', join(gif, new Uint8Array(999))],
    ['png and archive', 'image/png', join(png, ascii('PK\x03\x04'), new Uint8Array(200))],
    ['png, 64 MB of packed text', 'image/png', withPngChunks(png, pngChunk('zTXt', bomb))],
    ['png, 5 MB of text', 'image/png', withPngChunks(png, pngChunk('tEXt', join(ascii('Comment\0'), text(5_000_000))))],
    ['png, unknown chunk', 'image/png', withPngChunks(png, pngChunk('foYr', script))],
    ['jpeg, fill bytes', 'image/jpeg', join(jpeg.subarray(0, 2), new Uint8Array(500).fill(0xff), jpeg.subarray(2))],
  ];
}

function jpegComment(content: Uint8Array): Uint8Array {
  return join(Uint8Array.of(0xff, 0xfe, 0, content.length + 2), content);
}

function text(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x61);
}
