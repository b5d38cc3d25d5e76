import type * as z from 'zod/mini';
import type { ApiError } from '../api-error.ts';

/** Why a field cannot be taken: a code, as the server would answer it, and the number that its sentence may need. */
export interface Fault {
  readonly code: string;
  readonly bound?: number | undefined;
}

/** The faulty fields of a form. */
export type Faults<Name extends string> = Partial<Record<Name, Fault>>;

/** A check of a form by the contract's own schema: one fault a field, the first that it finds. */
export function contractCheck<Name extends string>(
  schema: z.ZodMiniType<unknown, Record<Name, string>>,
): (values: Record<Name, string>) => Faults<Name> {
  return (values) => {
    const faults: Record<string, Fault> = {};
    for (const issue of schema.safeParse(values).error?.issues ?? []) {
      const bound = issue.code === 'custom' ? (issue.params as { bound?: number } | undefined)?.bound : undefined;
      faults[issue.path.join('.')] ??= { code: issue.message, bound };
    }
    return faults as Faults<Name>;
  };
}

/** What the server refused, by field. `isWhole` says that this is all of it: nothing is left to be said elsewhere. */
export function refusedFields<Name extends string>(
  { errors }: ApiError,
  names: readonly Name[],
): { refused: Faults<Name>; isWhole: boolean } {
  const refused: Faults<Name> = {};
  let isWhole = errors.length > 0;
  for (const { pointer, code, params } of errors) {
    const name = names.find((one) => `/${one}` === pointer);
    if (name) refused[name] ??= { code, bound: params?.['bound'] };
    else isWhole = false;
  }
  return { refused, isWhole };
}
