import { damagedPictures } from './pictures-damaged.ts';
import { disguisedPictures } from './pictures-disguised.ts';
import { goodPictures } from './pictures-good.ts';
import { oversizePictures } from './pictures-oversize.ts';
import type { Picture } from './picture-parts.ts';

let made: Promise<Picture[]> | undefined;

/** Good, odd and hostile pictures with the verdict each must get (G9). Made once per process; nothing is stored. */
export function createPictures(): Promise<Picture[]> {
  made ??= Promise.all([goodPictures(), damagedPictures(), disguisedPictures(), oversizePictures()]).then((groups) =>
    groups.flat(),
  );
  return made;
}

/** One picture of the corpus by its name. */
export async function pictureNamed(name: string): Promise<Picture> {
  const picture = (await createPictures()).find((candidate) => candidate.name === name);
  if (!picture) throw new Error(`no picture named ${name}`);
  return picture;
}
