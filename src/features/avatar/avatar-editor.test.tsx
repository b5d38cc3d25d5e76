// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import avatar from '../../i18n/locales/en/avatar.json' with { type: 'json' };
import ui from '../../i18n/locales/en/ui.json' with { type: 'json' };
import { AvatarEditor, type AvatarEditorProps } from './avatar-editor.tsx';
import type { ImageClient } from './image/image-client.ts';
import { ImageProblem, type ImageProblemDetail } from './image/image-protocol.ts';

const file = new File(['x'], 'holiday.jpg', { type: 'image/jpeg' });
const crop = new Blob(['crop'], { type: 'image/webp' });

/** Opens every file as a picture of 2000 × 1000, or refuses it; what it was asked to draw is kept. */
function pictures(problem?: ImageProblemDetail) {
  const drawn: string[] = [];
  let ended = 0;
  const client: ImageClient = {
    open: (_, { signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        if (problem?.code === 'failed') return;
        if (problem) reject(new ImageProblem(problem));
        else resolve({ id: 1, width: 2000, height: 1000, url: 'blob:picture' });
      }),
    render: (_, matrix) => (drawn.push(matrix.map((value) => value.toFixed(3)).join(' ')), Promise.resolve(crop)),
    release: () => undefined,
    end: () => (ended += 1),
  };
  return { client, drawn, ended: () => ended };
}

const answers = vi.fn<(method: string, body: unknown) => Response | Promise<Response>>();
const events: string[] = [];

function show(client: ImageClient, props: Partial<AvatarEditorProps> = {}) {
  const name = { first: 'Ines', last: 'Marchetti' };
  const said = (what: string) => () => void events.push(what);
  render(
    <AvatarEditor
      open
      current={null}
      name={name}
      limits={{ maxPixels: 50_000_000 }}
      createClient={() => client}
      onClose={said('closed')}
      onUpdated={(address) => events.push(`updated ${address}`)}
      onRemoved={said('removed')}
      {...props}
    />,
  );
}

async function choose() {
  await userEvent.upload(screen.getByLabelText('Upload an image', { selector: 'input' }), file);
}

async function opened(props: Partial<AvatarEditorProps> = {}) {
  const held = pictures();
  show(held.client, props);
  await choose();
  return { ...held, stage: await screen.findByRole('application') };
}

const problem = (status: number, code: string, more = {}) =>
  Response.json({ type: 'about:blank', title: code, status, code, ...more }, { status });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const shown = (stage: HTMLElement) => stage.querySelector('image')?.getAttribute('transform');

beforeAll(async () => {
  const resources = { en: { avatar, ui } };
  await i18next.use(initReactI18next).init({ lng: 'en', resources, interpolation: { escapeValue: false } });
});
beforeEach(() => {
  events.length = 0;
  answers.mockReset().mockImplementation(() => Response.json({ avatar: '/api/avatars/new' }));
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => Promise.resolve(answers(init.method ?? 'GET', init.body)));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('E5: from a file to a picture', () => {
  it('invites, opens, and sends what is seen as it is seen', async () => {
    const { stage, drawn, ended } = await opened();
    expect(document.activeElement).toBe(stage);
    await press('Rotate right');
    await press('Update');
    expect(events).toEqual(['updated /api/avatars/new', 'closed']);
    expect(answers).toHaveBeenCalledExactlyOnceWith('PUT', crop);
    // 90° clockwise, the middle in the middle, 1000 px across 512
    expect(drawn).toEqual(['0.000 0.512 -0.512 0.000 512.000 -256.000']);
    expect(shown(stage)).toBe('matrix(0 0.1 -0.1 0 100 -50)');
    cleanup();
    expect(ended()).toBe(1);
  });

  it('takes a picture that is pasted, and one that is dropped beside the dialog', async () => {
    for (const type of ['paste', 'drop'] as const) {
      show(pictures().client);
      fireEvent[type](document.body, { [type === 'paste' ? 'clipboardData' : 'dataTransfer']: { files: [file] } });
      expect(await screen.findByRole('application')).toBeTruthy();
      cleanup();
    }
  });

  it('says so when what is pasted holds no picture', () => {
    show(pictures().client);
    fireEvent.paste(document.body, { clipboardData: { files: [] } });
    expect(screen.getByRole('alert').textContent).toContain('No picture came with that');
  });

  it('can be stopped while it opens, and keeps the focus on the same button', async () => {
    show(pictures({ code: 'failed' }).client);
    await choose();
    expect(screen.getByText('Opening the picture')).toBeTruthy();
    await press('Stop');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Upload an image' }));
  });

  it.each([
    [{ code: 'unsupported', format: 'PDF' }, 'PDF files cannot be your picture'],
    [{ code: 'unsupported', format: null }, 'This file is not a picture that can be opened'],
    [{ code: 'heic' }, 'This browser does not open HEIC photos'],
    [{ code: 'damaged' }, 'This picture is damaged or incomplete'],
    [{ code: 'too_many_pixels', pixels: 50_000_001 }, 'This picture has 50.1 megapixels; up to 50 can be opened'],
  ] as const)('refuses with a reason beside the picker: %o (V10)', async (detail, title) => {
    show(pictures(detail).client);
    await choose();
    expect((await screen.findByRole('alert')).textContent).toContain(title);
    expect(screen.getByRole('button', { name: 'Upload an image' })).toBeTruthy();
  });
});

describe('A5: a crop without dragging', () => {
  it('does everything by buttons, and says what each press led to', async () => {
    const { stage } = await opened();
    const before = shown(stage);
    await press('Zoom in');
    expect(screen.getByText('1.1 times', { selector: '[role=status]' })).toBeTruthy();
    await press('One degree to the left');
    expect(screen.getByText('−1°', { selector: '[role=status]' })).toBeTruthy();
    await press('Move up');
    expect(screen.getByText(/^Window at 50% across/u, { selector: '[role=status]' })).toBeTruthy();
    fireEvent.change(screen.getByRole('slider', { name: 'Zoom' }), { target: { value: '100' } });
    expect(screen.getByRole('slider', { name: 'Zoom' }).getAttribute('aria-valuetext')).toBe('8 times');
    expect(shown(stage)).not.toBe(before);
    await press('Start again');
    expect(shown(stage)).toBe(before);
  });

  it('does everything by keys on the stage, silently until asked', async () => {
    const { stage } = await opened();
    await userEvent.keyboard('{ArrowLeft}');
    expect(shown(stage)).toBe('matrix(0.1 0 0 0.1 -51 0)');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(shown(stage)).toBe('matrix(0.1 0 0 0.1 -61 0)');
    await userEvent.keyboard('r');
    expect(within(screen.getByRole('group', { name: 'Rotate' })).getByText('90°')).toBeTruthy();
    const spoken = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(spoken.join('')).toBe('');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText(/^Zoom 1 times, angle 90°\. Window at/u)).toBeTruthy();
  });
});

describe('F1, F3: a save that fails keeps the crop', () => {
  it.each([
    ['the line is down', () => Promise.reject(new TypeError('offline')), 'The server did not answer.'],
    ['500', () => problem(500, 'internal'), 'The server could not do it just now.'],
    ['a proxy’s page', () => new Response('<html>', { status: 502 }), 'The server could not do it just now.'],
    ['413', () => problem(413, 'too_large'), 'larger than the server takes'],
    ['429', () => problem(429, 'throttled', { retryAfter: 12 }), 'Try again in 12 seconds.'],
    ['401', () => problem(401, 'unauthenticated'), 'You are signed out.'],
  ])('%s', async (_, answer, text) => {
    const { stage, drawn } = await opened();
    await userEvent.keyboard('{ArrowLeft}');
    const cropped = shown(stage);
    answers.mockImplementationOnce(answer);
    await press('Update');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not updated. Your crop is kept.');
    expect(alert.textContent).toContain(text);
    expect(shown(stage)).toBe(cropped);
    await press('Try again');
    expect(events).toEqual(['updated /api/avatars/new', 'closed']);
    expect(drawn[1]).toBe(drawn[0]);
  });

  it('sends once, however often the button is pressed (F5)', async () => {
    await opened();
    const { promise, resolve } = Promise.withResolvers<Response>();
    answers.mockImplementation(() => promise);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Update' }));
    resolve(Response.json({ avatar: '/api/avatars/new' }));
    await waitFor(() => expect(events).toContain('closed'));
    expect(answers).toHaveBeenCalledTimes(1);
  });
});

describe('E4, F8: removing and leaving', () => {
  it('asks in place before it removes, with the focus on the answer that keeps the picture', async () => {
    answers.mockImplementation(() => new Response(null, { status: 204 }));
    show(pictures().client, { current: '/api/avatars/old' });
    await press('Remove');
    expect(document.activeElement?.textContent).toBe('Keep picture');
    await press('Keep picture');
    expect(document.activeElement?.textContent).toBe('Remove');
    await press('Remove');
    await press('Remove');
    expect(answers).toHaveBeenCalledExactlyOnceWith('DELETE', null);
    expect(events).toEqual(['removed', 'closed']);
  });

  it('offers no removal where there is no picture', () => {
    show(pictures().client);
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it('goes at once while nothing was cropped, and asks once something was', async () => {
    await opened();
    await press('Cancel');
    expect(events).toEqual(['closed']);
    events.length = 0;
    await press('Move left');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('group', { name: /Discard this crop/u })).toBeTruthy();
    expect(events).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await press('Cancel');
    await press('Discard');
    expect(events).toEqual(['closed']);
  });
});
