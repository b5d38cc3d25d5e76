import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ArrowLeftRight, EyeOff, Minus, SlidersHorizontal } from 'lucide-react';
import { Clock } from './clock.tsx';
import type { DeskBackend } from './desk-backend.ts';
import { FaultSwitches } from './fault-switches.tsx';
import { Outbox } from './outbox.tsx';
import { People } from './people.tsx';
import { Reset } from './reset.tsx';
import { changeSettings, readSettings } from './settings.ts';
import { useFaults } from './use-faults.ts';

/**
 * The control desk of the mock: a tool of developers, in English alone. It is the one exception to the rule that every
 * text is a translation key, and no part of what is shipped.
 */
export function ControlDesk({
  backend,
  reset,
  navigate,
}: {
  backend: DeskBackend;
  reset: () => Promise<void>;
  navigate: (url: string) => void;
}) {
  const [{ isOpen, isOff, side }, setSettings] = useState(readSettings);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const focusNext = useRef<'heading' | 'opener' | null>(null);
  const { faults } = useFaults();
  const isDisturbed = faults.latency > 0 || faults.next !== null;

  const change = (settings: Parameters<typeof changeSettings>[0]) => setSettings(changeSettings(settings));
  const open = () => {
    focusNext.current = 'heading';
    change({ isOpen: true, isOff: false });
  };
  const collapse = () => {
    focusNext.current = 'opener';
    change({ isOpen: false });
  };

  useEffect(() => {
    if (focusNext.current === 'heading') heading.current?.focus();
    if (focusNext.current === 'opener') opener.current?.focus();
    focusNext.current = null;
  }, [isOpen, isOff]);

  const onShortcut = useEffectEvent((event: KeyboardEvent) => {
    // Seen from outside, what happens in a shadow root happens at its host: the path knows better.
    const isHere = panel.current !== null && event.composedPath().includes(panel.current);
    if (event.key === 'Escape' && isHere) collapse();
    if (event.key !== '.' || !event.ctrlKey) return;
    event.preventDefault();
    if (isOpen && !isOff) collapse();
    else open();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onShortcut(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  if (isOff) return null;
  if (!isOpen)
    return (
      <section className="desk" aria-label="Control desk" data-side={side} lang="en">
        <button
          type="button"
          className="opener"
          ref={opener}
          aria-expanded="false"
          aria-keyshortcuts="Control+."
          title="Control desk (Ctrl+.)"
          onClick={open}
        >
          <SlidersHorizontal size={18} aria-hidden />
          <span className="word">Control desk</span>
          {isDisturbed && <span className="lamp" role="img" aria-label="faults are on" />}
        </button>
      </section>
    );

  return (
    <section className="desk panel" aria-labelledby="desk-title" data-side={side} lang="en" ref={panel}>
      <header className="head" dir="ltr">
        <h2 id="desk-title" tabIndex={-1} ref={heading}>
          Control desk
        </h2>
        <button
          type="button"
          className="icon"
          aria-label="Move to the other side"
          title="Move to the other side"
          onClick={() => change({ side: side === 'start' ? 'end' : 'start' })}
        >
          <ArrowLeftRight size={18} aria-hidden />
        </button>
        <button
          type="button"
          className="icon"
          aria-label="Hide; Ctrl+. brings it back"
          title="Hide; Ctrl+. brings it back"
          onClick={() => change({ isOff: true, isOpen: false })}
        >
          <EyeOff size={18} aria-hidden />
        </button>
        <button type="button" className="icon" aria-label="Collapse" title="Collapse (Esc)" onClick={collapse}>
          <Minus size={18} aria-hidden />
        </button>
      </header>
      <div className="body" dir="ltr">
        <People backend={backend} navigate={navigate} />
        <Outbox backend={backend} navigate={navigate} />
        <Clock backend={backend} />
        <FaultSwitches />
        <Reset reset={reset} />
      </div>
    </section>
  );
}
