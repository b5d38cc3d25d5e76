// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Component } from './close-account.tsx';
import { openPage } from './pages.test-setup.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-10-10T22:30:00Z'), toFake: ['Date'] });
  vi.stubEnv('TZ', 'Europe/Rome');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const moments = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('"Close account" explains first (H1)', () => {
  it('says in order what happens, with exact dates in the zone of the person', async () => {
    await openPage(Component);
    const [today, until, end] = moments();
    expect(today).toMatch(/^October 11, 2026, todayYour integrations are closed first\./u);
    expect(until).toMatch(/^Until November 9, 2026Signing in brings the account back\..*reactivated one by one/u);
    expect(until).toContain('only support can recover, and only within this time');
    expect(end).toMatch(/^November 9, 2026 at 11:30\sPMProduct, order and integration data is deleted for good/u);
  });

  it('names the time zone and the days there are', async () => {
    await openPage(Component);
    expect(screen.getByText('If the account is closed today. Time zone: Central European Time.')).toBeTruthy();
    expect(screen.getByText(/^You can come back within 30 days\./u)).toBeTruthy();
  });

  it('follows the format of the language (I1, I2)', async () => {
    await openPage(Component, { locale: 'de' });
    expect(moments()[2]).toMatch(/^9\. November 2026 um 23:30/u);
  });

  it('counts the days in Arabic', async () => {
    await openPage(Component, { locale: 'ar' });
    expect(screen.getByText(/خلال 30 يومًا/u)).toBeTruthy();
  });
});

describe('Closing is not open on this page yet', () => {
  it('says so and leads to support, with nothing to tick or to type', async () => {
    await openPage(Component);
    expect(screen.getByText('Closing from this page is not open yet')).toBeTruthy();
    const write = screen.getByRole('link', { name: 'support@foyer.example' });
    expect(write.getAttribute('href')).toBe('mailto:support@foyer.example?subject=Close%20my%20account');
    expect(screen.getByText('support@foyer.example').dir).toBe('ltr');
    expect(screen.queryAllByRole('checkbox')).toHaveLength(0);
    expect(screen.getByRole('link', { name: 'Keep my account' }).getAttribute('href')).toBe('/');
  });
});
