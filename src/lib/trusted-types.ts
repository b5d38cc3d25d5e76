/** The part of the Trusted Types API that is used; TypeScript's DOM does not know it yet. */
interface TrustedTypes {
  /** What comes back is an object that sinks take in place of a string; it is passed on and never looked into. */
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/**
 * An address that `new Worker` accepts where the page asks for Trusted Types (policy `foyer-worker`). Refuses every
 * address of another origin, and `blob:` and `data:` with them.
 */
export function trustedWorkerUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return sameOrigin(url);
  policy ??= trustedTypes.createPolicy('foyer-worker', { createScriptURL: sameOrigin });
  return policy.createScriptURL(url);
}

function sameOrigin(url: string): string {
  const { origin, protocol, href } = new URL(url, location.href);
  if (origin !== location.origin || !protocol.startsWith('http')) throw new TypeError('A worker of another origin');
  return href;
}
