export interface BenchOptions {
  rounds: number;
  accounts: number;
  sessions: number;
  /** Tells whoever waits how far it is. */
  note: (text: string) => void;
}

export interface BenchResult {
  /** What was measured, on which database. */
  title: string;
  /** Per second, round by round. */
  measured: readonly number[];
  /** What it is held against, in the same rounds. */
  floor: readonly number[];
  /** The figure that the ratio is meant to reach. */
  aim: string;
  /** How many requests were answered with which unexpected status. */
  failures: ReadonlyMap<number, number>;
}

export type Bench = (options: BenchOptions) => Promise<BenchResult[]>;

/** Adds what went wrong in one more round. */
export function addFailures(to: Map<number, number>, more: ReadonlyMap<number, number>): void {
  for (const [status, count] of more) to.set(status, (to.get(status) ?? 0) + count);
}
