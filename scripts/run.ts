import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const running = new Set<ChildProcess>();

// Every child leads a group of its own, so that its browsers and databases end with it.
function end(signal: NodeJS.Signals): void {
  for (const { pid } of running) {
    try {
      if (pid !== undefined) process.kill(-pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

let isEnding = false;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => {
    isEnding = true;
    end(signal);
    const leave = () => {
      end('SIGKILL');
      process.exit(code);
    };
    setTimeout(leave, 5000);
    setInterval(() => running.size === 0 && leave(), 50);
  });

/**
 * Runs an installed tool or `node` in the project. With `stream` it writes to this terminal as it goes; otherwise its
 * output is kept and given back.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { stream?: boolean; env?: Record<string, string> } = {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const PATH = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: root,
      env: { ...process.env, PATH, ...options.env },
      stdio: options.stream ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const done = (ok: boolean, fault = '') => {
      running.delete(child);
      // What waits for it must not go on to the next step.
      if (!isEnding) resolve({ ok, output: `${Buffer.concat(chunks).toString()}${fault}` });
    };
    child.once('error', (error) => done(false, error.message));
    child.once('close', (code, signal) => done(code === 0, signal ? `ended by ${signal}` : ''));
  });
}
