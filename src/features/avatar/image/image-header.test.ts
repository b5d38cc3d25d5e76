import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from './image-header.ts';
import { reduction } from './image-engine.ts';
import { ImageProblem } from './image-protocol.ts';

function picture(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: '#245' } });
}

function blobOf(content: Uint8Array | string): Blob {
  return new Blob([
    typeof content === 'string' ? Uint8Array.from(content, (letter) => letter.charCodeAt(0)) : new Uint8Array(content),
  ]);
}

async function refusal(content: Uint8Array | string) {
  const error: unknown = await readImageHeader(blobOf(content)).catch((reason: unknown) => reason);
  return error instanceof ImageProblem ? error.detail : error;
}

/** An `ftyp` box alone. */
function box(...brands: readonly string[]): string {
  return `\0\0\0${String.fromCharCode(16 + (brands.length - 1) * 4)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`;
}

describe('E5: formats that are opened', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('reads %s by its first bytes', async (format) => {
    const file = await picture().toFormat(format).toBuffer();
    expect(await readImageHeader(blobOf(file))).toEqual({ format, width: 40, height: 30, sideways: false });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('knows whether EXIF orientation %i lies on its side (E6)', async (orientation) => {
    const file = await picture().withMetadata({ orientation }).jpeg().toBuffer();
    expect(await readImageHeader(blobOf(file))).toMatchObject({ width: 40, height: 30, sideways: orientation > 4 });
  });

  it('finds the size behind 200 KB of metadata', async () => {
    const file = await picture().jpeg().toBuffer();
    const comment = new Uint8Array(65_537).fill(32);
    comment.set([0xff, 0xfe, 0xff, 0xff]);
    const padded = new Uint8Array(
      await new Blob([file.subarray(0, 2), comment, comment, comment, file.subarray(2)]).arrayBuffer(),
    );
    expect(await readImageHeader(blobOf(padded))).toMatchObject({ format: 'jpeg', width: 40 });
  });
});

describe('V10: what is refused before a decoder sees it', () => {
  it.each([
    ['SVG', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG', '\n<svg onload="alert(1)"/>'],
    ['HTML', '<!DOCTYPE html><title>x</title>'],
    ['HTML', '<html><svg></svg></html>'],
    ['XML', '<?xml version="1.0"?><note/>'],
    ['PDF', '%PDF-1.7'],
    ['TIFF', 'II*\0\b\0\0\0'],
    ['BMP', 'BM......'],
    ['MP4', box('isom', 'mp42')],
    ['MOV', box('qt  ')],
    [null, 'just words'],
  ])('refuses %s by name', async (format, content) => {
    expect(await refusal(content)).toEqual({ code: 'unsupported', format });
  });

  it('tells HEIC from AVIF by the brands', async () => {
    const damaged = { code: 'damaged' };
    // both have no size, which is found after the format was accepted
    expect(await refusal(box('heic', 'mif1'))).toEqual(damaged);
    expect(await refusal(box('mif1', 'avif'))).toEqual(damaged);
  });

  it('calls what is empty, cut off or without a size damaged (V11)', async () => {
    const file = await picture().jpeg().toBuffer();
    expect(await refusal('')).toEqual({ code: 'damaged' });
    expect(await refusal(file.subarray(0, 40))).toEqual({ code: 'damaged' });
    expect(await refusal('\u0089PNG\r\n\u001a\n')).toEqual({ code: 'damaged' });
  });
});

describe('V10: how far a picture is reduced', () => {
  it.each([
    [8000, 6000, 2048],
    [6000, 8000, 2048],
    [1200, 900, 1200],
    [12_000, 1000, 6144],
    [40_000, 1000, 8192],
  ])('%i × %i to %i px on the long edge', (width, height, long) => {
    expect(Math.max(width, height) * reduction({ width, height }, 2048)).toBeCloseTo(long);
  });
});
