import type { Size } from '../crop/crop-geometry.ts';
import { encodePicture, openPicture, renderCrop } from './image-engine.ts';
import { ImageProblem, type ImageReply, type ImageRequest } from './image-protocol.ts';

const held = new Map<number, { bitmap: ImageBitmap; shown: Size }>();
const cancelled = new Set<number>();
/** One decoder at a time: two large photos at once could be more than a phone has memory for. */
let line: Promise<void> = Promise.resolve();

addEventListener('message', ({ data: request }: MessageEvent<ImageRequest>) => {
  switch (request.kind) {
    case 'cancel':
      cancelled.add(request.id);
      break;
    case 'release':
      held.get(request.picture)?.bitmap.close();
      held.delete(request.picture);
      break;
    default:
      line = line.then(() => serve(request));
  }
});

async function serve(request: Extract<ImageRequest, { kind: 'open' | 'render' }>): Promise<void> {
  try {
    if (cancelled.has(request.id)) return;
    await (request.kind === 'open' ? open(request) : render(request));
  } catch (error) {
    reply({
      kind: 'refused',
      id: request.id,
      detail: error instanceof ImageProblem ? error.detail : { code: 'failed' },
    });
  } finally {
    cancelled.delete(request.id);
  }
}

async function open({ id, blob, maxPixels }: Extract<ImageRequest, { kind: 'open' }>): Promise<void> {
  const { bitmap, header } = await openPicture(blob, maxPixels);
  try {
    if (cancelled.has(id)) return bitmap.close();
    const shown = await encodePicture(bitmap, header);
    if (cancelled.has(id)) return bitmap.close();
    held.set(id, { bitmap, shown });
    reply({ kind: 'opened', id, picture: { id, ...shown } });
  } catch (error) {
    bitmap.close();
    throw error;
  }
}

async function render({ id, picture, matrix }: Extract<ImageRequest, { kind: 'render' }>): Promise<void> {
  const kept = held.get(picture);
  if (!kept) throw new ImageProblem({ code: 'failed' });
  reply({ kind: 'rendered', id, blob: await renderCrop(kept.bitmap, kept.shown, matrix) });
}

function reply(message: ImageReply): void {
  postMessage(message);
}
