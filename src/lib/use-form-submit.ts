import { useRef, useState, type SubmitEvent } from 'react';
import type {
  ChangeHandler,
  FieldPath,
  FieldValues,
  RegisterOptions,
  UseFormRegisterReturn,
  UseFormReturn,
} from 'react-hook-form';

export interface FormSubmit<Name extends string> {
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  /** Fields that the last try failed for and that are still wrong, in the order of the form. */
  standing: readonly Name[];
  /** Changes with each try that fails; the key of the error summary. */
  attempt: number;
}

/**
 * Submits a form once at a time (F5). A single faulty field takes the focus; several are for the error summary (A11).
 * `names` are the fields in their order; `send` tells its own failures.
 */
export function useFormSubmit<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  names: readonly FieldPath<Values>[],
  send: (values: Values) => Promise<void>,
): FormSubmit<FieldPath<Values>> {
  const underway = useRef(false);
  const [failed, setFailed] = useState<{ names: readonly FieldPath<Values>[]; attempt: number }>({
    names: [],
    attempt: 0,
  });
  const faulty = () => names.filter((name) => form.getFieldState(name).error);
  const standing = failed.names.filter((name) => form.getFieldState(name, form.formState).error);
  // What was mended leaves the summary for good: it must not come back and take the focus while somebody types.
  if (standing.length < failed.names.length) setFailed({ ...failed, names: standing });

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    adoptFilled(form, names, event.currentTarget);
    await form.handleSubmit(send)(event);
    const found = faulty();
    setFailed(({ attempt }) => ({ names: found, attempt: attempt + 1 }));
    if (found.length === 1 && found[0]) form.setFocus(found[0]);
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (underway.current) return;
    underway.current = true;
    void submit(event).finally(() => {
      underway.current = false;
    });
  };
  return { onSubmit, standing, attempt: failed.attempt };
}

/** Some password managers fill fields without an event: what stands in the field is what is sent (F17). */
function adoptFilled<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  names: readonly FieldPath<Values>[],
  element: HTMLFormElement,
): void {
  for (const name of names) {
    const control = element.elements.namedItem(name);
    if (!(control instanceof HTMLInputElement) || control.value === form.getValues(name)) continue;
    form.setValue(name, control.value as never);
  }
}

/**
 * Registers a field that is checked when it is left. A press that is under way ends first: an error that appears under
 * it would move the button away from the pointer.
 */
export function registerField<Values extends FieldValues, Name extends FieldPath<Values>>(
  form: UseFormReturn<Values>,
  name: Name,
  options?: RegisterOptions<Values, Name>,
): UseFormRegisterReturn<Name> {
  const field = form.register(name, options);
  const onBlur: ChangeHandler = async (event) => {
    await pressReleased();
    await field.onBlur(event);
  };
  return { ...field, onBlur };
}

/** Resolves when no pointer is down, at once if none is. */
export async function pressReleased(): Promise<void> {
  if (!document.querySelector(':active')) return;
  await new Promise((resolve) => addEventListener('pointerup', () => setTimeout(resolve), { once: true }));
}
