import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { foyer } from '../../contract/policy.ts';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const production = {
  FOYER_MODE: 'production',
  PUBLIC_URL: 'https://accounts.example',
  SMTP_URL: 'smtps://mailer:secret@mail.example:465',
  MAIL_FROM: 'Example <no-reply@example.com>',
  FOYER_SECRETS: 'a'.repeat(32),
};

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

function policyFile(name: string, policy: object | string): string {
  const file = join(folder, name);
  writeFileSync(file, typeof policy === 'string' ? policy : JSON.stringify(policy));
  return file;
}

describe('N1: with nothing set', () => {
  test('development has everything it needs', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      mode: 'development',
      dataDir: 'data',
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'Foyer <no-reply@foyer.example>',
      secrets: [],
      trustedProxies: [],
      logLevel: 'warn',
      policy: foyer,
    });
  });

  test('an empty variable is as good as none, and links follow the port', () => {
    const { port, publicUrl, smtpUrl } = readConfig({ PORT: ' 4100 ', PUBLIC_URL: '  ', SMTP_URL: '' });
    expect([port, publicUrl, smtpUrl]).toEqual([4100, 'http://localhost:4100', undefined]);
  });
});

describe('N2: production', () => {
  test.each([
    ['PUBLIC_URL', 'links'],
    ['SMTP_URL', 'confirm an address'],
    ['MAIL_FROM', 'missing'],
    ['FOYER_SECRETS', '32 characters'],
  ])('does not start without %s, and says why', (name, why) => {
    expect(faultsOf({ ...production, [name]: undefined })).toEqual([expect.stringMatching(`^${name} .*${why}`)]);
  });

  test('names all that is missing at once', () => {
    const faults = faultsOf({ FOYER_MODE: 'production' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'FOYER_SECRETS',
    ]);
  });

  test('takes several keys, proxies and a database', () => {
    const config = readConfig({
      ...production,
      PUBLIC_URL: 'https://accounts.example//',
      FOYER_SECRETS: `${'n'.repeat(40)}, ${'o'.repeat(32)},`,
      TRUSTED_PROXIES: '10.0.0.1, ::1',
      DATABASE_URL: 'postgres://foyer@db/foyer',
      LOG_LEVEL: 'warn',
    });
    expect(config.publicUrl).toBe('https://accounts.example');
    expect(config.secrets.map((key) => key.toString())).toEqual(['n'.repeat(40), 'o'.repeat(32)]);
    expect(config.trustedProxies).toEqual(['10.0.0.1', '::1']);
    expect([config.mode, config.databaseUrl, config.logLevel]).toEqual([
      'production',
      'postgres://foyer@db/foyer',
      'warn',
    ]);
  });

  test('S4 does not send sessions in the clear, except on this machine', () => {
    expect(faultsOf({ ...production, PUBLIC_URL: 'http://accounts.example' })).toEqual([
      expect.stringContaining('not https'),
    ]);
    expect(faultsOf({ ...production, PUBLIC_URL: 'http://localhost.evil.example' })).toHaveLength(1);
    expect(faultsOf({ ...production, PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
  });
});

describe('case-43: a faulty configuration never fails open', () => {
  test.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '30.5'],
    ['FOYER_MODE', 'prod'],
    ['FOYER_MODE', 'Production'],
    ['PUBLIC_URL', 'accounts.example'],
    // In development, where every mail is open.
    ['PUBLIC_URL', 'https://accounts.example'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['PUBLIC_URL', 'https://localhost/foyer'],
    ['PUBLIC_URL', 'https://localhost?x'],
    ['PUBLIC_URL', 'https://localhost#x'],
    ['PUBLIC_URL', 'https://ada@localhost'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'https://mail.example'],
    ['MAIL_FROM', 'Foyer\r\nBcc: all@example.com'],
    ['FOYER_SECRETS', 'short'],
    ['FOYER_SECRETS', `${'a'.repeat(32)},${'b'.repeat(31)}`],
    ['DATABASE_URL', 'mysql://db/foyer'],
    ['TRUSTED_PROXIES', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '127.0.0.1, proxy.example'],
    ['LOG_LEVEL', 'loud'],
    ['FOYER_POLICY', 'foyerr'],
    ['FOYER_POLICY', 'constructor'],
    ['FOYER_POLICY', '__proto__'],
  ])('%s=%s is named', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}\\b`)]);
  });

  test('every fault is named in one go, and no secret with it', () => {
    const env = {
      PORT: 'x',
      FOYER_MODE: 'y',
      SMTP_URL: 'http://u:hunter2@h',
      FOYER_SECRETS: 'hunter2',
      LOG_LEVEL: 'z',
    };
    expect(faultsOf(env).map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'FOYER_MODE',
      'SMTP_URL',
      'FOYER_SECRETS',
      'LOG_LEVEL',
    ]);
    expect(() => readConfig(env)).toThrow(/^Foyer cannot start:\n {2}- PORT/u);
    expect(faultsOf(env).join()).not.toContain('hunter2');
  });
});

describe('J: a policy file', () => {
  test('that is whole is taken', () => {
    const policy = { ...foyer, brand: { name: 'Harbour', supportEmail: 'help@harbour.example' } };
    expect(readConfig({ FOYER_POLICY: policyFile('good.json', policy) }).policy).toEqual(policy);
  });

  test('is told each of its faults by its path', () => {
    const { closing: _, ...rest } = foyer;
    const file = policyFile('bad.json', {
      ...rest,
      brand: { name: '', supportEmail: 'nobody' },
      locales: ['en', 'EN_us'],
      themes: [],
      password: { ...foyer.password, minLength: 3 },
      sessions: { idleMinutes: 0, absoluteHours: '720' },
      captcha: true,
    });
    const faults = faultsOf({ FOYER_POLICY: file });
    const paths = faults.map((fault) => fault.replace(`FOYER_POLICY ${file}: `, '').split(':')[0]);
    expect(paths.toSorted((one = '', other = '') => one.localeCompare(other))).toEqual([
      '/',
      '/brand/name',
      '/brand/supportEmail',
      '/closing',
      '/locales/1',
      '/password/minLength',
      '/sessions/absoluteHours',
      '/sessions/idleMinutes',
      '/themes',
    ]);
    expect(faults.join('\n')).toContain('captcha');
    expect(faults.join('\n')).toContain('expected number, received string');
  });

  test.each([
    ['not-json.json', '{"brand":'],
    ['empty.json', ''],
    ['list.json', '[]'],
    ['null.json', 'null'],
  ])('that is none (%s) stops the start', (name, text) => {
    expect(faultsOf({ FOYER_POLICY: policyFile(name, text) })).toEqual([expect.stringMatching(/^FOYER_POLICY /u)]);
  });
});
