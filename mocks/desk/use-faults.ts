import { useSyncExternalStore } from 'react';
import { readFaults, type Faults } from '../faults.ts';
import { readSettings } from './settings.ts';

interface FaultState {
  faults: Faults;
  /** The fault that was set and has happened since. */
  used: Faults['next'];
}

// A fault is taken by a request, in this tab or another: no event tells, so the storage is looked at.
function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, 400);
  return () => clearInterval(timer);
}

const snapshot = () => {
  const faults = readFaults();
  return JSON.stringify({ faults, used: faults.next === null ? readSettings().armed : null } satisfies FaultState);
};

export function useFaults(): FaultState {
  return JSON.parse(useSyncExternalStore(subscribe, snapshot)) as FaultState;
}
