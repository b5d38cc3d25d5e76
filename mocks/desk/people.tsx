import { useMutation } from '@tanstack/react-query';
import type { Persona, PersonaName } from '../scenarios/personas.ts';
import { personaNames, personaPassword, personas } from '../scenarios/personas.ts';
import { CopyButton } from './copy-button.tsx';
import { baseUrl, type DeskBackend } from './desk-backend.ts';
import { DeskSection, Failure } from './desk-section.tsx';

export function People({ backend, navigate }: { backend: DeskBackend; navigate: (url: string) => void }) {
  const enter = useMutation({
    mutationFn: backend.persona,
    onSuccess: ({ isSignedIn }) => navigate(`${baseUrl()}${isSignedIn ? '/' : '/sign-in'}`),
  });
  return (
    <DeskSection title="People">
      <ul className="people">
        {personaNames.map((name) => (
          <Person
            key={name}
            name={name}
            isBusy={enter.isPending && enter.variables === name}
            onEnter={() => !enter.isPending && enter.mutate(name)}
          />
        ))}
      </ul>
      <p className="row">
        <span className="grow">
          <span className="note">Password of them all</span>
          <br />
          <code>{personaPassword}</code>
        </span>
        <CopyButton text={personaPassword} label="the password" />
      </p>
      <Failure error={enter.error} />
    </DeskSection>
  );
}

function Person({ name, isBusy, onEnter }: { name: PersonaName; isBusy: boolean; onEnter: () => void }) {
  const { about, email, isUnconfirmed }: Persona = personas[name];
  const word = isUnconfirmed ? 'Sign up' : 'Sign in';
  return (
    <li className="row">
      <span className="grow">
        <strong>{name}</strong>
        <br />
        <span className="note">{about}</span>
        <br />
        <span className="note address">{email}</span>
      </span>
      <span className="actions">
        <button type="button" aria-label={`${word} as ${name}`} aria-busy={isBusy || undefined} onClick={onEnter}>
          {word}
        </button>
        <CopyButton text={email} label={`the address of ${name}`} />
      </span>
    </li>
  );
}
