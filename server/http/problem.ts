import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { fieldCodes, problemStatus, type FieldCode } from '../../contract/problem-codes.ts';
import { type FieldError, type Problem } from '../../contract/problems.ts';
import { isUnavailable } from '../db/dialect.ts';
import { ProblemError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';

/** Every failure leaves the backend here, as problem+json with a stable code; nothing of its inside goes with it (H4). */
export function answerProblem(ports: Pick<Ports, 'log'>, c: Context<Env>, error: unknown): Response {
  const problem = asProblem(error);
  const { code, errors, retryAfter } = problem;
  const status = problemStatus[code];
  if (status >= 500 && code !== 'overloaded') {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    ports.log.error('request_failed', { requestId: c.get('requestId'), code, error: { name, message, stack } });
  }
  const body: Problem = {
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status,
    code,
    ...(errors && { errors }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return isUnavailable(error) ? new ProblemError('unavailable', { retryAfter: 5 }) : new ProblemError('internal');
}

const isFieldCode = (text: string): text is FieldCode => (fieldCodes as readonly string[]).includes(text);

/** The faults that a schema found, as field errors with JSON Pointers (RFC 6901). */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const pointer = pointerOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointer + pointerOf([key]), code: 'unknown_field' }));
    }
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
    if (isMissing) return [{ pointer, code: 'required' }];
    const params = issue.code === 'custom' ? (issue.params as Record<string, number> | undefined) : undefined;
    const code = isFieldCode(issue.message) ? issue.message : 'wrong_type';
    return [{ pointer, code, ...(params && { params }) }];
  });
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
