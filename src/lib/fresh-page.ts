const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/**
 * Goes on with a fresh page in place of this one: nothing of what this one has in memory or history stays (F14), and
 * the server paints the next one for whoever is signed in now.
 */
export function leaveFor(path: string): void {
  location.replace(base + path);
}
