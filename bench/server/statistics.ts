/** The middle value; of an even number the mean of the two in the middle. NaN for none. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 0 ? ((sorted[(sorted.length >> 1) - 1] ?? upper) + upper) / 2 : upper;
}

/** What was reached in each round over what its counterpart reached in the same round. */
export const ratios = (values: readonly number[], others: readonly number[]): number[] =>
  values.map((value, round) => value / (others[round] ?? Number.NaN));

/** `0.83 (0.79–0.88)`: median, smallest and largest. */
export function spread(values: readonly number[], digits: number): string {
  const text = (value: number) => value.toFixed(digits);
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}
