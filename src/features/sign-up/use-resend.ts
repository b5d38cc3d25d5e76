import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/api.ts';
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
  const underway = useRef(false);
  const countdown = useCountdown(initialWait);
  const { mutateAsync, error, isPending, isSuccess } = useMutation({
    mutationFn: (email: string) => call('resendConfirmation', { body: { email } }),
    networkMode: 'always',
  });
  const send = async (email: string) => {
    if (underway.current || countdown.left > 0) return false;
    underway.current = true;
    try {
      countdown.start((await mutateAsync(email)).wait);
      return true;
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'throttled') countdown.start(failure.retryAfter ?? 1);
      return false;
    } finally {
      underway.current = false;
    }
  };
  const problem = error instanceof ApiError && error.code !== 'throttled' ? error : null;
  return { send, countdown, isBusy: isPending, isSent: isSuccess, problem };
}
