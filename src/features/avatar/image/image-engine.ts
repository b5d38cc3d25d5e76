import type { Matrix, Size } from '../crop/crop-geometry.ts';
import { readImageHeader, type ImageHeader } from './image-header.ts';
import { ImageProblem, renderedEdge } from './image-protocol.ts';

/** Long edge of the picture on the screen: sharp at any zoom, light enough to be moved without a hitch. */
const shownEdge = 2048;
/** Long edge of what the crop is made from: sharper than the screen needs, as faces are small parts of photos. 28 MiB. */
const keptEdge = 3072;
/** Canvases end here in the browsers that give them least. */
const longestEdge = 8192;

/** How much smaller a picture is made: a panorama keeps as many px across its short edge as are saved. */
export function reduction({ width, height }: Size, edge: number): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return Math.min(1, longestEdge / long, Math.max(edge / long, renderedEdge / short));
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
  const scale = reduction(header, keptEdge);
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
  const scale = reduction(bitmap, keptEdge);
  if (scale === 1) return bitmap;
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  try {
    return await createImageBitmap(bitmap, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } finally {
    bitmap.close();
  }
}

/** The picture for the screen, reduced once more. Photos as JPEG, which is quick; what may be transparent as WebP. */
export async function encodePicture(bitmap: ImageBitmap, { format }: ImageHeader): Promise<Size & { blob: Blob }> {
  const scale = reduction(bitmap, shownEdge);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const { canvas, context } = canvasOf(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const type = format === 'jpeg' || format === 'heic' ? 'image/jpeg' : 'image/webp';
  return { width, height, blob: await canvas.convertToBlob({ type, quality: 0.92 }) };
}

/** The crop as it is sent, by the matrix of the picture that is shown: WebP, or JPEG on white where the browser cannot write WebP. Canvases write no metadata. */
export async function renderCrop(bitmap: ImageBitmap, shown: Size, matrix: Matrix): Promise<Blob> {
  const { canvas, context } = canvasOf(renderedEdge, renderedEdge);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...matrix);
  context.drawImage(bitmap, 0, 0, shown.width, shown.height);
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
