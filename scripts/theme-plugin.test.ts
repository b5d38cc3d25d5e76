import { expect, test } from 'vitest';
import { properties, readBase, readThemes, themePlugin, themesCss } from './theme-plugin.ts';

const themes = readThemes();
const css = themesCss();

test('Light and Dark come first, and every theme says its name and scheme', () => {
  expect(themes.slice(0, 2).map(({ id, name, scheme }) => ({ id, name, scheme }))).toEqual([
    { id: 'light', name: 'Light', scheme: 'light' },
    { id: 'dark', name: 'Dark', scheme: 'dark' },
  ]);
});

test('every theme fills the same roles in the same order', () => {
  const roles = themes.map((theme) => properties(theme.tokens).map(([name]) => name));
  for (const names of roles) expect(names).toEqual(roles[0]);
});

test('tokens of every kind become custom properties', () => {
  const base = new Map(properties(readBase()));
  expect(base.get('--space-4')).toBe('16px');
  expect(base.get('--duration-calm')).toBe('200ms');
  expect(base.get('--ease-out')).toBe('cubic-bezier(0.2, 0, 0, 1)');
  expect(base.get('--text-title')).toBe('var(--weight-semibold) 1.5625rem / 1.28 var(--font-sans)');
  expect(base.get('--tracking-title')).toBe('-0.025rem');
  const light = new Map(properties(themes[0]?.tokens ?? readBase()));
  expect(light.get('--color-canvas')).toMatch(/^oklch\([\d.]+ [\d.]+ [\d.]+\)$/);
  expect(light.get('--shadow-control')).toMatch(/^0px 1px 2px 0px oklch\(.+ \/ [\d.]+\)$/);
});

test('without a choice the page is light, or dark where the system is', () => {
  expect(css.startsWith('@layer tokens {')).toBe(true);
  expect(css).toContain(":root, [data-theme='light'] {\n  color-scheme: light;");
  expect(css).toContain("[data-theme='dark'] {\n  color-scheme: dark;");
  expect(css).toContain('@media (prefers-color-scheme: dark) {\n:root:not([data-theme]) {\n  color-scheme: dark;');
});

test('reduced motion takes the time out of every movement', () => {
  const still = css.slice(css.indexOf('@media (prefers-reduced-motion: reduce)'));
  for (const name of ['instant', 'quick', 'calm']) expect(still).toContain(`--duration-${name}: 0ms;`);
});

test('the plugin answers for its two modules and for nothing else', () => {
  const { resolveId } = themePlugin();
  const resolve = resolveId as (id: string) => string | null;
  expect(resolve('virtual:foyer-themes.css')).toMatch(/\.css$/);
  expect(resolve('virtual:foyer-themes')).toMatch(/\.js$/);
  expect(resolve('./base.css')).toBe(null);
});
