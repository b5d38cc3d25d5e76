import { OverloadedError } from '../errors.ts';

export interface Gate {
  /** Runs the task when its turn comes. Rejects with `OverloadedError` when the queue is full or the time is up. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

export interface GateOptions {
  /** Tasks that run at once. */
  concurrent: number;
  /** Tasks that may wait; one more is refused. */
  waiting: number;
  /** How long one task may run before its caller is told to come back. */
  timeoutMs?: number;
}

/** Lets few tasks at a time through to something costly, and keeps the queue before it short (G3, V8). */
export function createGate({ concurrent, waiting, timeoutMs }: GateOptions): Gate {
  const queue: (() => void)[] = [];
  let running = 0;

  function enter(): Promise<void> | undefined {
    if (running < concurrent) {
      running += 1;
      return undefined;
    }
    if (queue.length >= waiting) throw new OverloadedError();
    return new Promise((resolve) => {
      queue.push(resolve);
    });
  }

  // The place is handed on, not freed and taken again: nobody slips in between.
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run<T>(task: () => Promise<T>): Promise<T> {
      await enter();
      const result = start(task);
      // A task that is given up still works: its place is free when it has ended, not when its caller left.
      void result.then(leave, leave);
      return timeoutMs === undefined ? result : within(result, timeoutMs);
    },
  };
}

/** A task that throws before its first await rejects like any other. */
async function start<T>(task: () => Promise<T>): Promise<T> {
  return task();
}

function within<T>(result: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new OverloadedError());
    }, ms);
    result.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
