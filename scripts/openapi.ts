import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '../contract/openapi.ts';

/** Writes contract/openapi.json with `--write`; without it, fails when the committed file is not what the contract says. */
const file = new URL('../contract/openapi.json', import.meta.url);
const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (process.argv.includes('--write')) {
  writeFileSync(file, wanted);
} else if (readCommitted() !== wanted) {
  process.stderr.write('contract/openapi.json is not what the contract says: run npm run openapi\n');
  process.exitCode = 1;
}

function readCommitted(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
