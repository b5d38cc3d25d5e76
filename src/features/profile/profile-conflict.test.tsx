// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  button,
  conflict,
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
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await i18next.changeLanguage('en');
});

describe('a change made elsewhere meanwhile (E2, F10)', () => {
  it('is taken over where nobody touched the field, and the save goes through by itself', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    server.changeElsewhere({ company: 'Marchetti' });
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(field('Company name').value).toBe('Marchetti');
    expect(server.changes).toEqual([
      { body: { city: 'Milan' }, ifMatch: '"1"' },
      { body: { city: 'Milan' }, ifMatch: '"2"' },
    ]);
  });

  it('stops at a conflict, shows both values and overwrites nothing', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    server.changeElsewhere({ city: 'Bari' });
    await user.click(button('Save changes'));
    const choice = await waitFor(() => conflict('City'));
    expect([choice.getByText('Milan'), choice.getByText('Bari')]).toHaveLength(2);
    expect(saveBar()?.textContent).toContain('1 to settle');
    expect(choice.getByText('Changed elsewhere. Choose, and saving goes on.')).toBeTruthy();
    expect(document.activeElement).toBe(field('City'));
    await user.click(button('Save changes'));
    expect(server.changes).toHaveLength(1);
    expect(server.account().city).toBe('Bari');
  });

  it('goes on with the save once "Keep mine" has settled it', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    server.changeElsewhere({ city: 'Bari' });
    await user.click(button('Save changes'));
    await user.click((await waitFor(() => conflict('City'))).getByRole('button', { name: 'Keep mine' }));
    await screen.findByText('Saved');
    expect(server.account().city).toBe('Milan');
    expect(server.changes.at(-1)).toEqual({ body: { city: 'Milan' }, ifMatch: '"2"' });
  });

  it('sends only the rest after "Take theirs", when the last conflict is settled', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    await retype('First name', 'Inés');
    await retype('Company name', 'Marchetti');
    server.changeElsewhere({ city: 'Bari', company: 'Figlie' });
    await user.click(button('Save changes'));
    await user.click((await waitFor(() => conflict('Company name'))).getByRole('button', { name: 'Take theirs' }));
    expect(server.changes).toHaveLength(1);
    await user.click(conflict('City').getByRole('button', { name: 'Take theirs' }));
    await screen.findByText('Saved');
    expect(server.changes.at(-1)).toEqual({ body: { firstName: 'Inés' }, ifMatch: '"2"' });
    expect([field('City').value, field('Company name').value]).toEqual(['Bari', 'Figlie']);
  });

  it('is no conflict where both sides say the same', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    server.changeElsewhere({ city: 'Milan' });
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(server.changes).toHaveLength(1);
  });

  it('names countries and groups phones in the choice', async () => {
    openProfile(server);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'CH');
    server.changeElsewhere({ country: '' });
    await user.click(button('Save changes'));
    const choice = await waitFor(() => conflict('Country'));
    expect([choice.getByText('Switzerland'), choice.getByText('empty')]).toHaveLength(2);
  });

  it('says so when the account moves again under the second try', async () => {
    openProfile(server);
    server.failNext(faults.refused(412, 'changed_elsewhere'), faults.refused(412, 'changed_elsewhere'));
    await retype('City', 'Milan');
    await user.click(button('Save changes'));
    expect((await screen.findByRole('alert')).textContent).toBe('It was changed elsewhere in the meantime.');
    expect(server.changes).toHaveLength(2);
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
  });
});

describe('a look at the session in the background', () => {
  it('moves untouched fields and leaves typed ones', async () => {
    const { refetch } = openProfile(server);
    await user.type(field('City'), ' (TO)');
    server.changeElsewhere({ company: 'Figlie' });
    await act(refetch);
    await waitFor(() => expect(field('Company name').value).toBe('Figlie'));
    expect(field('City').value).toBe('Turin (TO)');
    expect(saveBar()?.textContent).toContain('1 change');
  });

  it('shows a conflict before the save, which then waits for the button', async () => {
    const { refetch } = openProfile(server);
    await retype('City', 'Milan');
    server.changeElsewhere({ city: 'Bari' });
    await act(refetch);
    await user.click((await waitFor(() => conflict('City'))).getByRole('button', { name: 'Keep mine' }));
    expect(field('City').value).toBe('Milan');
    expect(server.changes).toEqual([]);
    await user.click(button('Save changes'));
    await screen.findByText('Saved');
    expect(server.changes).toEqual([{ body: { city: 'Milan' }, ifMatch: '"2"' }]);
  });

  it('keeps what is typed and chosen through a change of language (F3)', async () => {
    openProfile(server);
    await retype('City', 'Milan');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'CH');
    await act(() => i18next.changeLanguage('ar'));
    const country = screen.getByRole<HTMLSelectElement>('combobox', { name: 'البلد' });
    expect(country.value).toBe('CH');
    expect(within(country).getByRole<HTMLOptionElement>('option', { name: 'سويسرا' }).selected).toBe(true);
    expect(field('المدينة').value).toBe('Milan');
  });
});
