import { beforeEach, describe, expect, it, vi } from 'vitest';
import { untouchedCrop, toWindowMatrix } from '../crop/crop-geometry.ts';
import { createImageClient } from './image-client.ts';
import type { ImageReply, ImageRequest } from './image-protocol.ts';

/** Stands in for the thread: holds what was asked until the test answers. */
class FakeWorker extends EventTarget {
  readonly asked: ImageRequest[] = [];
  ended = false;

  postMessage(request: ImageRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(data: ImageReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const workers: FakeWorker[] = [];
const client = () =>
  createImageClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
const options = (signal = new AbortController().signal) => ({ maxPixels: 50_000_000, signal });
const opened = (id: number): ImageReply => ({
  kind: 'opened',
  id,
  picture: { id, width: 20, height: 10, blob: new Blob(['x']) },
});

beforeEach(() => {
  workers.length = 0;
});

describe('E6: pictures are opened off the main thread', () => {
  it('starts no worker before there is a file', () => {
    client();
    expect(workers).toEqual([]);
  });

  it('opens, renders and lets go', async () => {
    const pictures = client();
    const opening = pictures.open(new Blob(['x']), options());
    workers[0]?.answer(opened(1));
    const picture = await opening;
    expect(picture).toMatchObject({ id: 1, width: 20, height: 10, url: expect.stringMatching(/^blob:/u) as unknown });
    const rendering = pictures.render(picture, toWindowMatrix(untouchedCrop, picture, 512), options().signal);
    workers[0]?.answer({ kind: 'rendered', id: 2, blob: new Blob(['y'], { type: 'image/webp' }) });
    expect((await rendering).type).toBe('image/webp');
    pictures.release(picture);
    expect(workers[0]?.asked.map(({ kind }) => kind)).toEqual(['open', 'render', 'release']);
  });

  it('hands a refusal on with its detail', async () => {
    const opening = client().open(new Blob(['x']), options());
    workers[0]?.answer({ kind: 'refused', id: 1, detail: { code: 'too_many_pixels', pixels: 61_000_000 } });
    await expect(opening).rejects.toMatchObject({ detail: { code: 'too_many_pixels', pixels: 61_000_000 } });
  });

  it('stops waiting at once when opening is cancelled, and tells the worker', async () => {
    const abort = new AbortController();
    const opening = client().open(new Blob(['x']), options(abort.signal));
    abort.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]?.asked.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  });

  it('refuses everything under way when the worker breaks down, and starts another', async () => {
    const pictures = client();
    const opening = pictures.open(new Blob(['x']), options());
    workers[0]?.dispatchEvent(new Event('error'));
    await expect(opening).rejects.toMatchObject({ detail: { code: 'failed' } });
    expect(workers[0]?.ended).toBe(true);
    const again = pictures.open(new Blob(['x']), options());
    workers[1]?.answer(opened(2));
    expect((await again).id).toBe(2);
  });

  it('ends the worker with the dialog and takes its addresses back', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const pictures = client();
    const opening = pictures.open(new Blob(['x']), options());
    workers[0]?.answer(opened(1));
    const { url } = await opening;
    pictures.end();
    expect(workers[0]?.ended).toBe(true);
    expect(revoke).toHaveBeenCalledWith(url);
  });
});
