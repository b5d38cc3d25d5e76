import type { ParsedBodyOf, ResponseOf } from '../../../contract/operations.ts';
import type { MovableClock } from '../../ports.ts';

const second = 1000;
const units: Record<string, number> = { D: 86_400 * second, H: 3600 * second, M: 60 * second, S: second };

/** Moves the development clock forward by an ISO 8601 duration. */
export async function travel(clock: MovableClock, { advance }: ParsedBodyOf<'travel'>): Promise<ResponseOf<'travel'>> {
  const parts = [...advance.matchAll(/(\d+)([DHMS])/gu)];
  await clock.advance(parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0));
  return { now: new Date(clock.now()).toISOString() };
}
