import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { policySchema, presets, type Policy } from '../../contract/policy.ts';

export interface Config {
  port: number;
  publicUrl: string;
  mode: 'development' | 'production';
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** 32 bytes and more each; the first one signs, the others still verify. Empty: made and kept under `dataDir`. */
  secrets: Buffer[];
  trustedProxies: string[];
  logLevel: string;
  policy: Policy;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Every fault of a configuration, so that one start names them all. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Foyer cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment (docs/operating.md names every variable). Throws `ConfigError` with all faults. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  const url = (name: string, protocols: readonly string[]) => {
    const value = text(name);
    if (value === undefined) return undefined;
    const isFine = URL.canParse(value) && protocols.includes(new URL(value).protocol);
    if (!isFine) faults.push(`${name} is no address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    return value;
  };

  const port = Number(text('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT is no number from 0 to 65535');
  const mode = text('FOYER_MODE') ?? 'development';
  if (mode !== 'development' && mode !== 'production') faults.push('FOYER_MODE is neither development nor production');
  const isProduction = mode === 'production';

  const publicUrl = (url('PUBLIC_URL', ['https:', 'http:']) ?? `http://localhost:${port}`).replace(/\/+$/u, '');
  const isLocal = URL.canParse(publicUrl) && new URL(publicUrl).hostname === 'localhost';
  if (isProduction && text('PUBLIC_URL') === undefined)
    faults.push('PUBLIC_URL is missing: links in mails start with it');
  if (!isProduction && URL.canParse(publicUrl) && !loopback.includes(new URL(publicUrl).hostname))
    faults.push('PUBLIC_URL is an address for others: development shows every mail, so say FOYER_MODE=production');
  if (isProduction && publicUrl.startsWith('http:') && !isLocal)
    faults.push('PUBLIC_URL is not https: sessions would travel in the clear');
  // Links are made by writing a path behind it, and cookies by its scheme.
  if (URL.canParse(publicUrl) && new URL(publicUrl).href !== `${new URL(publicUrl).origin}/`)
    faults.push('PUBLIC_URL has more than a scheme and a host: Foyer lives at the root of its host');

  const smtpUrl = url('SMTP_URL', ['smtp:', 'smtps:']);
  if (isProduction && smtpUrl === undefined) faults.push('SMTP_URL is missing: nobody could confirm an address');
  const mailFrom = text('MAIL_FROM') ?? 'Foyer <no-reply@foyer.example>';
  if (isProduction && text('MAIL_FROM') === undefined) faults.push('MAIL_FROM is missing');
  if (/[\r\n]/u.test(mailFrom)) faults.push('MAIL_FROM has a line break');

  const secrets = (text('FOYER_SECRETS') ?? '')
    .split(',')
    .filter(Boolean)
    .map((secret) => Buffer.from(secret.trim(), 'utf8'));
  if (secrets.some((secret) => secret.length < 32)) faults.push('FOYER_SECRETS has a key of fewer than 32 characters');
  if (isProduction && secrets.length === 0)
    faults.push('FOYER_SECRETS is missing: comma-separated keys of 32 characters or more');

  const trustedProxies = (text('TRUSTED_PROXIES') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const proxy of trustedProxies) {
    if (isIP(proxy) === 0) faults.push(`TRUSTED_PROXIES: ${proxy} is no IP address`);
  }
  const logLevel = text('LOG_LEVEL') ?? (isProduction ? 'info' : 'warn');
  if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL is none of ${logLevels.join(', ')}`);

  const policy = readPolicy(text('FOYER_POLICY') ?? 'foyer', faults);
  const config = {
    port,
    publicUrl,
    mode: isProduction ? ('production' as const) : ('development' as const),
    dataDir: text('DATA_DIR') ?? 'data',
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    smtpUrl,
    mailFrom,
    secrets,
    trustedProxies,
    logLevel,
  };
  if (faults.length > 0 || !policy) throw new ConfigError(faults);
  return { ...config, policy };
}

function readPolicy(name: string, faults: string[]): Policy | undefined {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (preset) return preset;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    faults.push(
      `FOYER_POLICY ${name} is no preset (${Object.keys(presets).join(', ')}) and no readable JSON file: ${String(error)}`,
    );
    return undefined;
  }
  const parsed = policySchema.safeParse(json, { error: z.locales.en().localeError });
  if (parsed.success) return parsed.data;
  faults.push(
    ...parsed.error.issues.map(({ path, message }) => `FOYER_POLICY ${name}: /${path.join('/')}: ${message}`),
  );
  return undefined;
}
