import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strayNotes } from './openapi-schemas.ts';
import { commonProblems, openApiDocument, problemsOf } from './openapi.ts';
import { type Operation, operations } from './operations.ts';
import { problemStatus } from './problem-codes.ts';

const document = openApiDocument();
const all: [string, Operation][] = Object.entries(operations);
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** Every object inside a value, itself included. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

function resolve(pointer: string): unknown {
  const parts = pointer.replace(/^#\//u, '').split('/');
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
}

describe('the OpenAPI document (M1)', () => {
  it('is the committed file', () => {
    const committed = readFileSync(new URL('openapi.json', import.meta.url), 'utf8');
    expect(committed).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('names every operation once, by its method and path', () => {
    const wanted = all.map(([id, { method, path }]) => `${id} ${method.toLowerCase()} ${path}`);
    expect(described.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort()).toEqual(
      wanted.sort(),
    );
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(all.length);
  });

  it('declares the parameters of every path', () => {
    for (const { path, parameters = [] } of described) {
      const declared = parameters.flatMap((parameter) =>
        'in' in parameter && 'name' in parameter && parameter.in === 'path' ? [parameter.name] : [],
      );
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name));
    }
  });

  it('resolves every reference, and uses every component', () => {
    const refs = new Set([...objectsIn(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : [])));
    expect([...refs].filter((ref) => resolve(ref) === undefined)).toEqual([]);
    const { securitySchemes: _used, ...components } = document.components;
    const named = Object.entries(components).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `#/components/${kind}/${name}`),
    );
    expect(named.filter((name) => !refs.has(name))).toEqual([]);
  });

  it('documents every problem code, under the status that carries it', () => {
    const documented = new Set([...all.flatMap(([, operation]) => problemsOf(operation)), ...commonProblems]);
    expect(Object.keys(problemStatus).filter((code) => !documented.has(code as keyof typeof problemStatus))).toEqual(
      [],
    );
    for (const [id, operation] of all) {
      const responses = described.find(({ operationId }) => operationId === id)?.responses ?? {};
      for (const code of problemsOf(operation)) {
        const response = responses[problemStatus[code]];
        expect(response?.description).toContain(`\`${code}\``);
        expect(JSON.stringify(response?.content?.['application/problem+json'])).toContain(`"${code}"`);
      }
      expect(responses['default']).toEqual({ $ref: '#/components/responses/Problem' });
    }
  });

  it('says how long to wait where waiting helps', () => {
    for (const { responses } of described) {
      for (const status of ['429', '503'].filter((candidate) => candidate in responses)) {
        expect(responses[status]?.headers).toHaveProperty('Retry-After');
      }
    }
  });

  it('asks for the entity tag where a change is conditional, and shows it where it is read', () => {
    const account = document.paths['/api/account'];
    expect(account?.['patch']?.parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' });
    expect(account?.['get']?.responses['200']?.headers).toHaveProperty('ETag');
    expect(account?.['patch']?.responses['200']?.headers).toHaveProperty('ETag');
  });

  it('wants a session exactly where only a person may call', () => {
    for (const [id, { access }] of all) {
      const security = described.find(({ operationId }) => operationId === id)?.security;
      expect(security).toEqual(access === 'person' ? [{ session: [] }] : []);
    }
  });

  it('describes every tag it uses and puts development operations apart', () => {
    const tags = new Map(document.tags.map(({ name, description }) => [name, description]));
    for (const { tags: used } of described) for (const tag of used) expect(tags.get(tag)).toBeTruthy();
    for (const { path, tags: used } of described) expect(used.includes('development')).toBe(path.startsWith('/dev/'));
  });

  it('keeps requests closed and answers open to new fields', () => {
    const { SignUp, Account } = document.components.schemas;
    expect(SignUp).toMatchObject({
      additionalProperties: false,
      properties: { firstName: { minLength: 1, maxLength: 100 } },
    });
    expect(Account).not.toHaveProperty('additionalProperties');
  });

  it('writes the phone as a plain string in both directions', () => {
    const { ProfileChange, Account } = document.components.schemas;
    expect(ProfileChange?.properties?.['phone']).toMatchObject({ type: 'string' });
    expect(Account?.properties?.['phone']).toMatchObject({ type: 'string' });
  });

  it('has no note for a field that is no more', () => {
    expect(strayNotes(document.components.schemas)).toEqual([]);
  });
});
