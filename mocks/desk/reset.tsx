import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { DeskSection, Failure } from './desk-section.tsx';

export function Reset({ reset }: { reset: () => Promise<void> }) {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, error } = useMutation({ mutationFn: reset });
  const ask = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <DeskSection title="Reset">
      {isAsking ? (
        <div className="confirm" role="group" aria-labelledby="desk-reset">
          <p id="desk-reset">
            All people, mails, sessions and faults of this browser go, and the clock is right again.
          </p>
          <p className="row">
            <button type="button" ref={keep} onClick={() => setIsAsking(false)}>
              Keep
            </button>
            <button type="button" className="danger" aria-busy={isPending || undefined} onClick={() => mutate()}>
              Forget everything
            </button>
          </p>
        </div>
      ) : (
        <button type="button" ref={ask} onClick={() => setIsAsking(true)}>
          Reset…
        </button>
      )}
      <Failure error={error} />
    </DeskSection>
  );
}
