/** What has to end with the bench, however it ends: processes, databases, folders. */
export interface CleanUp {
  add(task: () => unknown): void;
  /** Newest first. */
  run(): Promise<void>;
}

export function createCleanUp(): CleanUp {
  const tasks: (() => unknown)[] = [];
  const runAll = async () => {
    for (let task = tasks.pop(); task; task = tasks.pop()) await task();
  };
  // A signal makes the bench fail too: both wait for the same clean-up, so that no folder goes before its process.
  let running: Promise<void> | undefined;
  const run = () => (running ??= runAll());
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => void run().finally(() => process.exit(code)));
  return { add: (task) => void tasks.push(task), run };
}
