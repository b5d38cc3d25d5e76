import { describe, expect, test } from 'vitest';
import { ask, problemOf, send, type Browser, type Host } from '../host.ts';
import { person } from '../people.ts';
import { blockPng, gpsJpeg } from '../pictures.ts';

const put = (browser: Browser, bytes: Uint8Array, type = 'image/png') =>
  send(browser, 'putAvatar', { raw: new Blob([bytes as Uint8Array<ArrayBuffer>]), headers: { 'content-type': type } });

const code = async (response: Response) => (await problemOf(response)).code;

/** The picture: replaced, served, removed, and what is no picture. */
export function avatarCases(host: () => Host): void {
  describe('the avatar', () => {
    test('E4 E6 V3 V7 is stored as four WebP at an unguessable, immutable address, and removed again', async () => {
      const { browser } = await person(host());
      const response = await put(browser, blockPng(300, 200));
      expect(response.status).toBe(200);
      const { avatar } = (await response.json()) as { avatar: string };
      expect(avatar).toMatch(/^\/api\/avatars\/[\w-]{27,}$/u);
      expect((await ask(browser, 'getAccount')).avatar).toBe(avatar);
      for (const size of [512, 256, 128, 64]) {
        const image = await host().browser().fetch(`${avatar}/${size}`);
        expect(image.headers.get('content-type')).toBe('image/webp');
        expect(image.headers.get('cache-control')).toContain('immutable');
        expect(image.headers.get('content-security-policy')).toContain('sandbox');
        const text = new TextDecoder('latin1').decode(await image.arrayBuffer());
        expect([text.slice(0, 4), text.slice(8, 12)]).toEqual(['RIFF', 'WEBP']);
      }
      await ask(browser, 'deleteAvatar');
      expect((await ask(browser, 'getAccount')).avatar).toBeNull();
      expect(await code(await host().browser().fetch(`${avatar}/64`))).toBe('not_found');
    });

    test('V7 the address dies with the picture when it is replaced', async () => {
      const { browser } = await person(host());
      const first = ((await (await put(browser, blockPng(64, 64))).json()) as { avatar: string }).avatar;
      const second = ((await (await put(browser, blockPng(80, 80))).json()) as { avatar: string }).avatar;
      expect(second).not.toBe(first);
      expect((await host().browser().fetch(`${first}/64`)).status).toBe(404);
      expect((await host().browser().fetch(`${second}/64`)).status).toBe(200);
    });

    test('V9 racing uploads leave one picture', async () => {
      const { browser } = await person(host());
      const answers = await Promise.all([64, 72, 80, 88].map((edge) => put(browser, blockPng(edge, edge))));
      const urls = await Promise.all(
        answers.map(async (answer) => ((await answer.json()) as { avatar: string }).avatar),
      );
      const { avatar } = await ask(browser, 'getAccount');
      const alive = await Promise.all(urls.map(async (url) => (await host().browser().fetch(`${url}/64`)).status));
      expect(alive.map((status, i) => status === 200 && urls[i])).toEqual(urls.map((url) => url === avatar && url));
    });

    test('V4 no metadata is left: where a photo was taken stays with the photographer', async () => {
      const { browser } = await person(host());
      const { avatar } = (await (await put(browser, gpsJpeg(), 'image/jpeg')).json()) as { avatar: string };
      const text = new TextDecoder('latin1').decode(
        await (await host().browser().fetch(`${avatar}/512`)).arrayBuffer(),
      );
      expect(new TextDecoder('latin1').decode(gpsJpeg())).toContain('CANARY-45.0703N');
      expect(text).not.toContain('CANARY');
      expect(text).not.toMatch(/EXIF|XMP /u);
    });

    test('case-44 V6 what is no picture is refused by name, also under a picture’s type', async () => {
      const { browser } = await person(host());
      const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      expect(await code(await put(browser, svg, 'image/svg+xml'))).toBe('not_acceptable_media');
      expect(await code(await put(browser, svg))).toBe('image_unsupported');
      expect(await code(await put(browser, new TextEncoder().encode('%PDF-1.7')))).toBe('image_unsupported');
    });

    test('V1 V2 V11 a wrong type, a broken file, a bomb and a strip are refused before they are decoded', async () => {
      const { browser } = await person(host());
      expect(await code(await put(browser, blockPng(64, 64), 'image/jpeg'))).toBe('image_unsupported');
      expect(await code(await put(browser, blockPng(64, 64).slice(0, 60)))).toBe('image_damaged');
      expect(await code(await put(browser, new Uint8Array()))).toBe('image_damaged');
      expect(await code(await put(browser, blockPng(64, 64, { claim: [10_000, 6000] })))).toBe('image_too_many_pixels');
      expect(await code(await put(browser, blockPng(64, 64, { claim: [1, 20_000] })))).toBe('image_unsupported');
    });

    test('V2 11 MB are refused, with a length and without one', async () => {
      const { browser } = await person(host());
      expect(await code(await put(browser, new Uint8Array(11 * 1024 * 1024)))).toBe('too_large');
      expect((await ask(browser, 'getAccount')).avatar).toBeNull();
    });
  });
}
