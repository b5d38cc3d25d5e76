/** What a browser says about itself, as far as it can be believed. Names are brands and stay untranslated. */
export interface Device {
  browser: string | undefined;
  platform: string | undefined;
  /** Which picture it gets. */
  kind: 'laptop' | 'desktop' | 'phone' | 'tablet' | 'unknown';
}

/** First match wins: nearly all call themselves Mozilla, Chrome and Safari as well, so the particular stand first. */
const browsers: readonly (readonly [RegExp, string | undefined])[] = [
  // Browsers without a family here, and pages shown inside of other apps: better unknown than wrong.
  [/\b(?:Vivaldi|YaBrowser|UCBrowser|Whale|DuckDuckGo|Ddg|Electron|FBAN|FBAV|Instagram|Line)\/|; wv\)/u, undefined],
  [/\b(?:Edg|EdgA|EdgiOS|Edge)\//u, 'Edge'],
  [/\b(?:OPR|OPiOS|OPT|OPX)\/|^Opera\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bHeadlessChrome\//u, 'Headless Chrome'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//u, 'Safari'],
];

const platforms: readonly (readonly [RegExp, string | undefined, Device['kind']])[] = [
  [/\b(?:Windows Phone|Tizen|Web0S|KAIOS)\b/iu, undefined, 'unknown'],
  [/\biPad\b/u, 'iPadOS', 'tablet'],
  [/\b(?:iPhone|iPod)\b/u, 'iOS', 'phone'],
  [/\bAndroid\b.*\bMobile\b/u, 'Android', 'phone'],
  [/\bAndroid\b/u, 'Android', 'tablet'],
  [/\bCrOS\b/u, 'ChromeOS', 'laptop'],
  [/\b(?:Macintosh|Mac OS X)\b/u, 'macOS', 'laptop'],
  [/\bWindows NT\b/u, 'Windows', 'desktop'],
  [/\bLinux\b/u, 'Linux', 'desktop'],
];

/**
 * Family and platform from a `User-Agent` header (RFC 9110 §10.1.5). Versions are left out: browsers freeze them. An
 * iPad that asks for desktop pages says that it is a Mac, and nothing in the header tells otherwise.
 */
export function readUserAgent(userAgent: string): Device {
  // A header can be long on purpose; all that tells anything stands at the start.
  const text = userAgent.slice(0, 512);
  const [, browser] = browsers.find(([pattern]) => pattern.test(text)) ?? [];
  const [, platform, kind = 'unknown'] = platforms.find(([pattern]) => pattern.test(text)) ?? [];
  return { browser, platform, kind };
}

/** Which of the four sentences names a device; each namespace that needs them has them under `device`. */
export function deviceWords({ browser, platform }: Device): 'both' | 'browser' | 'platform' | 'unknown' {
  if (browser) return platform ? 'both' : 'browser';
  return platform ? 'platform' : 'unknown';
}
