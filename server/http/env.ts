import type { Caller, Person } from '../caller.ts';

/** The session cookie, wherever this host keeps cookies. */
export interface CookiePort {
  session(): string | undefined;
  setSession(token: string): void;
  clearSession(): void;
}

/** What a host may hand in with a request. */
export interface HostBindings {
  /** Cookies where the platform hides the header (a browser does). */
  cookieHeader?: string;
  /** Taken out where the platform hides `Set-Cookie`. */
  setCookies?: string[];
  /** The peer's network address. */
  address?: string;
}

export interface Env {
  Bindings: HostBindings;
  Variables: {
    requestId: string;
    caller: Caller;
    cookies: CookiePort;
    /** The person behind the session cookie, looked up at most once a request. */
    person: () => Promise<Person | undefined>;
  };
}
