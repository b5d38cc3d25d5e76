import { endpoints, type Endpoint } from '../../contract/endpoints.ts';
import type { BodyOf, OperationId, ParamsOf, ResponseOf } from '../../contract/operations.ts';
import { problemStatus } from '../../contract/problem-codes.ts';
import { type Problem } from '../../contract/problems.ts';
import { ApiError } from './api-error.ts';

type Given<Name extends string, Value> = Value extends undefined ? { [K in Name]?: undefined } : { [K in Name]: Value };

export type CallOptions<Id extends OperationId> = Given<'body', BodyOf<Id>> &
  Given<'params', ParamsOf<Id>> & {
    /** For operations with a raw body; its type is sent as the media type. */
    rawBody?: Blob;
    /** The entity tag last seen, for conditional operations. */
    ifMatch?: string;
    signal?: AbortSignal;
  };

/** 31 s is what the slowest answer may take; then the person is told and may try again. */
const patience = 31_000;

/** Calls an operation of the contract. Throws `ApiError` for every way it can fail, and passes an abort on as it is. */
export async function call<Id extends OperationId>(
  id: Id,
  ...[options]: undefined extends BodyOf<Id> & ParamsOf<Id> ? [CallOptions<Id>?] : [CallOptions<Id>]
): Promise<ResponseOf<Id>> {
  const { method, path: template, status }: Endpoint = endpoints[id];
  const { body, params, rawBody, ifMatch, signal } = (options ?? {}) as Partial<CallOptions<Id>> & {
    params?: Record<string, string>;
  };
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (rawBody) headers.set('Content-Type', rawBody.type);
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const path = template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const timeout = AbortSignal.timeout(patience);
  const payload = rawBody ?? (body === undefined ? null : JSON.stringify(body));

  let response: Response;
  let text: string;
  try {
    response = await fetch(import.meta.env.BASE_URL.replace(/\/$/u, '') + path, {
      method,
      headers,
      body: payload,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    throw new ApiError('network');
  }
  if (response.status === 204) return undefined as ResponseOf<Id>;
  const json = parse(text);
  // The server holds every answer against the contract. What is no JSON object at all comes from something in between.
  if (response.status === status && typeof json === 'object' && json !== null) return json as ResponseOf<Id>;
  if (isProblem(json))
    throw new ApiError(json.code, { status: response.status, errors: json.errors, retryAfter: json.retryAfter });
  throw new ApiError('unreadable', { status: response.status });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(json: unknown): json is Problem {
  const code = (json as Partial<Problem> | undefined)?.code;
  return typeof code === 'string' && Object.hasOwn(problemStatus, code);
}
