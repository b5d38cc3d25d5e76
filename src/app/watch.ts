const channel = 'foyer-session';

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
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    location.reload();
  });
}

/** Signing in or out in one tab reaches the others: they start anew with what is true now (F9). */
export function watchOtherTabs(): void {
  new BroadcastChannel(channel).addEventListener('message', () => location.reload());
}

export function tellOtherTabs(): void {
  const sender = new BroadcastChannel(channel);
  sender.postMessage('changed');
  sender.close();
}
