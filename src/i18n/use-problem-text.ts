import { useTranslation } from 'react-i18next';
import type { FieldCode } from '../../contract/problem-codes.ts';
import type { ApiError } from '../lib/api-error.ts';
import type { Fault } from '../lib/form/faults.ts';

/** The sentence for a failed call, in the person's language; every code has one (`common.json` is checked against them). */
export function useProblemText(): (error: ApiError) => string {
  const { t } = useTranslation('common');
  return ({ code, retryAfter = 0 }) => t(`problems.${code}`, { count: retryAfter });
}

/** The sentence under a field for what is wrong with it. */
export function useFieldText(): (fault: Fault | undefined) => string | undefined {
  const { t } = useTranslation('common');
  return (fault) => fault && t(`fields.${fault.code as FieldCode}`, { count: fault.bound ?? 0 });
}
