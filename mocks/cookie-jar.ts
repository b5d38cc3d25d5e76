import { CookieJar } from 'tough-cookie';

const key = 'foyer-mock-cookies';

/**
 * The mock's cookies. A page may neither see `Set-Cookie` nor send `Cookie`, so the mock keeps a jar of its own in
 * localStorage, read at every request: a second tab is signed in, and out, with the first.
 */
export function cookieJar(url: string) {
  const open = () => {
    const text = localStorage.getItem(key);
    return text === null ? new CookieJar() : CookieJar.deserializeSync(text);
  };
  return {
    header: () => open().getCookieStringSync(url),
    take(lines: readonly string[]) {
      if (lines.length === 0) return;
      const jar = open();
      for (const line of lines) jar.setCookieSync(line, url);
      localStorage.setItem(key, JSON.stringify(jar.serializeSync()));
    },
    clear: () => localStorage.removeItem(key),
  };
}
