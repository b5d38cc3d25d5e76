/** What goes wrong on purpose. Kept in localStorage: it holds over a reload and for every tab. */
export interface Faults {
  /** Milliseconds before each answer. */
  latency: number;
  /**
   * What happens to the next request that changes something: an HTTP status, `offline` (it never arrives) or `lost` (it
   * is carried out and the answer never arrives). Null: nothing.
   */
  next: number | 'offline' | 'lost' | null;
}

const key = 'foyer-mock-faults';
const none: Faults = { latency: 0, next: null };

export function readFaults(): Faults {
  const text = localStorage.getItem(key);
  return text === null ? none : { ...none, ...(JSON.parse(text) as Partial<Faults>) };
}

export function writeFaults(faults: Faults): void {
  localStorage.setItem(key, JSON.stringify(faults));
}

/** Takes the fault for a request that changes something; each happens once. */
export function takeFault(method: string): Faults['next'] {
  const faults = readFaults();
  if (faults.next === null || method === 'GET' || method === 'HEAD') return null;
  writeFaults({ ...faults, next: null });
  return faults.next;
}
