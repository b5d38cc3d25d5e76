import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SubmitEvent } from 'react';
import { clockTravelSchema } from '../../contract/development.ts';
import type { DeskBackend } from './desk-backend.ts';
import { DeskSection, Failure } from './desk-section.tsx';

const steps = [
  ['+1 minute', 'PT1M'],
  ['+1 hour', 'PT1H'],
  ['+12 hours', 'PT12H'],
  ['+1 day', 'P1D'],
  ['+30 days', 'P30D'],
] as const;
const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** The device's time, each second. */
function useDeviceTime(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function Clock({ backend }: { backend: DeskBackend }) {
  const client = useQueryClient();
  const deviceTime = useDeviceTime();
  const [typed, setTyped] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  // Kept as the distance to the device's time, so that it goes on by itself.
  const { data: ahead, error } = useQuery({
    queryKey: ['clock'],
    queryFn: async () => Date.parse((await backend.now()).now) - Date.now(),
  });
  const travel = useMutation({
    mutationFn: backend.advance,
    onSuccess: ({ now }) => client.setQueryData(['clock'], Date.parse(now) - Date.now()),
  });

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const duration = typed.trim().toUpperCase();
    const isDuration = clockTravelSchema.safeParse({ advance: duration }).success;
    setIsRefused(!isDuration);
    if (isDuration) travel.mutate(duration);
  };

  return (
    <DeskSection title="Clock">
      <p className="now">
        {ahead === undefined ? '…' : <time>{time.format(deviceTime + ahead)}</time>}
        <span className="note" role="status">
          {ahead !== undefined && (ahead > 1500 ? `${inWords(ahead)} ahead of this device` : 'As on this device')}
        </span>
      </p>
      <div className="row">
        {steps.map(([label, duration]) => (
          <button key={duration} type="button" disabled={travel.isPending} onClick={() => travel.mutate(duration)}>
            {label}
          </button>
        ))}
      </div>
      <form className="row" noValidate onSubmit={onSubmit}>
        <label className="field grow">
          ISO 8601 duration
          <input
            value={typed}
            placeholder="P2DT3H"
            spellCheck={false}
            autoComplete="off"
            aria-invalid={isRefused || undefined}
            aria-describedby={isRefused ? 'desk-duration-error' : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit">Advance</button>
      </form>
      {isRefused && (
        <p className="failure" id="desk-duration-error" role="alert">
          Days, hours, minutes and seconds, such as P1D, PT90S or P2DT3H.
        </p>
      )}
      <Failure error={travel.error ?? error} />
    </DeskSection>
  );
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.join(' ') || 'under a minute';
}
