import { avatarSizes } from '../../../contract/account.ts';
import type { ResponseOf } from '../../../contract/operations.ts';
import { audit } from '../../audit.ts';
import { sniffImage } from '../../avatars/sniff.ts';
import type { Person } from '../../caller.ts';
import type { Ports } from '../../ports.ts';
import { newId } from '../../secrets.ts';
import { avatarPath } from '../account/present-account.ts';

/**
 * Replaces the picture. The header is read before any decoder runs, the picture is encoded anew at each size, and the
 * one before it dies with its address; of racing uploads one stays and none leaves a trace (V1–V9).
 * Fails with `image_unsupported`, `image_damaged`, `image_too_many_pixels`, `overloaded`.
 */
export async function putAvatar(
  ports: Ports,
  bytes: Uint8Array,
  type: string,
  person: Person,
): Promise<ResponseOf<'putAvatar'>> {
  sniffImage(bytes, type, ports.policy.avatar);
  const images = await ports.images.encode(bytes, avatarSizes);
  const id = newId();
  await ports.db.transaction().execute(async (tx) => {
    // The account's row is taken first: racing uploads then take turns here, and each removes the one before it.
    await tx
      .updateTable('accounts')
      .set((eb) => ({ avatar_id: id, version: eb('version', '+', 1) }))
      .where('id', '=', person.accountId)
      .execute();
    await tx.deleteFrom('avatars').where('account_id', '=', person.accountId).execute();
    await tx
      .insertInto('avatars')
      .values({ id, account_id: person.accountId, created_at: ports.clock.now() })
      .execute();
    await tx
      .insertInto('avatar_images')
      .values(images.map((image) => ({ avatar_id: id, ...image })))
      .execute();
    await audit(ports, tx, 'avatar_changed', person.accountId, person);
  });
  return { avatar: avatarPath(id) };
}
