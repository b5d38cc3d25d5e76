import { useTranslation } from 'react-i18next';
import type { FieldCode } from '../../contract/problem-codes.ts';
import type { ApiError } from '../lib/api-error.ts';

/** The sentence for a failed call, in the person's language; every code has one (`common.json` is checked against them). */
export function useProblemText(): (error: ApiError) => string {
  const { t } = useTranslation('common');
  return ({ code, retryAfter = 0 }) => t(`problems.${code}`, { count: retryAfter });
}

/** The sentence under a field for a form error made by `contractResolver` or `showFieldErrors`. */
export function useFieldText(): (
  error: { type?: unknown; message?: string | undefined } | undefined,
) => string | undefined {
  const { t } = useTranslation('common');
  return (error) => (error ? t(`fields.${error.type as FieldCode}`, { count: Number(error.message ?? 0) }) : undefined);
}
