import { useRef, useState } from 'react';
import type { ApiError } from './api-error.ts';

export interface Action<Input, Output> {
  /** Starts it, or joins the one that is under way (F5). Rejects as the work does. */
  run: (input: Input) => Promise<Output>;
  isBusy: boolean;
  isDone: boolean;
  /** What the last run failed with. */
  error: ApiError | null;
  /** What the last run was given. */
  input: Input | undefined;
}

/**
 * Something that a page before sign-in does, and how far it is. Pages after sign-in have mutations of the query client,
 * which is no part of a first visit.
 */
export function useAction<Input, Output>(work: (input: Input) => Promise<Output>): Action<Input, Output> {
  const [state, setState] = useState<Omit<Action<Input, Output>, 'run'>>({
    isBusy: false,
    isDone: false,
    error: null,
    input: undefined,
  });
  const underway = useRef<Promise<Output>>(undefined);

  async function start(input: Input): Promise<Output> {
    setState({ isBusy: true, isDone: false, error: null, input });
    try {
      const output = await work(input);
      setState({ isBusy: false, isDone: true, error: null, input });
      return output;
    } catch (error) {
      setState({ isBusy: false, isDone: false, error: error as ApiError, input });
      throw error;
    } finally {
      underway.current = undefined;
    }
  }
  return { ...state, run: (input) => (underway.current ??= start(input)) };
}
