import type { Matrix, Size } from '../crop-geometry.ts';
import { readImageHeader, type ImageHeader } from './image-header.ts';
import { ImageProblem, renderedEdge } from './image-protocol.ts';

/** Long edge of what is cropped. Sharp on any screen, and 12 MiB in place of 190 for a photo of 48 megapixels. */
const longEdge = 2048;
/** Canvases end here in the browsers that give them least. */
const longestEdge = 8192;

/** How much smaller a picture is made: a panorama keeps as many px across its short edge as are saved. */
export function reduction({ width, height }: Size): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return Math.min(1, longestEdge / long, Math.max(longEdge / long, renderedEdge / short));
}

/**
 * Reads the header, refuses, then decodes upright and reduced in one step: nothing of full size is drawn. The caller
 * closes the bitmap.
 */
export async function openPicture(
  blob: Blob,
  maxPixels: number,
): Promise<{ bitmap: ImageBitmap; header: ImageHeader }> {
  const header = await readImageHeader(blob);
  const pixels = header.width * header.height;
  if (pixels > maxPixels) throw new ImageProblem({ code: 'too_many_pixels', pixels });
  const bitmap = await decode(blob, header);
  return { bitmap: await reduceAgain(bitmap), header };
}

async function decode(blob: Blob, header: ImageHeader): Promise<ImageBitmap> {
  const scale = reduction(header);
  const across = header.sideways ? header.height : header.width;
  const resized =
    scale < 1 ? { resizeWidth: Math.max(1, Math.round(across * scale)), resizeQuality: 'high' as const } : {};
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image', ...resized });
  } catch {
    throw new ImageProblem({ code: header.format === 'heic' ? 'heic' : 'damaged' });
  }
}

/** For browsers that pass over `resizeWidth`, and pictures that turn by other means than EXIF. */
async function reduceAgain(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const scale = reduction(bitmap);
  if (scale === 1) return bitmap;
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  try {
    return await createImageBitmap(bitmap, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } finally {
    bitmap.close();
  }
}

/** The reduced picture for the screen. Photos as JPEG, which is quick; what may be transparent as WebP. */
export async function encodePicture(bitmap: ImageBitmap, { format }: ImageHeader): Promise<Blob> {
  const { canvas, context } = canvasOf(bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({
    type: format === 'jpeg' || format === 'heic' ? 'image/jpeg' : 'image/webp',
    quality: 0.92,
  });
}

/** The crop as it is sent: WebP, or JPEG on white where the browser cannot write WebP. Canvases write no metadata. */
export async function renderCrop(bitmap: ImageBitmap, matrix: Matrix): Promise<Blob> {
  const { canvas, context } = canvasOf(renderedEdge, renderedEdge);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...matrix);
  context.drawImage(bitmap, 0, 0);
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 });
  if (webp.type === 'image/webp') return webp;
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = 'white';
  context.fillRect(0, 0, renderedEdge, renderedEdge);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

function canvasOf(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new ImageProblem({ code: 'failed' });
  return { canvas, context };
}
