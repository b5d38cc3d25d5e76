// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, json, openPage, problem, threeSessions } from './pages.test-setup.tsx';
import { Component } from './security.tsx';

const list = 'GET /api/account/sessions';
const endPhone = 'DELETE /api/account/sessions/phone';
const endOdd = 'DELETE /api/account/sessions/odd';
const endOthers = 'DELETE /api/account/sessions';

let sessions = threeSessions();
beforeEach(() => {
  sessions = threeSessions();
});
const give = () => json({ sessions });
const end = (...ids: string[]) => {
  sessions = sessions.filter(({ id }) => !ids.includes(id));
  return new Response(null, { status: 204 });
};
const rows = async () => within(await screen.findByRole('list', { name: 'Sessions' })).getAllByRole('listitem');
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('Sessions: device, browser, started, last seen, this one marked (G9)', () => {
  it('shows what each one is, where, since when and when it was last seen', async () => {
    answer({ [list]: give });
    await openPage(Component);
    const [mine, phone, odd] = await rows();
    expect(document.title).toBe('Security · Foyer');
    expect(mine?.textContent).toMatch(/^Firefox on macOSThis device203\.0\.113\.7 since (?:to|yester)day, /u);
    expect(phone?.textContent).toMatch(/Chrome on Android198\.51\.100\.24 since \w+ \d+, \d{4} seen 20 minutes ago/u);
    expect(odd?.textContent).toMatch(/^Unknown browsersince .+ seen 6 days ago/u);
    expect(screen.getByText('3 sessions')).toBeTruthy();
  });

  it('gives the exact instant with its zone to whoever wants it (F4)', async () => {
    answer({ [list]: give });
    await openPage(Component);
    const seen = await screen.findByText('seen 20 minutes ago');
    expect(seen.getAttribute('datetime')).toBe(new Date(sessions[1]?.lastSeenAt ?? 0).toISOString());
    expect(seen.title).toMatch(/\d{1,2}:\d{2}:\d{2} [AP]M \S+$/u);
  });

  it('speaks Arabic with its own plurals, and keeps addresses left to right (I2, I3)', async () => {
    answer({ [list]: give });
    await openPage(Component, { locale: 'ar' });
    expect(await screen.findByText('3 جلسات')).toBeTruthy();
    expect(screen.getByText('Chrome على Android')).toBeTruthy();
    expect(screen.getByText('198.51.100.24').dir).toBe('ltr');
  });
});

describe('Ending one (G9)', () => {
  it('drops its row, says so and hands the focus to the next', async () => {
    answer({ [list]: give, [endPhone]: () => end('phone') });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out of Chrome on Android'));
    expect(await screen.findByText('Signed out of Chrome on Android.')).toBeTruthy();
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(document.activeElement).toBe(button('Sign out of Unknown browser'));
  });

  it('hands the focus to the heading after the last', async () => {
    sessions = sessions.slice(0, 2);
    answer({ [list]: give, [endPhone]: () => end('phone') });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out of Chrome on Android'));
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sessions' }));
    expect(button('Sign out everywhere else').disabled).toBe(true);
    expect(screen.getByText('You are signed in on this device only.')).toBeTruthy();
  });

  it('takes one that has ended already for ended', async () => {
    answer({ [list]: give, [endOdd]: () => (end('odd'), problem('not_found')) });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out of Unknown browser'));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('keeps the row when it failed, and tries again from the message', async () => {
    let isDown = true;
    answer({ [list]: give, [endPhone]: () => (isDown ? problem('unavailable') : end('phone')) });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out of Chrome on Android'));
    expect(await screen.findByText('Chrome on Android could not be signed out.')).toBeTruthy();
    expect(await rows()).toHaveLength(3);
    isDown = false;
    await userEvent.click(button('Try again'));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('asks the server once however often it is pressed (F5)', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const calls = answer({ [list]: give, [endPhone]: () => promise });
    await openPage(Component);
    await rows();
    await userEvent.dblClick(button('Sign out of Chrome on Android'));
    expect(button('Sign out of Chrome on Android').getAttribute('aria-busy')).toBe('true');
    expect(calls.filter((made) => made === endPhone)).toHaveLength(1);
    resolve(end('phone'));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });
});

describe('Sign out everywhere else (G9)', () => {
  const question = 'Sign out of 2 other sessions?';

  it('asks first, ends the others and says how many', async () => {
    const calls = answer({ [list]: give, [endOthers]: () => (end('phone', 'odd'), json({ ended: 2 })) });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out everywhere else'));
    expect(calls).not.toContain(endOthers);
    expect(document.activeElement).toBe(button('Keep them'));
    const group = within(screen.getByRole('group', { name: question }));
    await userEvent.click(group.getByRole('button', { name: 'Sign out everywhere else' }));
    expect(await screen.findByText('Signed out of 2 other sessions.')).toBeTruthy();
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sessions' }));
  });

  it.each(['Keep them', 'Escape'])('goes back to where it was with %s', async (way) => {
    const calls = answer({ [list]: give });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out everywhere else'));
    await (way === 'Escape' ? userEvent.keyboard('{Escape}') : userEvent.click(button(way)));
    expect(screen.queryByRole('group', { name: question })).toBeNull();
    expect(document.activeElement).toBe(button('Sign out everywhere else'));
    expect(calls).not.toContain(endOthers);
  });

  it('leaves all as it was when it failed, and the question stays', async () => {
    answer({ [list]: give });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out everywhere else'));
    await userEvent.click(button('Sign out everywhere else'));
    expect(await screen.findByText('The other sessions could not be signed out.')).toBeTruthy();
    expect(await rows()).toHaveLength(3);
    expect(screen.getByRole('group', { name: question })).toBeTruthy();
  });

  it('admits when nobody was left', async () => {
    answer({ [list]: give, [endOthers]: () => (end('phone', 'odd'), json({ ended: 0 })) });
    await openPage(Component);
    await rows();
    await userEvent.click(button('Sign out everywhere else'));
    await userEvent.click(button('Sign out everywhere else'));
    expect(await screen.findByText('There was nobody left to sign out.')).toBeTruthy();
  });
});

describe('When the list does not come', () => {
  it('says that it is loading (A6)', async () => {
    answer({ [list]: () => new Promise<Response>(() => undefined) });
    await openPage(Component);
    expect(screen.getByRole('status').textContent).toBe('Loading');
  });

  it('says so, and goes on at the heading after a second try (F3)', async () => {
    let isDown = true;
    answer({ [list]: () => (isDown ? new Response('<h1>Bad gateway</h1>', { status: 502 }) : give()) });
    await openPage(Component);
    expect((await screen.findByRole('alert')).textContent).toContain('Your sessions did not load');
    isDown = false;
    await userEvent.click(button('Try again'));
    expect(await rows()).toHaveLength(3);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sessions' })));
  });
});
