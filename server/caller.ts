/** Who sent a request, as far as the host can tell. */
export interface Caller {
  /** Canonical network address: IPv4, or IPv6 as written by the URL parser. Empty where the host has none. */
  address: string;
  userAgent: string;
}

/** A caller with a live session. */
export interface Person extends Caller {
  accountId: string;
  sessionId: string;
}
