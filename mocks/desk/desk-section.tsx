import { useId } from 'react';
import type { ReactNode } from 'react';

export function DeskSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** What went wrong, in the words it came with: its readers are developers. */
export const Failure = ({ error }: { error: Error | null }) =>
  error && (
    <p className="failure" role="alert">
      {error.message}
    </p>
  );
