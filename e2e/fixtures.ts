import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { advance, ask, newestMail, type Host } from '../conformance/host.ts';
import { freshNetwork } from '../conformance/network.ts';
import { applicant, member, type Person } from '../conformance/people.ts';
import type { ProfileInput } from '../contract/account.ts';
import { expectAccessible } from './accessible.ts';
import { hideControlDesk, openBackend, type Backend, type BackendName } from './backends.ts';
import { faultsOn, type Faults } from './faults.ts';
import { Watch } from './watch.ts';

export { expect } from '@playwright/test';

export interface BackendOptions {
  backend: BackendName;
  /** A server of its own, for tests that move its clock or stop it. The mock has one in every context as it is. */
  isolated: boolean;
}

interface Persona {
  /** Signed up, not confirmed yet; `token` is that of the mailed link. */
  applicant(): Promise<{ email: string; token: string }>;
  /** Confirmed, and signed in nowhere. */
  member(): Promise<Person>;
  /** Signed in in the page's browser, with these details in the profile. */
  signedIn(profile?: ProfileInput | Partial<ProfileInput>): Promise<Person>;
  /** Changes the profile of who is signed in in the page's browser, behind the page's back. */
  change(profile: Partial<ProfileInput>): Promise<void>;
}

interface Fixtures {
  house: Backend;
  host: Host;
  watch: Watch;
  persona: Persona;
  /** Where the newest mail to an address leads. */
  mailedLink: (to: string) => Promise<string>;
  /** Moves the backend's clock forward by an ISO 8601 duration. */
  advance: (duration: string) => Promise<unknown>;
  faults: Faults;
  /** One more page somewhere else: another browser. The mock's data lives in one browser; there it is another tab. */
  elsewhere: () => Promise<Page>;
  prepare: (context: BrowserContext) => Promise<void>;
  /** Fails the test that left a fault or an inaccessible page behind. */
  checks: void;
}

export const test = base.extend<BackendOptions & Fixtures>({
  backend: ['sqlite', { option: true }],
  isolated: [false, { option: true }],

  // Sign-ups and failed sign-ins are counted by network: every test comes from another one.
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': freshNetwork() }),

  house: async ({ backend, isolated }, use, testInfo) => {
    testInfo.skip(backend === 'postgres' && !process.env['E2E_POSTGRES'], 'PostgreSQL is not installed');
    const house = await openBackend(backend, isolated);
    await use(house);
    await house.close();
  },
  baseURL: async ({ house }, use) => use(house.origin),

  watch: async ({}, use) => use(new Watch()),
  prepare: async ({ watch, backend }, use) =>
    use(async (context) => {
      await watch.over(context);
      if (backend === 'mock') await hideControlDesk(context);
    }),
  context: async ({ context, prepare }, use) => {
    await prepare(context);
    await use(context);
  },
  checks: [
    async ({ page, watch }, use, testInfo) => {
      await use();
      const isPassed = testInfo.status === testInfo.expectedStatus;
      if (isPassed && page.url().startsWith('http')) await expectAccessible(page);
      test.expect(watch.faults, 'what went wrong in the pages').toEqual([]);
    },
    { auto: true },
  ],

  host: async ({ house, page }, use) => use(house.host(page)),
  advance: async ({ host }, use) => use((duration) => advance(host, duration)),
  mailedLink: async ({ host }, use) =>
    use(async (to) => {
      const [link] = (await newestMail(host, to)).links;
      if (link === undefined) throw new Error(`no link in the mail to ${to}`);
      return link;
    }),
  faults: async ({ page, backend, watch }, use) => use(faultsOn(page, backend, watch)),
  persona: async ({ house, host, page }, use) => use(personaOf(house, host, page)),
  elsewhere: async ({ browser, context, backend, prepare }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      if (backend === 'mock') return context.newPage();
      const other = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': freshNetwork() } });
      opened.push(other);
      await prepare(other);
      return other.newPage();
    });
    for (const other of opened) await other.close();
  },
});

function personaOf(house: Backend, host: Host, page: Page): Persona {
  const change = async (profile: Partial<ProfileInput>) => {
    const own = house.own(page);
    const { etag } = await ask(own, 'getAccount');
    await ask(own, 'changeAccount', { body: profile, ifMatch: etag });
  };
  return {
    applicant: () => applicant(host),
    member: () => member(host),
    async signedIn(profile = {}) {
      const person = await member(host);
      await ask(house.own(page), 'signIn', { body: { email: person.email, password: person.password } });
      if (Object.keys(profile).length > 0) await change(profile);
      return person;
    },
    change,
  };
}
