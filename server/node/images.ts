import sharp from 'sharp';
import { measureImage } from '../avatars/sniff.ts';
import { DamagedImageError, OverloadedError } from '../errors.ts';
import type { EncodedImage, Images } from '../ports.ts';
import { createGate } from './gate.ts';

export interface SharpImagesOptions {
  /** The second look at the cap that the header check enforced, for headers that lie. */
  maxPixels?: number;
  /** Uploads that may wait for one of the two decoders (V8). */
  waiting?: number;
}

/** How long one picture may take (V8). */
const capSeconds = 5;
/** From here on a decoder may need hundreds of megabytes: an AVIF of 50 MP takes 900. */
const largePixels = 16_000_000;

// Pictures are seen once, so a cache of them only holds memory; two pictures at once are our parallelism.
sharp.cache(false);
sharp.concurrency(1);
// Whatever the header check let pass, no other decoder is within reach: SVG, PDF and TIFF least of all (V6).
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

/** Pictures by libvips: two decoders at once, one of them at most for a large picture, each for 5 s at most (V8). */
export function createSharpImages({ maxPixels = 50_000_000, waiting = 8 }: SharpImagesOptions = {}): Images {
  const decoders = createGate({ concurrent: 2, waiting, timeoutMs: capSeconds * 1000 });
  const large = createGate({ concurrent: 1, waiting });
  return {
    encode(bytes, sizes) {
      const decode = () => decoders.run(() => encode(bytes, sizes, maxPixels));
      const size = measureImage(bytes);
      return size && size.width * size.height > largePixels ? large.run(decode) : decode();
    },
  };
}

async function encode(bytes: Uint8Array, sizes: readonly number[], maxPixels: number): Promise<EncodedImage[]> {
  const square = await decodeSquare(bytes, Math.max(...sizes), maxPixels).catch((error: unknown) => {
    throw isTimeout(error) ? new OverloadedError() : new DamagedImageError();
  });
  const raw = { width: square.info.width, height: square.info.height, channels: square.info.channels };
  const images: EncodedImage[] = [];
  for (const size of sizes) {
    const encoder = sharp(square.data, { raw }).resize(size, size);
    images.push({ size, bytes: await encoder.webp({ quality: 82, smartSubsample: true }).toBuffer() });
  }
  return images;
}

/** The one decoding: reduced while it is read, turned as EXIF says, in 8-bit sRGB, without metadata (V3, V4). */
function decodeSquare(bytes: Uint8Array, edge: number, maxPixels: number) {
  return sharp(bytes, {
    autoOrient: true,
    pages: 1,
    limitInputPixels: maxPixels,
    // Truncated files and wrong checksums fail; the mere warnings that many cameras cause do not.
    failOn: 'error',
    sequentialRead: true,
  })
    .timeout({ seconds: capSeconds })
    .resize(edge, edge, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout');
}
