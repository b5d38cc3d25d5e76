import { ProblemError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';

/** One picture's bytes in one size. Fails with `not_found`. */
export async function getAvatarImage(ports: Pick<Ports, 'db'>, id: string, size: string): Promise<Uint8Array> {
  const image = /^\d{1,4}$/u.test(size)
    ? await ports.db
        .selectFrom('avatar_images')
        .select('bytes')
        .where('avatar_id', '=', id)
        .where('size', '=', Number(size))
        .executeTakeFirst()
    : undefined;
  if (!image) throw new ProblemError('not_found');
  return image.bytes;
}
