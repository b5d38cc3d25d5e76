import { ProblemError } from '../errors.ts';

/** Reads a body up to `max` bytes, counting what arrives: a length may be missing or lie (V2, case-42). */
export async function readBody(request: Request, max: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > max) throw new ProblemError('too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > max) throw new ProblemError('too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever breaks off in the middle hears no answer; it is no fault of ours either.
    throw error instanceof ProblemError ? error : new ProblemError('malformed_body');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The media type alone, lower case; empty when there is none. */
export const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
