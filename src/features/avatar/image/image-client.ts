import { trustedWorkerUrl } from '../../../lib/trusted-types.ts';
import type { Matrix } from '../crop/crop-geometry.ts';
import { ImageProblem, type ImageReply, type ImageRequest } from './image-protocol.ts';
import workerUrl from './image-worker.ts?worker&url';

/** A picture ready to be cropped; `url` shows it until it is released. */
export interface OpenedPicture {
  id: number;
  width: number;
  height: number;
  url: string;
}

/** Opens pictures and makes crops somewhere off the main thread. Refuses with `ImageProblem`. */
export interface ImageClient {
  open(blob: Blob, options: { maxPixels: number; signal: AbortSignal }): Promise<OpenedPicture>;
  /** The crop as a file to send. */
  render(picture: OpenedPicture, matrix: Matrix, signal: AbortSignal): Promise<Blob>;
  release(picture: OpenedPicture): void;
  /** Ends the worker and frees every picture. */
  end(): void;
}

/** Messages as promises. The worker starts with the first call and again after it has broken down. */
export function createImageClient(start: () => Worker = startWorker): ImageClient {
  const waiting = new Map<number, { answer: (reply: ImageReply) => void; fail: (problem: ImageProblem) => void }>();
  const urls = new Set<string>();
  let worker: Worker | undefined;
  let lastId = 0;

  const stop = () => {
    worker?.terminate();
    worker = undefined;
    const problem = new ImageProblem({ code: 'failed' });
    for (const { fail } of waiting.values()) fail(problem);
    waiting.clear();
  };

  const running = () => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<ImageReply>) => waiting.get(data.id)?.answer(data));
    worker.addEventListener('error', stop);
    worker.addEventListener('messageerror', stop);
    return worker;
  };

  const ask = (request: Extract<ImageRequest, { kind: 'open' | 'render' }>, signal: AbortSignal) =>
    new Promise<ImageReply>((answer, fail) => {
      signal.throwIfAborted();
      const { id } = request;
      const cancel = () => {
        waiting.delete(id);
        worker?.postMessage({ kind: 'cancel', id } satisfies ImageRequest);
        fail(signal.reason as Error);
      };
      const done = () => {
        waiting.delete(id);
        signal.removeEventListener('abort', cancel);
      };
      signal.addEventListener('abort', cancel, { once: true });
      waiting.set(id, {
        answer: (reply) => (done(), reply.kind === 'refused' ? fail(new ImageProblem(reply.detail)) : answer(reply)),
        fail: (problem) => (done(), fail(problem)),
      });
      running().postMessage(request);
    });

  return {
    async open(blob, { maxPixels, signal }) {
      const reply = await ask({ kind: 'open', id: (lastId += 1), blob, maxPixels }, signal);
      if (reply.kind !== 'opened') throw new ImageProblem({ code: 'failed' });
      const { blob: shown, ...picture } = reply.picture;
      const url = URL.createObjectURL(shown);
      urls.add(url);
      return { ...picture, url };
    },
    async render(picture, matrix, signal) {
      const reply = await ask({ kind: 'render', id: (lastId += 1), picture: picture.id, matrix }, signal);
      if (reply.kind !== 'rendered') throw new ImageProblem({ code: 'failed' });
      return reply.blob;
    },
    release({ id, url }) {
      URL.revokeObjectURL(url);
      urls.delete(url);
      worker?.postMessage({ kind: 'release', picture: id } satisfies ImageRequest);
    },
    end() {
      stop();
      for (const url of urls) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}

function startWorker(): Worker {
  return new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
}
