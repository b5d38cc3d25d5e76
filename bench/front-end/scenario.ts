import type { Cookie } from '@playwright/test';

export interface StubRequest {
  method: string;
  url: URL;
}

/** One page to open and, where it has one, the click that leads to its next screen. */
export interface Scenario {
  /** As the report and the file names of screenshots call it. */
  name: string;
  /** Path to open, from the root of the origin. */
  path: string;
  /** Selector of the control that makes the page usable. */
  ready: string;
  interaction?: { click: string; expect: string };
  /** Who serves the page. */
  from: FloorSource | FoyerSource;
}

/** A floor: built from `floors/<name>` and served by the harness, with an API that answers at once. */
export interface FloorSource {
  kind: 'floor';
  floor: string;
  /** JSON to answer with; undefined leaves the request to the files. */
  answer?: (request: StubRequest) => object | undefined;
}

/** The product itself, as it runs in production; `signedIn` brings the session cookie of a fresh person along. */
export interface FoyerSource {
  kind: 'foyer';
  signedIn: boolean;
}

/** A scenario with somewhere to go. */
export interface Target {
  scenario: Scenario;
  origin: string;
  cookies: Pick<Cookie, 'name' | 'value'>[];
}
