/** A page that the browser kept whole in memory may show what belongs to somebody who has left (F14). */
export function watchBackForwardCache(): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

/** After a deploy, an open tab asks for files that are gone: one reload brings the new ones (F13). */
export function watchStaleBundle(): void {
  const key = 'foyer-reloaded-at';
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine) return;
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    location.reload();
  });
}
