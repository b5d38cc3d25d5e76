import type { Kysely } from 'kysely';
import type { Policy } from '../contract/policy.ts';
import type { Database } from './db/schema.ts';

/** Time, in epoch milliseconds. Development and tests move it; nothing else in the backend asks for the time. */
export interface Clock {
  now(): number;
}

/** A clock that can be moved forward, for development and tests. */
export interface MovableClock extends Clock {
  /** Moves this clock and stays moved for every process that shares the database. */
  advance(ms: number): Promise<void>;
}

export interface Hasher {
  /** A PHC string with its parameters in it. Rejects with `OverloadedError` when too many are waiting. */
  hash(password: string): Promise<string>;
  /**
   * `stale`: right, but hashed with weaker parameters than today's (P8). Without a hash the same work is done and the
   * answer is `wrong`, so that nobody can tell an unknown address by the time (B1).
   */
  verify(password: string, hash: string | null): Promise<'right' | 'wrong' | 'stale'>;
}

/** How a secret of 256 random bits is kept: SHA-256, base64url without padding. A fast hash is enough for these. */
export type Digest = (secret: string) => string | Promise<string>;

export interface EncodedImage {
  /** Edge in px. */
  size: number;
  /** WebP, square, without metadata. */
  bytes: Uint8Array;
}

export interface Images {
  /**
   * Decodes the first frame of a picture that `server/avatars/sniff.ts` let pass, applies its EXIF orientation, cuts the
   * middle square and encodes it as WebP at each size. Rejects with `DamagedImageError` for what no decoder reads and
   * with `OverloadedError` when too many are waiting.
   */
  encode(bytes: Uint8Array, sizes: readonly number[]): Promise<EncodedImage[]>;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stays the same over repeated deliveries of one mail, so that a receiver can tell. */
  messageId: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

/** What the backend asks of its host. */
export interface Ports {
  db: Kysely<Database>;
  clock: Clock;
  hasher: Hasher;
  digest: Digest;
  images: Images;
  log: Log;
  policy: Policy;
  /** Base of every link that leaves the product, without a slash at its end. Never taken from a request (case-19). */
  publicUrl: string;
  /** Called when a mail was put into the outbox, so that it need not wait for the next round. */
  onMail?: () => void;
  /** Present in development mode only: opens the `/dev` operations. */
  development?: { clock: MovableClock };
  /** Addresses of proxies whose forwarded header is believed (H5). */
  trustedProxies?: readonly string[];
}
