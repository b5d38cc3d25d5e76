const name = 'foyer-session';

/** Signing in or out in one tab reaches the others: they start anew with what is true now (F9). */
export function watchOtherTabs(): void {
  new BroadcastChannel(name).addEventListener('message', () => location.reload());
}

export function tellOtherTabs(): void {
  const sender = new BroadcastChannel(name);
  sender.postMessage('changed');
  sender.close();
}
