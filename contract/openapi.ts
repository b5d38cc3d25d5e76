import { type JsonSchema, componentSchemas, refOf } from './openapi-schemas.ts';
import { type Operation, operations } from './operations.ts';
import { type ProblemCode, problemStatus } from './problem-codes.ts';

/** An OpenAPI 3.1 response, or a reference to one. */
export interface OpenApiResponse {
  $ref?: string;
  description?: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema?: JsonSchema }>;
}

export interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters?: object[];
  requestBody?: { required: true; content: Record<string, { schema?: JsonSchema }> };
  responses: Record<string, OpenApiResponse>;
}

export interface OpenApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; summary: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, OpenApiResponse>;
    parameters: Record<string, object>;
    headers: Record<string, object>;
    securitySchemes: Record<string, object>;
  };
}

/** Version of the contract: raised when an operation, field or code is added; nothing is renamed or taken away. */
const contractVersion = '0.1.0';

/** What any call can meet, whatever it asks for: described once, as the `default` response. */
export const commonProblems: readonly ProblemCode[] = ['not_found', 'method_not_allowed', 'internal', 'unavailable'];

const description = `The API of the account portal. Its rules hold for every operation:

- **JSON only.** A request body is \`application/json\` in UTF-8, the picture upload apart; anything else is \`not_acceptable_media\`. A field that the contract does not know is refused, and an answer may gain fields without notice.
- **Origin.** A request that changes something and carries \`Origin\` must name the origin of the deployment’s public address, or it is \`cross_site\`. Browsers always send it; a client that is no browser may leave it out.
- **Session.** Signing in sets an HttpOnly cookie. There are no bearer tokens.
- **Problems.** Every failure is \`application/problem+json\` (RFC 9457) with a stable \`code\`. Switch on the code and never on the text. Refused fields are named in \`errors\` by JSON Pointer, each with a code of its own.
- **Changed elsewhere.** Operations with \`If-Match\` want the entity tag last seen (\`ETag\`). Without it the answer is \`precondition_required\`, with an old one \`changed_elsewhere\`: read again, then write.
- **Waiting.** \`throttled\`, \`overloaded\` and \`unavailable\` say in \`Retry-After\` how many seconds to wait.`;

const tagDescriptions: Record<string, string> = {
  policy: 'What this deployment allows.',
  health: 'For balancers and monitoring.',
  'sign-up': 'From asking for an account to a proven mailbox.',
  session: 'Signing in and out.',
  account: 'The signed-in person: profile, preferences, picture, sessions.',
  avatars: 'Pictures as other pages show them.',
  development: 'Exists in development mode alone; elsewhere every call is `not_found`.',
};

const statusTexts: Record<Operation['status'], string> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted; the rest happens by mail.',
  204: 'Done; nothing to say.',
};

/** The contract as an OpenAPI 3.1 document. The same contract gives the same text, byte for byte. */
export function openApiDocument(): OpenApiDocument {
  const all: [string, Operation][] = Object.entries(operations);
  const paths: OpenApiDocument['paths'] = {};
  for (const [id, operation] of all) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(id, operation);
  }
  const used = [...new Set(all.map(([, operation]) => tagOf(operation)))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Foyer API',
      version: contractVersion,
      summary: 'The account portal of a product suite',
      description,
    },
    servers: [{ url: '/' }],
    tags: used.map((name) => ({ name, description: tagDescriptions[name] ?? '' })),
    paths,
    components: { schemas: componentSchemas(), ...sharedParts },
  };
}

/**
 * Every problem that an operation can answer with, beside `commonProblems`: its own, and those that follow from who may
 * call it and from what it is sent.
 */
export function problemsOf(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = [...operation.problems];
  if (operation.access === 'person') codes.push('unauthenticated');
  if (operation.method !== 'GET') codes.push('cross_site');
  if (operation.body) codes.push('malformed_body');
  if (operation.body || operation.rawBody) codes.push('not_acceptable_media', 'too_large');
  const order = Object.keys(problemStatus);
  return [...new Set(codes)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function describe(id: string, operation: Operation): OpenApiOperation {
  const parameters = parametersOf(operation);
  const media = operation.body
    ? { 'application/json': { schema: refOf(operation.body) } }
    : rawMedia(operation.rawBody);
  return {
    operationId: id,
    summary: operation.summary,
    tags: [tagOf(operation)],
    security: operation.access === 'person' ? [{ session: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(media && { requestBody: { required: true, content: media } }),
    responses: {
      [operation.status]: success(id, operation),
      ...failures(operation),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function tagOf({ access, path }: Operation): string {
  return access === 'development' ? 'development' : (path.split('/')[2] ?? '');
}

/** Binary content has no schema in OpenAPI 3.1; its media type says it all. */
function rawMedia(types: readonly string[] | undefined): Record<string, object> | undefined {
  return types && Object.fromEntries(types.map((type) => [type, {}]));
}

function parametersOf(operation: Operation): object[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...inPath,
    ...(operation.method === 'GET' ? [] : [shared('Origin')]),
    ...(operation.conditional ? [shared('IfMatch')] : []),
  ];
}

function success(id: string, operation: Operation): OpenApiResponse {
  const content = operation.response
    ? { 'application/json': { schema: refOf(operation.response) } }
    : rawMedia(operation.rawResponse ? [operation.rawResponse] : undefined);
  const headers = [...(isTagged(operation) ? ['ETag'] : []), ...(id === 'signIn' ? ['Set-Cookie'] : [])];
  return { description: statusTexts[operation.status], ...withHeaders(headers), ...(content && { content }) };
}

/** A resource with conditional changes shows its entity tag whenever it is read or written. */
function isTagged({ method, path, conditional }: Operation): boolean {
  const all: Operation[] = Object.values(operations);
  return conditional === true || (method === 'GET' && all.some((other) => other.conditional && other.path === path));
}

function failures(operation: Operation): Record<string, OpenApiResponse> {
  const byStatus = Map.groupBy(problemsOf(operation), (code) => problemStatus[code]);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), problemResponse(codes)]));
}

function problemResponse(codes: readonly ProblemCode[]): OpenApiResponse {
  const waits = codes.some((code) => ['throttled', 'overloaded', 'unavailable'].includes(code));
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { code: { enum: [...codes] } } };
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    ...withHeaders(waits ? ['Retry-After'] : []),
    content: { 'application/problem+json': { schema } },
  };
}

function withHeaders(names: string[]): Pick<OpenApiResponse, 'headers'> {
  if (names.length === 0) return {};
  return { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) };
}

const text = { type: 'string' };
const sharedParts: Omit<OpenApiDocument['components'], 'schemas'> = {
  responses: { Problem: problemResponse(commonProblems) },
  parameters: {
    Origin: {
      name: 'Origin',
      in: 'header',
      required: false,
      description: 'The origin of the deployment’s public address. Browsers always send it.',
      schema: text,
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The entity tag last seen, quotation marks included.',
      schema: text,
    },
  },
  headers: {
    ETag: { description: 'The entity tag of the state in this answer (RFC 9110 §8.8.3).', schema: text },
    'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
    'Set-Cookie': { description: 'The session cookie: opaque, HttpOnly, SameSite=Lax; Secure over TLS.', schema: text },
  },
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-foyer',
      description: 'Set by signing in. Over plain http, as in development, it is called `foyer`.',
    },
  },
};
