import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Handle } from '../scenarios/ask.ts';
import { ControlDesk } from './control-desk.tsx';
import styles from './control-desk.css?inline';
import { deskBackend } from './desk-backend.ts';
import { offerPageApi } from './page-api.ts';
import { keepingSettings, takeSettingsFromUrl } from './settings.ts';

export interface Desk {
  /** Asks the mock backend past latency and faults. */
  handle: Handle;
  /** Forgets everything and starts anew. */
  reset(): Promise<void>;
}

/**
 * Puts the control desk at the end of the page, in a shadow root: no style of the app reaches it and none of its own
 * leaves it. Only custom properties come through, and so it wears the app's theme.
 */
export function openDesk(desk: Desk): void {
  takeSettingsFromUrl();
  const backend = deskBackend(desk.handle);
  const reset = () => keepingSettings(() => desk.reset());
  offerPageApi(desk.handle, backend, reset);

  const host = document.createElement('foyer-control-desk');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const place = document.createElement('div');
  place.className = 'place';
  shadow.append(place);
  document.body.append(host);

  // A page that is told to be offline still has its backend in itself.
  const networkMode = 'always';
  const client = new QueryClient({
    defaultOptions: { queries: { networkMode, retry: false }, mutations: { networkMode } },
  });
  createRoot(place).render(
    <QueryClientProvider client={client}>
      <ControlDesk backend={backend} reset={reset} navigate={(url) => location.assign(url)} />
    </QueryClientProvider>,
  );
}
