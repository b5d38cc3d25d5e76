import { CookieJar } from 'tough-cookie';
import type { Browser } from '../host.ts';
import { freshNetwork } from '../network.ts';

/** A browser with a cookie jar and an address of its own over any fetch. */
export function httpBrowser(origin: string, fetcher: (request: Request) => Promise<Response> = fetch): Browser {
  const jar = new CookieJar();
  const address = freshNetwork();
  return {
    async fetch(path, init) {
      const url = origin + path;
      const headers = new Headers(init?.headers);
      const cookie = jar.getCookieStringSync(url);
      if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', address);
      if (cookie && !headers.has('cookie')) headers.set('cookie', cookie);
      const response = await fetcher(new Request(url, { ...init, headers, redirect: 'manual' }));
      for (const line of response.headers.getSetCookie()) jar.setCookieSync(line, url);
      return response;
    },
  };
}
