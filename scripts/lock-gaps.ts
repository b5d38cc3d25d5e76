import { readFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

/** npm can leave out of a lock file what it needs on other platforms only, and `npm ci` then refuses the lock there. */
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const locked = Object.keys(lock.packages);
for (const [path, { version = '', optionalDependencies = {} }] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(optionalDependencies))
    if (!locked.some((key) => key.endsWith(`node_modules/${name}`))) {
      process.stderr.write(`package-lock.json: ${path || 'the project'} ${version} lacks ${name} ${range}\n`);
      process.exitCode = 1;
    }
