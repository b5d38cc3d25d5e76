import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OverloadedError } from '../errors.ts';
import { createGate } from './gate.ts';

/** A task that ends when the test says so. */
function task(started: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = () => {
    started.push(name);
    return promise;
  };
  return { run, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

describe('V8, G3: a gate', () => {
  test('lets so many run, the next wait in order, and refuses the rest', async () => {
    const started: string[] = [];
    const gate = createGate({ concurrent: 2, waiting: 2 });
    const tasks = ['a', 'b', 'c', 'd'].map((name) => task(started, name));
    const results = tasks.map(({ run }) => gate.run(run));
    await expect(gate.run(task(started, 'e').run)).rejects.toBeInstanceOf(OverloadedError);
    expect(started).toEqual(['a', 'b']);

    tasks[1]?.end();
    await expect(results[1]).resolves.toBe('b');
    await vi.waitFor(() => {
      expect(started).toEqual(['a', 'b', 'c']);
    });
    for (const { end } of tasks) end();
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  test('with no room to wait refuses at once', async () => {
    const gate = createGate({ concurrent: 1, waiting: 0 });
    const first = task([], 'first');
    const running = gate.run(first.run);
    await expect(gate.run(first.run)).rejects.toMatchObject({ code: 'overloaded', retryAfter: 2 });
    first.end();
    await running;
    await expect(gate.run(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });

  test('frees the place of a task that fails, also before its first await', async () => {
    const gate = createGate({ concurrent: 1, waiting: 0 });
    const throwing = (): Promise<string> => {
      throw new Error('at once');
    };
    await expect(gate.run(throwing)).rejects.toThrow('at once');
    const failing = task([], 'later');
    const result = gate.run(failing.run);
    failing.fail();
    await expect(result).rejects.toThrow('later');
    await expect(gate.run(() => Promise.resolve('free'))).resolves.toBe('free');
  });

  test('never runs more than it may, however the tasks end', async () => {
    const gate = createGate({ concurrent: 3, waiting: 100 });
    let running = 0;
    let most = 0;
    const work = async (turns: number) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      running -= 1;
      if (turns % 4 === 0) throw new Error('odd one');
    };
    await Promise.allSettled(Array.from({ length: 100 }, (_, index) => gate.run(() => work(index % 7))));
    expect([most, running]).toEqual([3, 0]);
  });
});

describe('V8: a task that takes too long', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is given up, but keeps its place until it has ended', async () => {
    const started: string[] = [];
    const gate = createGate({ concurrent: 1, waiting: 1, timeoutMs: 5000 });
    const slow = task(started, 'slow');
    const next = task(started, 'next');
    const given = expect(gate.run(slow.run)).rejects.toBeInstanceOf(OverloadedError);
    const waiting = gate.run(next.run);
    await vi.advanceTimersByTimeAsync(5000);
    await given;
    expect(started).toEqual(['slow']);

    slow.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toEqual(['slow', 'next']);
    next.end();
    await expect(waiting).resolves.toBe('next');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the clock starts when it runs, not when it waits', async () => {
    const gate = createGate({ concurrent: 1, waiting: 1, timeoutMs: 5000 });
    const [first, second] = [task([], 'first'), task([], 'second')];
    const results = [gate.run(first.run), gate.run(second.run)];
    await vi.advanceTimersByTimeAsync(4000);
    first.end();
    await vi.advanceTimersByTimeAsync(4000);
    second.end();
    await expect(Promise.all(results)).resolves.toEqual(['first', 'second']);
  });
});
