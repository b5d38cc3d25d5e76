import { useEffectEvent, useLayoutEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react';
import { ApiError } from '../api-error.ts';
import { refusedFields, type Faults } from './faults.ts';
import { pressReleased } from './press-released.ts';

/** What a field's control is given, to be spread into it: the field itself keeps what is typed. */
interface FieldWiring<Name extends string> {
  name: Name;
  defaultValue: string;
  onChange: () => void;
  onBlur: () => void;
}

/** A form as `useForm` gives it. */
export interface FormKit<Name extends string> {
  /** For the form element, as `submit` is. */
  ref: RefObject<HTMLFormElement | null>;
  /** Checks and sends, once at a time (F5). */
  submit: (event?: SyntheticEvent) => void;
  field: (name: Name) => FieldWiring<Name>;
  values: Readonly<Record<Name, string>>;
  /** What stands in the fields now; between two renders it may be more than `values`. */
  read: () => Record<Name, string>;
  /** Writes into fields. */
  set: (changes: Partial<Record<Name, string>>) => void;
  /** What is to be said under the fields now. */
  faults: Faults<Name>;
  /** Fields that the last try failed for and that are still wrong, in the order of the form: for the error summary. */
  standing: readonly Name[];
  /** Changes with each try; the key of the error summary. */
  attempt: number;
  /** Why the last try failed, as far as the fields do not say it. */
  problem: ApiError | null;
  /** Forgets what was wrong; what is typed stays. */
  forgive: () => void;
  isBusy: boolean;
  focus: (name: Name, options?: { select: boolean }) => void;
}

interface Try<Name extends string> {
  attempt: number;
  faulty: readonly Name[];
  /** The server's faults, and the values that stood there when it found them. */
  refused: Faults<Name>;
  refusedAt: Readonly<Record<Name, string>> | undefined;
  problem: ApiError | null;
}

interface FormOptions<Name extends string> {
  /** What the fields start with, in their order on the page. */
  initial: Readonly<Record<Name, string>>;
  check: (values: Record<Name, string>) => Faults<Name>;
  send: (values: Record<Name, string>) => Promise<void>;
}

const none: ReadonlySet<never> = new Set<never>();
const untried = { faulty: [], refused: {}, refusedAt: undefined, problem: null };

/**
 * A form of native text fields and selects. A fault is said once its field is left or sent, goes as soon as its cause
 * does, and waits until the field is left before it comes again. After a try a single faulty field takes the focus;
 * several are for the error summary (A11). `send` may reject with an `ApiError`: faults of fields go to their fields.
 */
export function useForm<Name extends string>({ initial, check, send }: FormOptions<Name>): FormKit<Name> {
  const [names] = useState(() => Object.keys(initial) as Name[]);
  const ref = useRef<HTMLFormElement>(null);
  const latest = useRef<Record<Name, string>>(initial);
  const underway = useRef(false);
  const [values, setValues] = useState(initial);
  /** Fields whose faults are said. */
  const [told, setTold] = useState<ReadonlySet<Name>>(none);
  const [last, setLast] = useState<Try<Name>>({ attempt: 0, ...untried });
  const [isBusy, setBusy] = useState(false);

  const found = check(values);
  const faults: Faults<Name> = {};
  for (const name of names) {
    const refused = last.refusedAt?.[name] === values[name] ? last.refused[name] : undefined;
    const fault = (told.has(name) ? found[name] : undefined) ?? refused;
    if (fault) faults[name] = fault;
  }
  const standing = last.faulty.filter((name) => faults[name]);
  // What was mended leaves the summary for good: it must not come back and take the focus while somebody types.
  if (standing.length < last.faulty.length) setLast({ ...last, faulty: standing });

  const controlOf = (name: Name) =>
    ref.current?.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null | undefined;

  const keep = (now: Record<Name, string>) => {
    latest.current = now;
    setValues(now);
    return now;
  };
  /** Some password managers fill fields without an event: what stands in a field is what counts (F17). */
  const read = () => {
    const now = { ...latest.current };
    for (const name of names) now[name] = controlOf(name)?.value ?? now[name];
    return keep(now);
  };
  const set = (changes: Partial<Record<Name, string>>) => {
    const now = { ...read(), ...changes };
    for (const name of names) {
      const control = controlOf(name);
      if (control && control.value !== now[name]) control.value = now[name];
    }
    keep(now);
  };
  const focus = (name: Name, { select } = { select: false }) => {
    const control = controlOf(name);
    control?.focus();
    if (select && control instanceof HTMLInputElement) control.select();
  };
  const leave = async (name: Name) => {
    await pressReleased();
    read();
    setTold((before) => new Set([...before, name]));
  };

  const goToFault = useEffectEvent(() => {
    if (last.faulty.length === 1 && last.faulty[0]) focus(last.faulty[0]);
  });
  useLayoutEffect(() => goToFault(), [last.attempt]);

  const mark = (result: Partial<Try<Name>>) =>
    setLast(({ attempt }) => ({ ...untried, ...result, attempt: attempt + 1 }));

  async function tryToSend(): Promise<void> {
    const sent = read();
    const wrong = check(sent);
    const faulty = names.filter((name) => wrong[name]);
    setTold(new Set(names));
    mark({ faulty });
    if (faulty.length > 0) return;
    try {
      await send(sent);
      setTold(none);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { refused, isWhole } = refusedFields(error, names);
      const isRefused = (name: Name) => refused[name] !== undefined;
      mark({ faulty: names.filter(isRefused), refused, refusedAt: read(), problem: isWhole ? null : error });
    }
  }

  return {
    ref,
    submit: (event) => {
      event?.preventDefault();
      if (underway.current) return;
      underway.current = true;
      setBusy(true);
      void tryToSend().finally(() => {
        underway.current = false;
        setBusy(false);
      });
    },
    field: (name) => ({
      name,
      defaultValue: values[name],
      onChange: () => {
        if (!faults[name]) setTold((before) => new Set([...before].filter((one) => one !== name)));
        read();
      },
      onBlur: () => void leave(name),
    }),
    values,
    read,
    set,
    faults,
    standing,
    attempt: last.attempt,
    problem: last.problem,
    forgive: () => {
      setTold(none);
      setLast(({ attempt }) => ({ ...untried, attempt }));
    },
    isBusy,
    focus,
  };
}
