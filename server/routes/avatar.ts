import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { mount } from '../http/operation.ts';
import { createPlaces } from '../http/places.ts';
import { mediaType, readBody } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import { deleteAvatar } from '../verbs/avatar/delete-avatar.ts';
import { getAvatarImage } from '../verbs/avatar/get-avatar-image.ts';
import { putAvatar } from '../verbs/avatar/put-avatar.ts';

export function avatarRoutes(app: Hono<Env>, ports: Ports): void {
  const places = createPlaces();
  mount(app, ports, 'putAvatar', async ({ person, c }) =>
    places.hold(person.accountId, async () => {
      const bytes = await readBody(c.req.raw, ports.policy.avatar.maxBytes);
      return putAvatar(ports, bytes, mediaType(c.req.raw), person);
    }),
  );
  mount(app, ports, 'deleteAvatar', async ({ person }) => {
    await deleteAvatar(ports, person);
    return undefined;
  });
  mount(app, ports, 'getAvatarImage', async ({ params, c }) => {
    const bytes = await getAvatarImage(ports, params.id, params.size);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'image/webp',
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
}
