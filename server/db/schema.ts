/** Times are epoch milliseconds. Secrets that were mailed or set as a cookie are kept as SHA-256 only. */
export interface Database {
  accounts: AccountRow;
  registrations: RegistrationRow;
  sessions: SessionRow;
  avatars: AvatarRow;
  avatar_images: AvatarImageRow;
  outbox: OutboxRow;
  throttles: ThrottleRow;
  audit: AuditRow;
  meta: MetaRow;
}

export interface AccountRow {
  id: string;
  /** As typed. */
  email: string;
  /** As compared (`normalizeEmail`); unique. */
  email_normalized: string;
  first_name: string;
  last_name: string;
  phone: string;
  company: string;
  country: string;
  city: string;
  locale: string;
  theme: string;
  password_hash: string;
  password_changed_at: number;
  avatar_id: string | null;
  /** Counts every change of what `GET /api/account` shows; the entity tag. */
  version: number;
  created_at: number;
}

/**
 * A wish for an account. The account itself begins when the mailbox is proven, from the one registration whose link was
 * opened: what somebody else set up before that for the same address never becomes part of it (A7).
 */
export interface RegistrationRow {
  id: string;
  token_hash: string;
  email: string;
  email_normalized: string;
  first_name: string;
  last_name: string;
  locale: string;
  password_hash: string;
  created_at: number;
  expires_at: number;
  /** When it was confirmed, or overtaken by another registration of the address. */
  used_at: number | null;
}

export interface SessionRow {
  id: string;
  token_hash: string;
  account_id: string;
  user_agent: string;
  address: string;
  created_at: number;
  last_seen_at: number;
}

export interface AvatarRow {
  /** 160 random bits: the picture's address. */
  id: string;
  account_id: string;
  created_at: number;
}

export interface AvatarImageRow {
  avatar_id: string;
  /** Edge in px. */
  size: number;
  bytes: Uint8Array;
}

export interface OutboxRow {
  id: string;
  recipient: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
  created_at: number;
  sent_at: number | null;
  attempts: number;
  /** Until then it belongs to the process that is sending it, or waits for its next try. */
  due_at: number;
}

export interface ThrottleRow {
  key: string;
  failures: number;
  blocked_until: number;
  updated_at: number;
}

export interface AuditRow {
  id: string;
  account_id: string | null;
  kind: string;
  address: string;
  user_agent: string;
  created_at: number;
}

export interface MetaRow {
  key: string;
  value: string;
}
