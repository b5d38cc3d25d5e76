import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import {
  operations,
  type Operation,
  type OperationId,
  type ParamsOf,
  type ParsedBodyOf,
  type ResponseOf,
} from '../../contract/operations.ts';
import type { Caller, Person } from '../caller.ts';
import { ProblemError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Env } from './env.ts';
import { fieldErrors } from './problem.ts';
import { mediaType, readBody } from './read-body.ts';

const jsonMax = 64 * 1024;
/** More faults than any form of ours has fields. */
const errorsMax = 50;

type Accessed<Id extends OperationId> = (typeof operations)[Id]['access'] extends 'person' ? Person : undefined;

/** What a route gets, already checked against the contract. */
export interface Incoming<Id extends OperationId> {
  body: ParsedBodyOf<Id>;
  params: ParamsOf<Id>;
  caller: Caller;
  /** Present exactly where the operation is for a signed-in person. */
  person: Accessed<Id>;
  /** For what only few routes need: cookies, headers, the raw body. */
  c: Context<Env>;
}

type Answer<Id extends OperationId> = ResponseOf<Id> | Response;

/**
 * Mounts one operation of the contract: access, media type, size, shape in; shape out. A route then calls one verb.
 * Answers are parsed by the contract too, so that nothing leaves that it does not name.
 */
export function mount<Id extends OperationId>(
  app: Hono<Env>,
  ports: Ports,
  id: Id,
  handle: (incoming: Incoming<Id>) => Promise<Answer<Id>> | Answer<Id>,
): void {
  const operation: Operation = operations[id];
  app.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/gu, ':$1'), async (c) => {
    if (operation.access === 'development' && !ports.development) throw new ProblemError('not_found');
    // What cannot be one of our identifiers never reaches the database, which may choke on it.
    if (!Object.values<string>(c.req.param()).every((value) => /^[\w-]{1,100}$/u.test(value)))
      throw new ProblemError('not_found');
    const person = operation.access === 'person' ? await c.get('person')() : undefined;
    if (operation.access === 'person' && !person) throw new ProblemError('unauthenticated');
    if (operation.conditional && !c.req.header('if-match')) throw new ProblemError('precondition_required');
    if (operation.rawBody && !operation.rawBody.includes(mediaType(c.req.raw)))
      throw new ProblemError('not_acceptable_media');
    const body = operation.body ? await parseJson(c.req.raw, operation.body) : undefined;
    const incoming = { body, params: c.req.param(), caller: c.get('caller'), person, c };
    const answer = await handle(incoming as unknown as Incoming<Id>);
    if (answer instanceof Response) return answer;
    if (operation.response === undefined) return c.body(null, 204);
    return c.json(z.parse(operation.response, answer) as object, operation.status as 200);
  });
}

async function parseJson(request: Request, schema: z.ZodMiniType): Promise<unknown> {
  if (mediaType(request) !== 'application/json') throw new ProblemError('not_acceptable_media');
  const bytes = await readBody(request, jsonMax);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('malformed_body');
  }
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success)
    throw new ProblemError('invalid', { errors: fieldErrors(parsed.error.issues).slice(0, errorsMax) });
  return parsed.data;
}

/** Answers 405 with `Allow` where a path exists and the method does not (H5). Mounted after every operation. */
export function mountMethodNotAllowed(app: Hono<Env>): void {
  const methods = new Map<string, string[]>();
  for (const { method, path } of Object.values<Operation>(operations)) {
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  for (const [path, allowed] of methods) {
    app.all(path.replaceAll(/\{(\w+)\}/gu, ':$1'), (c) => {
      c.header('Allow', allowed.join(', '));
      throw new ProblemError('method_not_allowed');
    });
  }
}
