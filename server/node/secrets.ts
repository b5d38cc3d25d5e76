import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The development key: made once and kept beside the data that depends on it. */
export function developmentSecret(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key');
  try {
    // Fails when it is there: of two processes that start together, one makes it.
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file);
  if (secret.length !== 32) throw new Error(`${file} is damaged: restore it, or remove it together with the database`);
  return secret;
}
