import { expect, describe, it } from 'vitest';
import { readUserAgent } from './user-agent.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit}`;
const android = `Mozilla/5.0 (Linux; Android 10; K) ${webkit}`;
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

const known: readonly [string, string, string][] = [
  [`${windows} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows', 'desktop'],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows', 'desktop'],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 OPR/122.0.0.0`, 'Opera on Windows', 'desktop'],
  [`${windows} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`, 'Edge on Windows', 'desktop'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox on Windows', 'desktop'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox on macOS',
    'laptop',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari on macOS',
    'laptop',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox on Linux', 'desktop'],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0.0.0 Safari/537.36`,
    'Headless Chrome on Linux',
    'desktop',
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on ChromeOS', 'laptop'],
  [`${android} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome on Android', 'phone'],
  [`${android} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Android', 'tablet'],
  [`${android} Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0.0.0`, 'Edge on Android', 'phone'],
  [`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'Samsung Internet on Android', 'phone'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 'Firefox on Android', 'phone'],
  ['Mozilla/5.0 (Android 15; Tablet; rv:143.0) Gecko/143.0 Firefox/143.0', 'Firefox on Android', 'tablet'],
  [`${iphone} Version/18.6 Mobile/15E148 Safari/604.1`, 'Safari on iOS', 'phone'],
  [`${iphone} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`, 'Chrome on iOS', 'phone'],
  [`${iphone} FxiOS/143.0 Mobile/15E148 Safari/604.1`, 'Firefox on iOS', 'phone'],
  [`${iphone} Version/18.0 EdgiOS/140.0.0.0 Mobile/15E148 Safari/604.1`, 'Edge on iOS', 'phone'],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari on iPadOS',
    'tablet',
  ],
];

describe('A browser by its name (G9)', () => {
  it.each(known)('%s', (userAgent, words, kind) => {
    const device = readUserAgent(userAgent);
    expect(`${device.browser} on ${device.platform}`).toBe(words);
    expect(device.kind).toBe(kind);
  });

  it.each([
    ['in-app page', `${iphone} Mobile/15E148 Instagram/390.0.0.0`, 'iOS'],
    [
      'embedded view',
      `Mozilla/5.0 (Linux; Android 14; K; wv) ${webkit} Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36`,
      'Android',
    ],
    ['derivative', `${windows} Chrome/140.0.0.0 Safari/537.36 Vivaldi/7.6`, 'Windows'],
  ])('does not take an %s for the browser that it imitates', (_, userAgent, platform) => {
    expect(readUserAgent(userAgent)).toMatchObject({ browser: undefined, platform });
  });

  it.each(['', 'curl/8.9.1', 'Mozilla/5.0', '<b>Chrome', 'x'.repeat(100_000)])(
    'admits that it does not know: %.20s',
    (text) => {
      expect(readUserAgent(text)).toEqual({ browser: undefined, platform: undefined, kind: 'unknown' });
    },
  );

  it('does not take a television or a Windows phone for a computer', () => {
    const tv = `Mozilla/5.0 (Linux; Tizen 9.0) ${webkit} Version/9.0 TV Safari/537.36`;
    const phone = `Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1) ${webkit} Chrome/52.0 Mobile Safari/537.36 Edge/15.15254`;
    expect(readUserAgent(tv).platform).toBeUndefined();
    expect(readUserAgent(phone)).toMatchObject({ browser: 'Edge', platform: undefined });
  });
});
