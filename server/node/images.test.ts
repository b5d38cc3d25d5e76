import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../errors.ts';
import { sniffImage } from '../avatars/sniff.ts';
import { canary, corners, plain } from '../testing/picture-parts.ts';
import { createPictures, pictureNamed } from '../testing/pictures.ts';
import { createSharpImages } from './images.ts';

const sizes = [512, 256, 128, 64];
const images = createSharpImages();
const pictures = await createPictures();
const namesOf = (pattern: RegExp) => pictures.map(({ name }) => name).filter((name) => pattern.test(name));

interface Taken {
  verdict: string;
  kept: Uint8Array[];
}
const taken = new Map<string, Promise<Taken>>();

/** What a picture of the corpus becomes when it is uploaded; encoded once for all tests that look at it. */
async function upload(name: string): Promise<Taken> {
  const { bytes, type } = await pictureNamed(name);
  const result = taken.get(name) ?? take(bytes, type);
  taken.set(name, result);
  return result;
}

async function take(bytes: Uint8Array, type: string): Promise<Taken> {
  try {
    sniffImage(bytes, type, { maxPixels: 50_000_000 });
    return { verdict: 'accepted', kept: (await images.encode(bytes, sizes)).map((image) => image.bytes) };
  } catch (error) {
    if (error instanceof ProblemError) return { verdict: error.code, kept: [] };
    throw error;
  }
}

/** The four corners of a kept picture, seen from a quarter in. */
async function cornersOf(bytes: Uint8Array): Promise<number[][]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const near = Math.floor(info.width / 4);
  const far = info.width - near;
  return [near, far].flatMap((y) =>
    [near, far].map((x) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]),
  );
}

async function expectCorners(bytes: Uint8Array, tolerance: number, wanted: typeof corners = corners): Promise<void> {
  for (const [index, colour] of (await cornersOf(bytes)).entries()) {
    const off = colour.map((value, channel) => Math.abs(value - (wanted[index]?.[channel] ?? 0)));
    expect(Math.max(...off), `corner ${String(index)} is ${colour.join(' ')}`).toBeLessThanOrEqual(tolerance);
  }
}

/** The four-letter names of the parts of a WebP. */
function partsOf(webp: Uint8Array): string[] {
  const file = Buffer.from(webp);
  const parts: string[] = [];
  for (let at = 12; at < file.length; at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) & 1)) {
    parts.push(file.toString('latin1', at, at + 4));
  }
  return parts;
}

describe('G9: each picture of the corpus gets its verdict', () => {
  test.each(pictures)('$name: $verdict', async ({ name, verdict }) => {
    const outcome = await upload(name);
    expect(outcome.verdict).toBe(verdict);
    for (const [index, kept] of outcome.kept.entries()) {
      const { format, width, height } = await sharp(kept).metadata();
      expect([format, width, height]).toEqual(['webp', sizes[index], sizes[index]]);
      // V3, V4: nothing but pixels is kept, whatever came with them.
      expect(partsOf(kept).filter((part) => !['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(part))).toEqual([]);
      expect(Buffer.from(kept).includes(canary)).toBe(false);
      expect(Buffer.from(kept).includes('<script')).toBe(false);
    }
  });
});

describe('V4: orientation and metadata', () => {
  test.each(namesOf(/orientation/u))('%s comes out upright', async (name) => {
    for (const kept of (await upload(name)).kept) await expectCorners(kept, 16);
  });

  test.each(namesOf(/with place/u))('%s does carry the place that must not be kept', async (name) => {
    const { bytes } = await pictureNamed(name);
    const { exif, xmp } = await sharp(bytes).metadata();
    expect(exif?.includes(canary)).toBe(true);
    expect(xmp?.includes(canary)).toBe(true);
  });
});

describe('V11: odd kinds keep their colours', () => {
  test.each(namesOf(/^(?:jpeg|png|webp|avif|gif)(?!.*(?:grey|cmyk|larger|smaller|claims|MP|edge|×))/u).filter(isGood))(
    '%s',
    async (name) => {
      const { kept } = await upload(name);
      await expectCorners(kept[0] ?? new Uint8Array(), 16);
    },
  );

  test('jpeg cmyk is turned into sRGB, as near as inks come', async () => {
    await expectCorners((await upload('jpeg cmyk')).kept[0] ?? new Uint8Array(), 70);
  });

  test('transparency stays', async () => {
    const { kept } = await upload('png alpha');
    const alpha = await sharp(kept[0]).extractChannel('alpha').raw().toBuffer();
    expect(alpha[0]).toBeGreaterThan(120);
    expect(alpha[0]).toBeLessThan(135);
  });
});

describe('V5: of an animation only the first frame is kept', () => {
  test.each(namesOf(/animated/u))('%s', async (name) => {
    for (const kept of (await upload(name)).kept) {
      expect((await sharp(kept).metadata()).pages ?? 1).toBe(1);
      await expectCorners(kept, 16);
    }
  });
});

describe('E6: sizes', () => {
  test('the middle square is kept', async () => {
    const green = [40, 180, 60] as const;
    const wide = plain(64, 64, green).extend({ left: 70, right: 70, background: { r: 220, g: 40, b: 40 } });
    const [kept] = await images.encode(new Uint8Array(await wide.png().toBuffer()), [128]);
    await expectCorners(kept?.bytes ?? new Uint8Array(), 8, [green, green, green, green]);
  });

  test('every size that is asked for comes, in that order', async () => {
    const { bytes } = await pictureNamed('png');
    expect((await images.encode(bytes, [64, 300, 8])).map(({ size }) => size)).toEqual([64, 300, 8]);
  });
});

describe('V8: few at once', () => {
  test('two are decoded, as many wait as may, the next is told to come back', async () => {
    const { bytes } = await pictureNamed('png');
    const narrow = createSharpImages({ waiting: 1 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => narrow.encode(bytes, [64])));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[3]).toMatchObject({ reason: { code: 'overloaded', retryAfter: 2 } });
  });

  test('large ones take turns, and small ones pass meanwhile', async () => {
    const large = await pictureNamed('png of 49 MP');
    const small = await pictureNamed('png');
    const narrow = createSharpImages({ waiting: 0 });
    const outcomes = await Promise.allSettled([large, large, small].map(({ bytes }) => narrow.encode(bytes, [64])));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'overloaded' } });
  });

  test('V2: a header that lied to the first look is caught by the decoder', async () => {
    const { bytes } = await pictureNamed('png');
    const small = createSharpImages({ maxPixels: 96 * 64 - 1 });
    await expect(small.encode(bytes, [64])).rejects.toMatchObject({ code: 'image_damaged' });
  });

  test('V6: no other decoder is within reach, even without the header check', async () => {
    for (const name of ['svg as image/svg+xml', 'tiff as image/tiff', 'pdf as application/pdf']) {
      const { bytes } = await pictureNamed(name);
      await expect(images.encode(bytes, [64])).rejects.toMatchObject({ code: 'image_damaged' });
    }
  });
});

function isGood(name: string): boolean {
  return pictures.find((picture) => picture.name === name)?.verdict === 'accepted';
}
