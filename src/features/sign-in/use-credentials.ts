import { useRef, useState, type SubmitEvent, type RefObject } from 'react';
import { signInSchema, type SignIn } from '../../../contract/session.ts';
import { contractResolver } from '../../lib/form.ts';
import { pressReleased } from '../../lib/use-form-submit.ts';

export const credentialNames = ['email', 'password'] as const;
type Name = (typeof credentialNames)[number];
type Faults = Partial<Record<Name, { type?: unknown; message?: string | undefined } | undefined>>;

interface Credentials {
  form: RefObject<HTMLFormElement | null>;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  field: (name: Name) => { name: Name; defaultValue: string; onBlur: () => void; onChange: () => void };
  focus: (name: Name, shouldSelect?: boolean) => void;
  faults: Faults;
  /** Fields that the last try failed for and that are still wrong. */
  standing: readonly Name[];
  attempt: number;
  isBusy: boolean;
  typedEmail: string;
}

const resolve = contractResolver(signInSchema);
const faultsOf = async (values: SignIn): Promise<Faults> =>
  (await resolve(values, undefined, { fields: {}, shouldUseNativeValidation: false })).errors;

/**
 * The two fields of "Sign in", with the manners of every other form but without its library: that alone is a tenth of
 * what this page may weigh before it works. What stands in the fields is what counts, however it got there (F17).
 */
export function useCredentials(email: string, send: (values: SignIn) => Promise<void>): Credentials {
  const form = useRef<HTMLFormElement>(null);
  const touched = useRef(new Set<Name>());
  const underway = useRef(false);
  const [isBusy, setIsBusy] = useState(false);
  const [typedEmail, setTypedEmail] = useState(email);
  const [faults, setFaults] = useState<Faults>({});
  const [failed, setFailed] = useState<{ names: readonly Name[]; attempt: number }>({ names: [], attempt: 0 });
  const standing = failed.names.filter((name) => faults[name]);
  // What was mended leaves the summary for good: it must not come back and take the focus while somebody types.
  if (standing.length < failed.names.length) setFailed({ ...failed, names: standing });

  const read = (): SignIn => {
    const valueOf = (name: Name) => inputOf(form, name)?.value ?? '';
    return { email: valueOf('email'), password: valueOf('password') };
  };
  const check = async (name: Name) => {
    if (!touched.current.has(name)) return;
    const found = await faultsOf(read());
    setFaults((before) => ({ ...before, [name]: found[name] }));
  };
  const focus = (name: Name, shouldSelect = false) => {
    const input = inputOf(form, name);
    input?.focus();
    if (shouldSelect) input?.select();
  };

  async function submit(): Promise<void> {
    const values = read();
    const found = await faultsOf(values);
    const faulty = credentialNames.filter((name) => found[name]);
    touched.current = new Set(credentialNames);
    setFaults(found);
    setFailed(({ attempt }) => ({ names: faulty, attempt: attempt + 1 }));
    if (faulty.length === 1 && faulty[0]) focus(faulty[0]);
    if (faulty.length === 0) await send(values);
  }

  return {
    form,
    onSubmit: (event) => {
      event.preventDefault();
      if (underway.current) return;
      underway.current = true;
      setIsBusy(true);
      void submit().finally(() => {
        underway.current = false;
        setIsBusy(false);
      });
    },
    field: (name) => ({
      name,
      defaultValue: name === 'email' ? email : '',
      onBlur: () => {
        touched.current.add(name);
        void pressReleased().then(() => check(name));
      },
      onChange: () => {
        setTypedEmail(read().email);
        void check(name);
      },
    }),
    focus,
    faults,
    standing,
    attempt: failed.attempt,
    isBusy,
    typedEmail,
  };
}

function inputOf(form: RefObject<HTMLFormElement | null>, name: Name): HTMLInputElement | undefined {
  const input = form.current?.elements.namedItem(name);
  return input instanceof HTMLInputElement ? input : undefined;
}
