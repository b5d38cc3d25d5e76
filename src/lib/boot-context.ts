import { createContext, use } from 'react';
import type { Boot } from './boot.ts';

/** What the page started with: policy, development mode. Session and preferences are read from their query. */
export const BootContext = createContext<Boot | null>(null);

export function useBoot(): Boot {
  const boot = use(BootContext);
  if (!boot) throw new Error('useBoot outside of the app');
  return boot;
}
