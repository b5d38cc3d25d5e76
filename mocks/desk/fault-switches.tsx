import type { Faults } from '../faults.ts';
import { DeskSection } from './desk-section.tsx';
import { setFaults } from './settings.ts';
import { useFaults } from './use-faults.ts';

const latencies = [0, 300, 3000, 12_000] as const;
const faultNames = {
  none: 'Nothing',
  offline: 'Offline: it never arrives',
  lost: 'Lost answer: it is carried out',
  '500': '500 Internal Server Error',
  '503': '503 Service Unavailable',
  '429': '429 Too Many Requests',
} as const;

const nameOf = (next: Faults['next']) => String(next ?? 'none');
const labelOf = (next: Faults['next']) => (faultNames as Record<string, string>)[nameOf(next)] ?? nameOf(next);

function faultOf(name: string): Faults['next'] {
  if (name === 'offline' || name === 'lost') return name;
  return name === 'none' ? null : Number(name);
}

export function FaultSwitches() {
  const { faults, used } = useFaults();
  const isOther = !(nameOf(faults.next) in faultNames);
  return (
    <DeskSection title="Faults">
      <fieldset className="choices">
        <legend>Latency of each answer</legend>
        {latencies.map((latency) => (
          <label key={latency}>
            <input
              type="radio"
              name="latency"
              checked={faults.latency === latency}
              onChange={() => setFaults({ latency })}
            />
            {latency === 0 ? 'None' : `${latency / 1000} s`}
          </label>
        ))}
      </fieldset>
      <label className="field">
        What happens to the next change
        <select value={nameOf(faults.next)} onChange={(event) => setFaults({ next: faultOf(event.target.value) })}>
          {Object.entries(faultNames).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
          {isOther && <option value={nameOf(faults.next)}>{labelOf(faults.next)}</option>}
        </select>
      </label>
      <p className="note" role="status">
        {faults.next !== null && 'Waits for the next request that changes something.'}
        {used !== null && `Used up: ${labelOf(used)}.`}
      </p>
    </DeskSection>
  );
}
