import { imageSize } from 'image-size';
import type { Size } from './size.ts';

/** Both formats have their size within the first 40 bytes. */
const headBytes = 64;

/** The `IHDR` of a PNG. */
export function readPngSize(bytes: Uint8Array): Size | undefined {
  return readWith(bytes, 'png');
}

/** The canvas of a WebP, of which every frame is a part. */
export function readWebpSize(bytes: Uint8Array): Size | undefined {
  return readWith(bytes, 'webp');
}

/**
 * The library reads these two in constant time. It takes quadratic time over an AVIF and long over a JPEG, knows no
 * frames of a GIF, and reads past the end of a view: hence our own readers for those, and a copy here.
 */
function readWith(bytes: Uint8Array, type: string): Size | undefined {
  try {
    const found = imageSize(new Uint8Array(bytes.subarray(0, headBytes)));
    return found.type === type ? { width: found.width, height: found.height } : undefined;
  } catch {
    return undefined;
  }
}
