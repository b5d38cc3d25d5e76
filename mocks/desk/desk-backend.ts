import { asking, type Handle } from '../scenarios/ask.ts';
import { createPersona } from '../scenarios/create-persona.ts';
import type { PersonaName } from '../scenarios/personas.ts';

/** Where this page's backend and app stand, without a slash at the end. */
export const baseUrl = (): string => location.origin + import.meta.env.BASE_URL.replace(/\/$/u, '');

export type DeskBackend = ReturnType<typeof deskBackend>;

/** What the desk asks of the backend, past latency and faults. */
export function deskBackend(handle: Handle) {
  const { ask } = asking(handle, baseUrl());
  const advance = (duration: string) => ask('travel', { body: { advance: duration } });
  return {
    outbox: () => ask('getOutbox'),
    advance,
    /** The clock is asked by moving it by nothing. */
    now: () => advance('PT0S'),
    persona: (name: PersonaName) => createPersona(handle, name, baseUrl()),
  };
}
