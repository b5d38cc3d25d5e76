import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A JPEG of 48 megapixels with the grain of a photograph (8000 × 6000), made once and kept among temporary files. */
export async function largePhoto(): Promise<string> {
  const folder = join(tmpdir(), 'foyer-photos');
  const file = join(folder, '48-megapixels.jpg');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const [width, height] = [8000, 6000];
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const grain = await sharp({ create: { width: 1000, height: 750, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  const making = `${file}.${process.pid}`;
  await sharp(grain).resize(width, height, { kernel: 'cubic' }).jpeg({ quality: 90 }).toFile(making);
  // Whoever comes second finds it whole.
  renameSync(making, file);
  return file;
}
