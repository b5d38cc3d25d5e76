import type { Page, Request } from '@playwright/test';
import { statSync } from 'node:fs';
import { blockPng, gpsJpeg } from '../conformance/pictures.ts';
import { expect, test } from './fixtures.ts';
import { frame, pictureEditor, profilePage } from './pages/account.ts';
import { largePhoto } from './photo.ts';

const kinds: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' };
const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: kinds[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const latin = (text: string) => new TextEncoder().encode(text);

async function openEditor(page: Page) {
  await profilePage(page).open();
  await profilePage(page).editPicture.click();
  return pictureEditor(page);
}

/** Hands files to the page as a drop or a paste does. */
const hand = (page: Page, kind: 'drop' | 'paste', bytes: readonly number[]) =>
  page.evaluate(
    ([type, content]) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(content)], 'me.png', { type: 'image/png' }));
      const options = { bubbles: true, cancelable: true };
      const target = document.querySelector('dialog') ?? document.body;
      if (type === 'paste')
        return target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: files }));
      for (const name of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(name, { ...options, dataTransfer: files }));
      return true;
    },
    [kind, bytes] as const,
  );

for (const kind of ['drop', 'paste'] as const)
  test(`E4 a picture comes by ${kind} as well`, async ({ page, persona }) => {
    await persona.signedIn();
    const editor = await openEditor(page);
    await expect(editor.upload).toBeFocused();
    await hand(page, kind, [...blockPng(120, 120)]);
    await expect(editor.stage).toBeFocused();
    await editor.update.click();
    await expect(frame(page).picture).toHaveJSProperty('naturalWidth', 128);
  });

test('E5 @once zoom, turns and places change what the previews show, and "Cancel" asks before a crop is dropped', async ({
  page,
  persona,
}) => {
  await persona.signedIn();
  const editor = await openEditor(page);
  await editor.choose(fileOf('me.png', blockPng(300, 200)));
  await expect(editor.previews).toHaveCount(4);
  const preview = () => editor.previews.first().getAttribute('transform');
  const seen = [await preview()];
  await editor.zoom.press('End');
  seen.push(await preview());
  await editor.rotateRight.click();
  seen.push(await preview());
  await editor.stage.press('ArrowUp');
  seen.push(await preview());
  expect(new Set(seen).size).toBe(seen.length);
  await editor.cancel.click();
  await page.getByRole('button', { name: 'Keep cropping' }).click();
  await expect(editor.cancel).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(editor.dialog).toBeHidden();
  await expect(profilePage(page).editPicture).toBeFocused();
});

test('V1 V2 V6 V11 what cannot be a picture is refused in words, and the next file works', async ({
  page,
  persona,
  watch,
}) => {
  watch.allow(422, 413);
  await persona.signedIn();
  const editor = await openEditor(page);
  const large = blockPng(64, 64, { claim: [10_000, 6000] });
  const refusals: [string, Uint8Array, RegExp][] = [
    [
      'drawing.png',
      latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /SVG files cannot/u,
    ],
    ['page.jpg', latin('<!doctype html><script>alert(1)</script>'), /cannot be your picture|not a picture/u],
    ['cut.png', blockPng(300, 300).slice(0, 4000), /damaged or incomplete/u],
    ['empty.png', new Uint8Array(), /damaged|not a picture/u],
    ['large.png', large, /has 60 megapixels; up to 50/u],
  ];
  for (const [name, bytes, words] of refusals)
    await test.step(name, async () => {
      await editor.choose(fileOf(name, bytes));
      await expect(editor.problem).toHaveText(words);
      await expect(editor.stage).toBeHidden();
    });
  await editor.choose(fileOf('photo.jpg', gpsJpeg()));
  await expect(editor.stage).toBeFocused();
  await editor.update.click();
  await expect(frame(page).picture).toHaveJSProperty('naturalWidth', 128);
});

/** What the page gives to `fetch`, seen from inside: of a Blob, the browser tells nobody else the content. */
async function uploadsOf(page: Page): Promise<() => Promise<{ type: string; size: number; edge: number }[]>> {
  await page.addInitScript(() => {
    const blobs: Blob[] = [];
    const send = window.fetch;
    window.fetch = (input, init) => {
      if (init?.body instanceof Blob) blobs.push(init.body);
      return send(input, init);
    };
    Object.assign(window, { blobs });
  });
  return () =>
    page.evaluate(() =>
      Promise.all(
        (window as unknown as { blobs: Blob[] }).blobs.map(async (blob) => {
          const { width, height } = await createImageBitmap(blob);
          return { type: blob.type, size: blob.size, edge: Math.max(width, height) };
        }),
      ),
    );
}

test('V10 G23 a photo of 48 megapixels leaves the browser as a small crop and nothing else', async ({
  page,
  persona,
}) => {
  test.slow();
  await persona.signedIn();
  const photo = await largePhoto();
  expect(statSync(photo).size).toBeGreaterThan(5_000_000);
  const uploads = await uploadsOf(page);
  const sent: Request[] = [];
  page.on('request', (request) => void (request.method() !== 'GET' && sent.push(request)));

  const editor = await openEditor(page);
  await editor.choose(photo);
  await expect(editor.stage).toBeFocused({ timeout: 60_000 });
  await editor.stage.press('+');
  await editor.update.click();
  await expect(frame(page).toast('Picture updated')).toBeVisible({ timeout: 30_000 });
  await expect(frame(page).picture).toHaveJSProperty('naturalWidth', 128);

  const [upload, ...more] = await uploads();
  expect(more).toEqual([]);
  expect(upload?.type).toMatch(/^image\/(?:webp|jpeg)$/u);
  expect(upload?.size).toBeLessThan(200_000);
  expect(upload?.edge).toBeLessThanOrEqual(512);
  expect(sent.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)).toEqual([
    'PUT /api/account/avatar',
  ]);
});
