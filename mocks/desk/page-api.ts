import type { OutboxMail } from '../../contract/development.ts';
import type { Handle } from '../scenarios/ask.ts';
import type { CreatedPersona } from '../scenarios/create-persona.ts';
import type { PersonaName } from '../scenarios/personas.ts';
import { readFaults, type Faults } from '../faults.ts';
import type { DeskBackend } from './desk-backend.ts';
import { setFaults } from './settings.ts';

/** What a test finds at `window.foyerMock` of a page in mock mode. It is there before the app starts. */
export interface FoyerMock {
  /** Changes the named faults; the others stay. */
  setFaults(faults: Partial<Faults>): void;
  faults(): Faults;
  /** Moves the backend's clock forward by an ISO 8601 duration; resolves to its time then. */
  advance(duration: string): Promise<string>;
  /** The mails, newest first. */
  outbox(): Promise<OutboxMail[]>;
  /** Signs in as a persona. The page is not told: load it anew. */
  persona(name: PersonaName): Promise<CreatedPersona>;
  /** Forgets everything and loads the app's first page. */
  reset(): Promise<void>;
  /** Asks the backend past latency and faults. */
  handle: Handle;
}

declare global {
  interface Window {
    foyerMock?: FoyerMock;
  }
}

export function offerPageApi(handle: Handle, backend: DeskBackend, reset: () => Promise<void>): void {
  window.foyerMock = {
    setFaults,
    faults: readFaults,
    advance: async (duration) => (await backend.advance(duration)).now,
    outbox: backend.outbox,
    persona: backend.persona,
    reset,
    handle,
  };
}
