import type { ProblemCode } from '../contract/problem-codes.ts';
import type { FieldError } from '../contract/problems.ts';

/** A request that fails for a reason the contract names. Thrown by verbs, mapped to problem+json once, in `app.ts`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, details: { errors?: FieldError[]; retryAfter?: number } = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.errors = details.errors;
    this.retryAfter = details.retryAfter;
  }
}

/** Too much of one costly kind of work is waiting; the excess is told to come back (G3). */
export class OverloadedError extends ProblemError {
  constructor(retryAfter = 2) {
    super('overloaded', { retryAfter });
    this.name = 'OverloadedError';
  }
}

/** A picture that passed the header check and that the decoder still could not read. */
export class DamagedImageError extends ProblemError {
  constructor() {
    super('image_damaged');
    this.name = 'DamagedImageError';
  }
}
