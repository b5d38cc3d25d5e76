import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPictures, pictureNamed } from '../testing/pictures.ts';
import type { Picture } from '../testing/picture-parts.ts';
import { ProblemError } from '../errors.ts';
import { sniffImage } from './sniff.ts';

const limits = { maxPixels: 50_000_000 };
const pictures = await createPictures();
const withVerdict = (...verdicts: Picture['verdict'][]) => pictures.filter(({ verdict }) => verdicts.includes(verdict));

function verdictOf(bytes: Uint8Array, type: string): string {
  try {
    sniffImage(bytes, type, limits);
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** The same numbers in every run (Lehmer). */
function* numbers(): Generator<number, never> {
  let state = 48_271;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

test('G9: the corpus holds what it promises', () => {
  expect(pictures.length).toBeGreaterThanOrEqual(120);
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
});

describe('V1: kind and declared type agree', () => {
  test.each(withVerdict('accepted'))('$name passes with the size that the decoder sees', async ({ bytes, type }) => {
    const { format, mediaType, width, height } = await sharp(bytes).metadata();
    const declared = type.toLowerCase().split(';')[0];
    expect(mediaType ?? `image/${format}`).toBe(declared);
    expect(sniffImage(bytes, type, limits)).toEqual({ type: declared, width, height });
  });

  test('image/jpg is not a type', async () => {
    const { bytes } = await pictureNamed('jpeg');
    expect(verdictOf(bytes, 'image/jpg')).toBe('image_unsupported');
  });
});

describe('V1, V6, case-44: another kind is refused by its name and under each of ours', () => {
  test.each(withVerdict('image_unsupported'))('$name', ({ bytes, type }) => {
    expect(verdictOf(bytes, type)).toBe('image_unsupported');
  });
});

describe('V2: too many pixels are refused by the header', () => {
  test.each(withVerdict('image_too_many_pixels'))('$name', ({ bytes, type }) => {
    expect(verdictOf(bytes, type)).toBe('image_too_many_pixels');
  });

  test('the cap is what the policy says, to the pixel', async () => {
    const { bytes, type } = await pictureNamed('png');
    expect(sniffImage(bytes, type, { maxPixels: 96 * 64 })).toMatchObject({ width: 96, height: 64 });
    expect(() => sniffImage(bytes, type, { maxPixels: 96 * 64 - 1 })).toThrow('image_too_many_pixels');
  });
});

describe('V11: damage', () => {
  test.each(withVerdict('image_damaged'))('$name gets past the header or is damaged', ({ bytes, type }) => {
    expect(['accepted', 'image_damaged']).toContain(verdictOf(bytes, type));
  });

  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'])('zero bytes as image/%s are damaged', (kind) => {
    expect(verdictOf(new Uint8Array(), `image/${kind}`)).toBe('image_damaged');
  });
});

describe.each(['jpeg', 'png', 'webp', 'webp alpha', 'avif', 'gif', 'gif animated'])('V11: %s, fuzzed', (name) => {
  test('broken off anywhere, and never read beyond the break', async () => {
    const { bytes, type } = await pictureNamed(name);
    for (let length = 0; length < Math.min(bytes.length, 1500); length += 1) {
      const verdict = verdictOf(bytes.slice(0, length), type);
      expect(['accepted', 'image_damaged']).toContain(verdict);
      expect(verdictOf(bytes.subarray(0, length), type), `first ${String(length)} bytes in memory`).toBe(verdict);
    }
  });

  test('any bytes changed: a verdict, no other error', async () => {
    const { bytes, type } = await pictureNamed(name);
    const random = numbers();
    for (let round = 0; round < 3000; round += 1) {
      const copy = bytes.slice();
      for (let change = 0; change < 4; change += 1) {
        copy[random.next().value % Math.min(copy.length, 600)] = random.next().value & 255;
      }
      expect(verdictOf(copy, type)).toMatch(/^(?:accepted|image_)/u);
    }
  });
});
