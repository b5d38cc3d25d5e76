// Runs on any Node from 18 on, before anything is installed: brings the checkout to what its commands need.
// With --tests also what the tests need: a Chromium, a PostgreSQL, fonts for scripts that the screenshots show.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules/.foyer-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

function run(command, args, options = {}) {
  // npm must not run on the Node inside the node_modules that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter), DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, ...options });
  return status === 0 ? undefined : `${command} ${args.join(' ')} failed (${error?.message ?? status})`;
}

function must(fault) {
  if (fault === undefined) return;
  console.error(`ensure: ${fault}`);
  process.exit(1);
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing packages …');
  must(run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' }));
  writeFileSync(stamp, wanted);
}

const chromium = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(
    (path) => path && existsSync(path),
  );
const postgres = () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0;
const fonts = () => existsSync('/usr/share/fonts/truetype/noto');

if (process.argv.includes('--tests')) {
  const missing = [
    ...(chromium() ? [] : ['chromium']),
    ...(postgres() ? [] : ['postgresql']),
    ...(fonts() ? [] : ['fonts-noto-core', 'fonts-noto-cjk']),
  ];
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && canInstall) {
    console.error(`Installing ${missing.join(', ')} …`);
    must(run('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] }));
    must(
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
  }
  // Without a browser nothing can be tested; without PostgreSQL its tests are named as skipped.
  if (!chromium()) must('no Chromium was found: install one, or name it in CHROMIUM_PATH');
}
