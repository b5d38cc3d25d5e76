import { expect, test } from 'vitest';
import { safeTarget } from './safe-target.ts';

const origin = 'https://foyer.example';

test.each([
  '//evil.example',
  '///evil.example',
  '////evil.example/%2e%2e',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'http://foyer.example@evil.example',
  'https://foyer.example.evil.example',
  'https://foyer.example/profile',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://foyer.example/1',
  '%2f%2fevil.example',
  '/%2f%2fevil.example',
  '/%2F/evil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  '/\u0000/evil.example',
  '/ /evil.example',
  '\u00a0//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/profile/../..//evil.example',
  '/%2e//evil.example',
  '?to=//evil.example',
  '#//evil.example',
  'profile',
  '.evil.example',
  '@evil.example',
  '',
])('refuses the redirect target %j (B9, H3, G16)', (to) => {
  expect(safeTarget(to, origin)).toBe('/');
});

test.each(['/', '/profile', '/security?tab=sessions', '/profile/preferences#theme', '/invitations/a%20b?x=%2F%2Fy'])(
  'follows the path %j of this origin (B9)',
  (to) => {
    expect(safeTarget(to, origin)).toBe(to);
  },
);

test('goes to the start page when no target is asked for (B9)', () => {
  expect(safeTarget(null, origin)).toBe('/');
  expect(safeTarget(undefined, origin)).toBe('/');
});
