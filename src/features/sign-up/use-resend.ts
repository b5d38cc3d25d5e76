import type { ApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/api.ts';
import { useAction } from '../../lib/use-action.ts';
import { useCountdown, type Countdown } from '../../lib/use-countdown.ts';

export interface Resend {
  /** Resolves with whether it was sent; never rejects. */
  send: (email: string) => Promise<boolean>;
  /** Until the mail may be asked for again. */
  countdown: Countdown;
  isBusy: boolean;
  isSent: boolean;
  /** Why nothing was sent; having to wait is told by the countdown. */
  problem: ApiError | null;
}

/** Asks for the confirmation mail again, once at a time and not before the cooldown is over (A6). */
export function useResend(initialWait = 0): Resend {
  const countdown = useCountdown(initialWait);
  const { run, error, isBusy, isDone } = useAction((email: string) => call('resendConfirmation', { body: { email } }));
  const send = async (email: string) => {
    if (isBusy || countdown.left > 0) return false;
    try {
      countdown.start((await run(email)).wait);
      return true;
    } catch (failure) {
      const { code, retryAfter = 1 } = failure as ApiError;
      if (code === 'throttled') countdown.start(retryAfter);
      return false;
    }
  };
  return { send, countdown, isBusy, isSent: isDone, problem: error?.code === 'throttled' ? null : error };
}
