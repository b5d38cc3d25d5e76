import type { CDPSession } from '@playwright/test';

type Kind = 'js' | 'css' | 'font' | 'image' | 'html' | 'api' | 'other';

interface Pending {
  url: string;
  mimeType: string;
  type: string;
  isCached: boolean;
}

/** What has crossed the wire so far. */
export interface Network {
  requests: number;
  failed: string[];
  /** Encoded bytes with headers, by kind. */
  bytes: Record<Kind, number>;
  pending: Map<string, Pending>;
  /** Epoch milliseconds. */
  lastActivity: number;
}

function kindOf({ mimeType, type }: Pending): Kind {
  if (mimeType.includes('javascript') || type === 'Script') return 'js';
  if (mimeType === 'text/css') return 'css';
  if (mimeType.includes('font') || type === 'Font') return 'font';
  if (mimeType.startsWith('image/')) return 'image';
  if (mimeType === 'text/html') return 'html';
  return type === 'XHR' || type === 'Fetch' || mimeType.includes('json') ? 'api' : 'other';
}

/** Counts by the protocol's own events, so that compression, headers and the cache are seen as they are. */
export function watchNetwork(session: CDPSession): Network {
  const state: Network = {
    requests: 0,
    failed: [],
    bytes: { js: 0, css: 0, font: 0, image: 0, html: 0, api: 0, other: 0 },
    pending: new Map(),
    lastActivity: Date.now(),
  };
  const touch = () => {
    state.lastActivity = Date.now();
  };
  const isIgnored = (url: string) =>
    /^(?:data|blob|chrome|about):/u.test(url) || new URL(url).pathname === '/favicon.ico';

  session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    if (isIgnored(request.url)) return;
    if (redirectResponse) state.bytes.other += redirectResponse.encodedDataLength;
    state.requests += 1;
    state.pending.set(requestId, { url: request.url, mimeType: '', type: '', isCached: false });
    touch();
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => {
    const entry = state.pending.get(requestId);
    if (entry) entry.isCached = true;
  });
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const entry = state.pending.get(requestId);
    if (!entry) return;
    const isCached = entry.isCached || response.fromDiskCache === true;
    Object.assign(entry, { mimeType: response.mimeType, type, isCached });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = state.pending.get(requestId);
    if (!entry) return;
    if (entry.isCached) state.requests -= 1;
    else state.bytes[kindOf(entry)] += encodedDataLength;
    state.pending.delete(requestId);
    touch();
  });
  session.on('Network.loadingFailed', ({ requestId, errorText }) => {
    const entry = state.pending.get(requestId);
    if (entry) state.failed.push(`${entry.url} ${errorText}`);
    state.pending.delete(requestId);
    touch();
  });
  return state;
}
