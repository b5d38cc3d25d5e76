/**
 * Where to go after signing in (B9, H3): a path of this origin, else the start page. The parser decides what an address
 * means, since it is the parser that follows it; what it would repair (tabs, backslashes, `/.//`) is refused.
 */
export function safeTarget(to: string | null | undefined, origin: string = location.origin): string {
  const start = '/';
  if (!to || !/^\/(?!\/)[^\\\p{Cc}\s]*$/u.test(to) || !URL.canParse(to, origin)) return start;
  const url = new URL(to, origin);
  const isHere = url.origin === origin && !url.pathname.startsWith('//') && !/%(?:2f|5c)/iu.test(url.pathname);
  return isHere ? url.pathname + url.search + url.hash : start;
}
