import { useEffect, useState } from 'react';

export interface Countdown {
  /** Whole seconds left; 0 when there is nothing to wait for. */
  left: number;
  /** Seconds of the whole wait: what is announced once, while `left` is only shown. */
  total: number;
  start: (seconds: number) => void;
}

/** Counts seconds down. It goes by when the wait ends, so a tab that slept shows the truth when it wakes. */
export function useCountdown(initial = 0): Countdown {
  const [now, setNow] = useState(() => Date.now());
  const [wait, setWait] = useState(() => ({ total: initial, end: now + initial * 1000 }));
  const left = Math.min(wait.total, Math.max(0, Math.ceil((wait.end - now) / 1000)));

  const isRunning = left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning, wait]);

  const start = (seconds: number) => {
    const begin = Date.now();
    setNow(begin);
    setWait({ total: seconds, end: begin + seconds * 1000 });
  };
  return { left, total: wait.total, start };
}
