import {
  operations,
  type BodyOf,
  type Operation,
  type OperationId,
  type ResponseOf,
} from '../../contract/operations.ts';

/** One browser: answers a request, keeps its cookies, and leaves them out of requests with `credentials: 'omit'`. */
export type Handle = (request: Request) => Promise<Response>;

/** How a page says the browser's name: its own requests may not carry a `User-Agent`. The host of the mock reads it. */
export const otherBrowserHeader = 'x-other-browser';

interface Options<Id extends OperationId> {
  body?: BodyOf<Id>;
  ifMatch?: string;
  /** From a browser that this one knows nothing of, named like this. */
  otherBrowser?: string;
}

export type Ask = ReturnType<typeof asking>;

/** Calls the operations of the contract under `baseUrl`; a body must be what the contract says of it. */
export function asking(handle: Handle, baseUrl: string) {
  function send<Id extends OperationId>(id: Id, options: Options<Id> = {}): Promise<Response> {
    const { method, path }: Operation = operations[id];
    const headers = new Headers();
    if (options.body !== undefined) headers.set('content-type', 'application/json');
    if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
    if (options.otherBrowser !== undefined) {
      headers.set('user-agent', options.otherBrowser);
      headers.set(otherBrowserHeader, options.otherBrowser);
    }
    const credentials = options.otherBrowser === undefined ? 'same-origin' : 'omit';
    const body = options.body === undefined ? null : JSON.stringify(options.body);
    return handle(new Request(baseUrl + path, { method, headers, credentials, body }));
  }

  /** What a call answers that has to succeed. */
  async function ask<Id extends OperationId>(id: Id, options?: Options<Id>): Promise<ResponseOf<Id>> {
    const operation: Operation = operations[id];
    const response = await send(id, options);
    if (response.status !== operation.status)
      throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
    return (operation.response ? operation.response.parse(await response.json()) : undefined) as ResponseOf<Id>;
  }
  return { send, ask };
}
