import {
  operations,
  type BodyOf,
  type Operation,
  type OperationId,
  type ParamsOf,
  type ResponseOf,
} from '../contract/operations.ts';
import type { OutboxMail } from '../contract/development.ts';
import { problemSchema, type Problem } from '../contract/problems.ts';

/** Something that answers the contract: any base URL, or the backend in this process. */
export interface Host {
  name: string;
  /** What a page of this host would have as its origin. */
  origin: string;
  /** One browser: keeps its cookies, knows nothing of the others'. */
  browser(): Browser;
  close(): Promise<void>;
}

export interface Browser {
  /** A request exactly as given, with this browser's cookies. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

interface Options<Id extends OperationId> {
  body?: BodyOf<Id>;
  params?: ParamsOf<Id>;
  ifMatch?: string;
  headers?: Record<string, string>;
  raw?: BodyInit;
}

/** Calls an operation and returns the bare response. */
export function send<Id extends OperationId>(browser: Browser, id: Id, options: Options<Id> = {}): Promise<Response> {
  const { method, path }: Operation = operations[id];
  const params: Record<string, string> = options.params ?? {};
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const headers = new Headers(options.headers);
  if (options.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  const body = options.raw ?? (options.body === undefined ? null : JSON.stringify(options.body));
  return browser.fetch(filled, { method, headers, body });
}

/** Calls an operation that must succeed; returns what it answers, checked against the contract. */
export async function ask<Id extends OperationId>(
  browser: Browser,
  id: Id,
  options?: Options<Id>,
): Promise<ResponseOf<Id>> {
  const operation: Operation = operations[id];
  const response = await send(browser, id, options);
  if (response.status !== operation.status)
    throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
  return (operation.response ? operation.response.parse(await response.json()) : undefined) as ResponseOf<Id>;
}

/** Reads a failed response as the problem that it must be, with the matching status and media type. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (!type.startsWith('application/problem+json'))
    throw new Error(`no problem+json but ${response.status} ${type}: ${text}`);
  const problem = problemSchema.parse(JSON.parse(text));
  if (problem.status !== response.status)
    throw new Error(`status ${response.status} is not the problem's ${problem.status}`);
  return problem;
}

export const advance = (host: Host, duration: string): Promise<unknown> =>
  ask(host.browser(), 'travel', { body: { advance: duration } });

/** The newest mail to an address; fails when there is none. */
export async function newestMail(host: Host, to: string): Promise<OutboxMail> {
  const mail = (await ask(host.browser(), 'getOutbox')).find((found) => found.to === to);
  if (!mail) throw new Error(`no mail to ${to}`);
  return mail;
}

export async function mailsTo(host: Host, to: string): Promise<OutboxMail[]> {
  return (await ask(host.browser(), 'getOutbox')).filter((mail) => mail.to === to);
}

export function tokenIn(mail: OutboxMail): string {
  const token = mail.links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
  if (!token) throw new Error(`no token in the mail "${mail.subject}"`);
  return token;
}
