import { DamagedImageError } from '../server/errors.ts';
import type { EncodedImage, Images } from '../server/ports.ts';

/** Pictures by the browser's own decoders, for the backend that runs inside the page. */
export function createBrowserImages(): Images {
  return {
    async encode(bytes, sizes) {
      const bitmap = await decode(bytes);
      try {
        const images: EncodedImage[] = [];
        for (const size of sizes) images.push({ size, bytes: await encodeSquare(bitmap, size) });
        return images;
      } finally {
        bitmap.close();
      }
    },
  };
}

/** The first frame, turned as EXIF says: both are what browsers do by themselves. */
async function decode(bytes: Uint8Array): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  } catch {
    throw new DamagedImageError();
  }
}

/** Browsers that write no WebP give a PNG, which an `<img>` shows all the same. */
async function encodeSquare(bitmap: ImageBitmap, size: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.imageSmoothingQuality = 'high';
  const edge = Math.min(bitmap.width, bitmap.height);
  const left = (bitmap.width - edge) / 2;
  const top = (bitmap.height - edge) / 2;
  context.drawImage(bitmap, left, top, edge, edge, 0, 0, size, size);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
  return new Uint8Array(await blob.arrayBuffer());
}
