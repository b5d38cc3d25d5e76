import type { PublicPolicy } from '../../contract/policy.ts';
import type { CurrentSession } from '../../contract/session.ts';
import { call } from './api.ts';

/** What the first frame needs. The server writes it into the page; without such a server it is asked for. */
export interface Boot {
  policy: PublicPolicy;
  session: CurrentSession;
  locale: string;
  /** `system`, or the name of a theme. */
  theme: string;
  /** Whether the `/dev` operations are there. */
  development: boolean;
  /** Texts of `locale` by namespace; the rest is loaded when it is needed. */
  messages: Record<string, Record<string, unknown>>;
}

/** The element that carries it: data, not script, so the content security policy has nothing to allow. */
const bootElementId = 'foyer-boot';

export function readBoot(): Boot | undefined {
  const text = document.getElementById(bootElementId)?.textContent;
  return text ? (JSON.parse(text) as Boot) : undefined;
}

/** The same from the API, for the mock backend and for hosts that serve the files alone. */
export async function fetchBoot(development: boolean): Promise<Boot> {
  const [policy, session] = await Promise.all([call('getPolicy'), call('getSession')]);
  const locale =
    session.preferences?.locale ?? supported(policy.locales, [cookie('foyer-locale'), ...navigator.languages]);
  const theme = session.preferences?.theme ?? cookie('foyer-theme') ?? 'system';
  return { policy, session, locale, theme, development, messages: {} };
}

function supported(locales: readonly string[], wanted: readonly (string | undefined)[]): string {
  for (const tag of wanted) {
    const found = locales.find((locale) => locale === tag || locale === tag?.split('-')[0]);
    if (found) return found;
  }
  return locales[0] ?? 'en';
}

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Remembers a choice for pages that are seen before sign-in. Nothing secret: the server reads it to paint the first frame. */
export function rememberInCookie(name: 'foyer-locale' | 'foyer-theme', value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
