import type { ProblemCode } from '../../contract/problem-codes.ts';
import type { FieldError } from '../../contract/problems.ts';

/**
 * Why a call failed. Beside the contract's codes there are two that the server never says: `network` (no answer came)
 * and `unreadable` (something answered that is not Foyer: a proxy's page, half a body).
 */
export class ApiError extends Error {
  readonly code: ProblemCode | 'network' | 'unreadable';
  /** 0 where no answer came. */
  readonly status: number;
  readonly errors: readonly FieldError[];
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode | 'network' | 'unreadable',
    details: { status?: number; errors?: readonly FieldError[] | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.status = details.status ?? 0;
    this.errors = details.errors ?? [];
    this.retryAfter = details.retryAfter;
  }
}
