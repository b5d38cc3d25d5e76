// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearDrafts } from '../../lib/draft-storage.ts';
import {
  button,
  conflict,
  field,
  openProfile,
  retype,
  saveBar,
  stubServer,
  type StubServer,
  user,
} from './profile-test-kit.tsx';
import { startTexts } from '../../testing/texts.ts';

beforeAll(startTexts);

let server: StubServer;
const back = () => screen.queryByText('Your unsaved changes are back');

beforeEach(() => {
  localStorage.clear();
  server = stubServer();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('unsaved changes (E2, F8)', () => {
  it('survive a reload as they were typed, and say so', async () => {
    const { close } = openProfile(server);
    expect(back()).toBeNull();
    await retype('City', 'Milan');
    await retype('Phone', '+39 34');
    close();
    openProfile(server);
    expect(back()).not.toBeNull();
    expect([field('City').value, field('Phone').value]).toEqual(['Milan', '+39 34']);
    expect(saveBar()?.textContent).toContain('2 changes');
  });

  it('come back as a conflict where the field was changed elsewhere meanwhile (F10)', async () => {
    const { close } = openProfile(server);
    await retype('City', 'Milan');
    close();
    server.changeElsewhere({ city: 'Bari' });
    openProfile(server);
    expect(conflict('City').getByText('Bari')).toBeTruthy();
  });

  it.each(['saved', 'discarded'])('leave nothing behind once they are %s', async (end) => {
    const { close } = openProfile(server);
    await retype('City', 'Milan');
    await user.click(button(end === 'saved' ? 'Save changes' : 'Discard'));
    await waitFor(() => expect(saveBar()).toBeNull());
    expect(localStorage.length).toBe(0);
    close();
    openProfile(server);
    expect(back()).toBeNull();
  });

  it('are gone after sign-out', async () => {
    const { close } = openProfile(server);
    await retype('City', 'Milan');
    close();
    clearDrafts();
    openProfile(server);
    expect(field('City').value).toBe('Turin');
  });

  it('come back with "Undo" after "Discard"', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    await user.click(button('Discard'));
    expect(field('City').value).toBe('Turin');
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await user.click(button('Undo'));
    expect(field('City').value).toBe('Milan');
    expect(saveBar()?.textContent).toContain('1 change');
  });

  it('are typed on in a browser that keeps nothing (F16)', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    openProfile(server);
    await retype('City', 'Milan');
    await user.click(screen.getByRole('link', { name: 'Dashboard' }));
    expect(screen.getByText(/this browser does not keep it/u)).toBeTruthy();
    await user.click(button('Stay'));
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
  });
});

describe('leaving the page (E2)', () => {
  const follow = (name: string) => user.click(screen.getByRole('link', { name }));

  it('does not ask where nothing is unsaved', async () => {
    const { path } = openProfile(server);
    await follow('Dashboard');
    await waitFor(() => expect(path()).toBe('/'));
  });

  it('asks, and stays with everything in its place', async () => {
    const { path } = openProfile(server);
    await retype('City', 'Milan');
    await follow('Dashboard');
    expect(screen.getByRole('dialog', { name: 'Leave without saving?' })).toBeTruthy();
    expect(document.activeElement).toBe(button('Stay'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(path()).toBe('/profile');
    expect(field('City').value).toBe('Milan');
  });

  it('leaves when told so, and shows the changes again on the way back', async () => {
    const { path } = openProfile(server);
    await retype('City', 'Milan');
    await follow('Dashboard');
    await user.click(button('Leave'));
    await waitFor(() => expect(path()).toBe('/'));
    await follow('Profile');
    await waitFor(() => expect(field('City').value).toBe('Milan'));
    expect(back()).not.toBeNull();
  });

  it('leaves without a question that a save has answered meanwhile', async () => {
    const { path } = openProfile(server);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.failNext(async (patch) => {
      await promise;
      return patch();
    });
    await retype('City', 'Milan{Enter}');
    await follow('Dashboard');
    expect(screen.getByRole('dialog')).toBeTruthy();
    resolve();
    await waitFor(() => expect(path()).toBe('/'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not hold up who has to sign in', async () => {
    const { path } = openProfile(server);
    await retype('City', 'Milan');
    await follow('Sign in');
    await waitFor(() => expect(path()).toBe('/sign-in'));
  });
});
