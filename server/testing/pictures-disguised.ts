import { ascii, join, plain, quadrants } from './picture-parts.ts';
import type { Picture } from './picture-parts.ts';

/** What is no picture of ours, by its own name and under each of ours (V1, V6, case-44). */
export async function disguisedPictures(): Promise<Picture[]> {
  const box = (brands: string) => join(Uint8Array.of(0, 0, 0, brands.length + 8), ascii('ftyp'), ascii(brands));
  const others: readonly (readonly [name: string, type: string, bytes: Uint8Array])[] = [
    ['svg', 'image/svg+xml', ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"/>')],
    [
      'svg with declaration',
      'image/svg+xml',
      ascii('<?xml version="1.0"?><svg width="64" height="64"><script/></svg>'),
    ],
    ['html', 'text/html', ascii('<!doctype html><script>alert(1)</script>')],
    ['pdf', 'application/pdf', ascii('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF')],
    ['tiff', 'image/tiff', await plain(64, 64).tiff().toBuffer()],
    [
      'bmp',
      'image/bmp',
      join(ascii('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x40\0\0\0\x40\0\0\0'), new Uint8Array(40)),
    ],
    ['heic', 'image/heic', join(box('heic\0\0\0\0mif1heic'), new Uint8Array(200))],
    ['heic without its name', 'image/heif', join(box('mif1\0\0\0\0mif1heic'), new Uint8Array(200))],
    ['film', 'video/mp4', join(box('isom\0\0\x02\0isomiso2mp41'), new Uint8Array(200))],
    ['icon', 'image/x-icon', join(Uint8Array.of(0, 0, 1, 0, 1, 0, 64, 64), new Uint8Array(64))],
    ['sound', 'audio/wav', join(ascii('RIFF\x24\0\0\0WAVEfmt '), new Uint8Array(32))],
    ['portable pixmap', 'image/x-portable-pixmap', ascii(`P6 64 64 255\n${'a'.repeat(64 * 64 * 3)}`)],
    ['text', 'text/plain', ascii('Not a picture.')],
  ];
  const ours = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];
  const pictures = others.flatMap(([name, type, bytes]) =>
    [type, ...ours].map((declared) => ({ name: `${name} as ${declared}`, type: declared, bytes })),
  );

  const png = await quadrants().png().toBuffer();
  const jpeg = await quadrants().jpeg().toBuffer();
  for (const type of ['image/jpeg', 'image/webp', 'image/avif', 'image/gif']) {
    pictures.push({ name: `png as ${type}`, type, bytes: png });
  }
  for (const type of ['image/png', 'image/jpg', 'image/pjpeg', 'image/*', '*/*', 'application/octet-stream', '']) {
    pictures.push({ name: `jpeg as "${type}"`, type, bytes: jpeg });
  }
  for (const type of ['image/svg+xml', 'text/html', 'multipart/form-data; boundary=x', 'image/png, image/svg+xml']) {
    pictures.push({ name: `png as ${type}`, type, bytes: png });
  }
  pictures.push({ name: 'png behind a space', type: 'image/png', bytes: join(ascii(' '), png) });
  pictures.push({ name: 'png behind a byte order mark', type: 'image/png', bytes: join(ascii('\xef\xbb\xbf'), png) });
  return pictures.map((picture) => ({
    ...picture,
    bytes: new Uint8Array(picture.bytes),
    verdict: 'image_unsupported',
  }));
}
