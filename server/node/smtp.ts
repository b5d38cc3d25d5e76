import { createTransport } from 'nodemailer';
import type { Mailer } from '../ports.ts';

/** Mail by SMTP; `url` as nodemailer takes it: `smtp://user:password@host:587`. */
export function smtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send({ to, subject, text, html, messageId }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
