// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Component } from './dashboard.tsx';
import { ago, answer, ines, json, openPage, problem, threeSessions } from './pages.test-setup.tsx';

const list = 'GET /api/account/sessions';
const three = () => json({ sessions: threeSessions() });
const one = () => json({ sessions: threeSessions().slice(0, 1) });
const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
const region = (name: string) => within(screen.getByRole('region', { name }));

describe('The Dashboard: name, email, completeness with the next thing to do (D2)', () => {
  it('is headed by the person, with name and email isolated from the text around them (I2)', async () => {
    answer({ [list]: three });
    await openPage(Component);
    expect(screen.getByRole('heading', { level: 1 }).innerHTML).toBe('<bdi>Ines Marchetti</bdi>');
    expect(screen.getByText('ines@marchetti.example').dir).toBe('ltr');
    expect(document.title).toBe('Dashboard · Foyer');
    expect(screen.getByRole('button', { name: 'Edit picture' })).toBeTruthy();
  });

  it('leads to the field that is next, and to the others beside it', async () => {
    answer({ [list]: three });
    await openPage(Component, { account: { ...ines, phone: '', city: '' } });
    expect(screen.getByText('Your profile is 71% complete.')).toBeTruthy();
    expect(href('Add your phone number')).toBe('/profile#phone');
    expect(href('Add your city')).toBe('/profile#city');
    expect(screen.getAllByRole('link', { name: 'Add your phone number' })).toHaveLength(1);
  });

  it('asks for nothing when nothing is missing', async () => {
    answer({ [list]: one });
    await openPage(Component);
    expect(screen.getByText('Your profile is complete. Nothing is waiting for you.')).toBeTruthy();
    expect(screen.getByText('Everything is filled in')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Add/u })).toBeNull();
    expect(region('Your account').getByText('May 4, 2026')).toBeTruthy();
  });

  it('welcomes on the first visit, and only then', async () => {
    answer({ [list]: one });
    const empty = { ...ines, phone: '', company: '', country: '', city: '', avatar: null };
    const { unmount } = await openPage(Component, { account: { ...empty, createdAt: ago({ minutes: 5 }) } });
    expect(screen.getByText('Welcome to Foyer. Your account is ready.')).toBeTruthy();
    unmount();
    await openPage(Component, { account: empty });
    expect(screen.queryByText('Welcome to Foyer. Your account is ready.')).toBeNull();
  });

  it('writes the share as the language does (I1)', async () => {
    answer({ [list]: one });
    await openPage(Component, { account: { ...ines, phone: '' }, locale: 'de' });
    expect(screen.getByText(/^Ihr Profil ist zu 86\s%/u)).toBeTruthy();
  });

  it('has a heading for somebody without a name', async () => {
    answer({ [list]: one });
    await openPage(Component, { account: { ...ines, firstName: '', lastName: '' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your account');
  });
});

describe('Security posture in short (D2)', () => {
  it('counts the devices and tells of the last sign-in on another', async () => {
    answer({ [list]: three });
    await openPage(Component);
    expect(await screen.findByText('3 devices')).toBeTruthy();
    const security = region('Security');
    expect(security.getByText('Last sign-in elsewhere')).toBeTruthy();
    expect(security.getByText('Chrome on Android')).toBeTruthy();
    expect(href('Open security')).toBe('/security');
  });

  it('is at ease when this device is the only one', async () => {
    answer({ [list]: one });
    await openPage(Component);
    expect(await screen.findByText('This device only')).toBeTruthy();
    expect(region('Security').getByText(/^(?:Today|Yesterday), /u)).toBeTruthy();
    expect(region('Security').getByText('Firefox on macOS')).toBeTruthy();
  });

  it('fails alone: the page stays, and the block can be tried again', async () => {
    let isDown = true;
    answer({ [list]: () => (isDown ? problem('unavailable') : three()) });
    await openPage(Component);
    expect((await screen.findByRole('alert')).textContent).toContain('Your sessions did not load');
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 devices')).toBeTruthy();
  });
});
