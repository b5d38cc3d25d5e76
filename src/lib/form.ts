import type { FieldPath, FieldValues, Resolver, UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

/**
 * Checks a form by the contract's own schema. An error's `type` is the field code that the server would answer with and
 * its `message` the number that the sentence needs, so that both sides' faults read alike (`useFieldText`).
 */
export function contractResolver<Values extends FieldValues>(schema: z.ZodMiniType<unknown, Values>): Resolver<Values> {
  return (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return { values, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of parsed.error.issues) {
      const bound = issue.code === 'custom' ? (issue.params as { bound?: number } | undefined)?.bound : undefined;
      errors[issue.path.join('.')] ??= { type: issue.message, message: bound === undefined ? '' : String(bound) };
    }
    return { values: {}, errors: errors as never };
  };
}

/**
 * Puts a problem's field errors next to their fields, focus on the first. Returns whether the problem is fully told by
 * that; if not, the form itself has to say it.
 */
export function showFieldErrors<Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown): boolean {
  if (!(error instanceof ApiError) || error.errors.length === 0) return false;
  const known = error.errors.filter(({ pointer }) => Object.hasOwn(form.getValues(), pointer.slice(1)));
  known.forEach(({ pointer, code, params }, index) => {
    const path = pointer.slice(1) as FieldPath<Values>;
    form.setError(path, { type: code, message: String(params?.bound ?? '') }, { shouldFocus: index === 0 });
  });
  return known.length === error.errors.length;
}
