// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  button,
  faults,
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

beforeEach(() => {
  localStorage.clear();
  server = stubServer();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the fields (E1)', () => {
  it('shows what the account holds, the email read-only and the phone in groups', () => {
    openProfile(server);
    expect(field('First name').value).toBe('Ines');
    expect(field('Email')).toHaveProperty('readOnly', true);
    expect(field('Phone').value).toBe('+39 347 555 0142');
    expect(field('Phone').dir).toBe('ltr');
    expect(saveBar()).toBeNull();
  });

  it('says to the browser what each field is (A6)', () => {
    openProfile(server);
    const tokens = ['First name', 'Last name', 'Email', 'Phone', 'Company name', 'City'].map(
      (name) => field(name).autocomplete,
    );
    expect(tokens).toEqual(['given-name', 'family-name', 'email', 'tel', 'organization', 'address-level2']);
    expect(screen.getByRole('combobox', { name: 'Country' }).getAttribute('autocomplete')).toBe('country');
  });

  it('lists countries by name, in the order of the alphabet, with none of them first (I10)', () => {
    openProfile(server);
    const names = within(screen.getByRole('combobox', { name: 'Country' }))
      .getAllByRole('option')
      .map((one) => one.textContent);
    expect(names.slice(0, 3)).toEqual(['Not stated', 'Afghanistan', 'Åland Islands']);
    expect(names.at(-1)).toBe('Zimbabwe');
  });

  it('takes names of one letter, of any script, with apostrophes (I8)', async () => {
    openProfile(server);
    await retype('First name', 'Ø');
    await retype('Last name', "O'محمد");
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(server.changes).toEqual([{ body: { firstName: 'Ø', lastName: "O'محمد" }, ifMatch: '"1"' }]);
  });

  it('keeps a phone typed in any spelling as E.164 and shows it in groups', async () => {
    openProfile(server);
    await retype('Phone', '0039 (347) 555-01.43');
    await user.keyboard('{Enter}');
    await screen.findByText('Saved');
    expect(server.changes[0]?.body).toEqual({ phone: '+393475550143' });
    expect(field('Phone').value).toBe('+39 347 555 0143');
  });
});

describe('saving (E2)', () => {
  it('sends what changed and nothing else, counts it, and says when it is saved', async () => {
    const { client } = openProfile(server);
    await retype('City', 'Milan');
    expect(saveBar()?.textContent).toContain('1 change');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'Switzerland');
    expect(saveBar()?.textContent).toContain('2 changes');
    await user.click(button('Save changes'));
    expect((await screen.findByText('Saved')).closest('[aria-live="polite"]')).not.toBeNull();
    expect(server.changes).toEqual([{ body: { country: 'CH', city: 'Milan' }, ifMatch: '"1"' }]);
    expect(saveBar()).toBeNull();
    expect(client.getQueryData<{ account: { city: string } }>(['session'])?.account.city).toBe('Milan');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('uses the new entity tag for the next save', async () => {
    openProfile(server);
    await retype('City', 'Milan{Enter}');
    await waitFor(() => expect(saveBar()).toBeNull());
    await retype('City', 'Bari{Enter}');
    await waitFor(() => expect(server.changes.map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"2"']));
  });

  it('sends one request for two presses (F5)', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    const form = screen.getByRole('form', { name: 'Your details' });
    fireEvent.submit(form);
    fireEvent.submit(form);
    await user.dblClick(button('Save changes'));
    await waitFor(() => expect(saveBar()).toBeNull());
    expect(server.changes).toHaveLength(1);
  });

  it('keeps what is typed while the request is on its way (F2)', async () => {
    openProfile(server);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.failNext(async (patch) => {
      await promise;
      return patch();
    });
    await retype('City', 'Milan');
    await user.keyboard('{Enter}');
    await user.type(field('City'), ' 2');
    resolve();
    await screen.findByText('Saved');
    expect(field('City').value).toBe('Milan 2');
    expect(saveBar()?.textContent).toContain('1 change');
    expect(screen.queryByRole('group', { name: 'City: changed elsewhere' })).toBeNull();
  });
});

describe('a save that fails', () => {
  it.each([
    ['nobody answers (F1)', faults.offline, 'Not done: the server did not answer. What you typed is kept.'],
    [
      'the server fails (F3)',
      faults.refused(500, 'internal'),
      'Not done: something failed on our side. What you typed is kept.',
    ],
    [
      'it is down (F3)',
      faults.refused(503, 'unavailable', { retryAfter: 5 }),
      'Not done: the service is down for a moment. What you typed is kept. Try again soon.',
    ],
    [
      'there were too many (F3)',
      faults.refused(429, 'throttled', { retryAfter: 30 }),
      'Too many tries. Wait 30 seconds, then try again.',
    ],
    [
      'a proxy answers (F3)',
      faults.html,
      'Not done: something between you and the server answered in its place. What you typed is kept.',
    ],
  ])('says so when %s, keeps everything, and saves on the next press', async (_, fault, text) => {
    openProfile(server);
    server.failNext(fault);
    await retype('City', 'Milan');
    await user.click(button('Save changes'));
    expect((await screen.findByRole('alert')).textContent).toBe(text);
    expect(field('City').value).toBe('Milan');
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(server.account().city).toBe('Milan');
  });

  it('ends as saved where the change had gone through and its answer was lost (F4)', async () => {
    openProfile(server);
    server.failNext(faults.answerLost);
    await retype('City', 'Milan');
    await user.click(button('Save changes'));
    await screen.findByRole('alert');
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(saveBar()).toBeNull();
    expect(server.account().etag).toBe('"2"');
  });

  it('offers to sign in where the session has ended (F6)', async () => {
    openProfile(server);
    server.failNext(faults.refused(401, 'unauthenticated'));
    await retype('City', 'Milan');
    await user.click(button('Save changes'));
    const link = within(await screen.findByRole('alert')).getByRole('link', { name: 'Sign in' });
    expect(link.getAttribute('href')).toBe('/sign-in?to=%2Fprofile');
    expect(field('City').value).toBe('Milan');
  });

  it('puts what the server refuses beside its field', async () => {
    openProfile(server);
    server.failNext(
      faults.refused(422, 'invalid', { errors: [{ pointer: '/city', code: 'too_long', params: { bound: 100 } }] }),
    );
    await retype('City', 'Milan');
    await user.click(button('Save changes'));
    await screen.findByText('Use 100 characters at most.');
    expect(field('City').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('City'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('checks before it sends, with one error at its field and several in a summary (A11)', async () => {
    openProfile(server);
    await retype('Phone', '0347 555');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Start with + and the country code, such as +39 347 555 0142.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Phone'));
    await retype('First name', '');
    await user.keyboard('{Enter}');
    const summary = await screen.findByRole('group', { name: 'Some fields need another look' });
    await waitFor(() => expect(document.activeElement).toBe(summary));
    await user.click(within(summary).getByRole('link', { name: /^Phone: / }));
    expect(document.activeElement).toBe(field('Phone'));
    expect(server.changes).toEqual([]);
  });

  it('says that a text is too long and cuts nothing', async () => {
    openProfile(server);
    await user.clear(field('City'));
    await user.click(field('City'));
    await user.paste('x'.repeat(101));
    await user.tab();
    expect(await screen.findByText('Use 100 characters at most.')).toBeTruthy();
    expect(field('City').value).toHaveLength(101);
  });
});
