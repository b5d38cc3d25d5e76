import { readFaults, writeFaults, type Faults } from '../faults.ts';

/** What the desk remembers, for all tabs and over a reload. */
export interface DeskSettings {
  isOpen: boolean;
  /** Hidden altogether, by `?desk=off`. */
  isOff: boolean;
  side: 'start' | 'end';
  /** The fault that was last set: it has been used up when it is no longer waiting. */
  armed: Faults['next'];
}

const key = 'foyer-mock-desk';
const initial: DeskSettings = { isOpen: false, isOff: false, side: 'start', armed: null };

export function readSettings(): DeskSettings {
  const text = localStorage.getItem(key);
  return text === null ? initial : { ...initial, ...(JSON.parse(text) as Partial<DeskSettings>) };
}

export function changeSettings(change: Partial<DeskSettings>): DeskSettings {
  const settings = { ...readSettings(), ...change };
  localStorage.setItem(key, JSON.stringify(settings));
  return settings;
}

/** Changes the named faults and remembers the one that was set, so that it can be said when it has happened. */
export function setFaults(change: Partial<Faults>): void {
  writeFaults({ ...readFaults(), ...change });
  if (change.next !== undefined) changeSettings({ armed: change.next });
}

/** `?desk=off` and `?desk=on`, once: the parameter is gone before the app reads its address. */
export function takeSettingsFromUrl(): void {
  const url = new URL(location.href);
  const wish = url.searchParams.get('desk');
  if (wish === null) return;
  url.searchParams.delete('desk');
  history.replaceState(history.state, '', url);
  changeSettings({ isOff: wish === 'off' });
}

/** A reset clears the storage; where the desk stands is no part of what is tested. */
export async function keepingSettings(reset: () => Promise<void>): Promise<void> {
  const { isOpen, isOff, side } = readSettings();
  await reset();
  changeSettings({ isOpen, isOff, side });
}
