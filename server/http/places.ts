import { OverloadedError } from '../errors.ts';

const perPerson = 4;
const inAll = 24;

/** Places for large bodies that this process holds in memory at once: few for one person, not many in all (V8). */
export function createPlaces() {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    /** Runs the work in a place of this person. Rejects with `OverloadedError` where there is none. */
    async hold<T>(person: string, work: () => Promise<T>): Promise<T> {
      const own = taken.get(person) ?? 0;
      if (own >= perPerson || all >= inAll) throw new OverloadedError();
      taken.set(person, own + 1);
      all += 1;
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (taken.get(person) ?? 1) - 1;
        if (left === 0) taken.delete(person);
        else taken.set(person, left);
      }
    },
  };
}
