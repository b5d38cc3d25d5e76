/** Web Crypto alone: the same on Node and in a browser. */

/** Base64url without padding. */
function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A secret of 256 random bits for links and cookies (S1). */
export function newToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** A public identifier of 160 random bits: cannot be guessed either. */
export function newId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(20)));
}

/** `Ports.digest` where there is Web Crypto alone. */
export async function webDigest(secret: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));
}
