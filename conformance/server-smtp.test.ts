import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { advance, ask } from './host.ts';
import { freePort, serverHost, type ServerProcess } from './hosts/server-process.ts';
import { freshEmail, goodPassword, signUpBody } from './people.ts';

interface Letter {
  /** Header fields by lower-case name, unfolded. */
  headers: Map<string, string>;
  from: string;
  to: string[];
  text: string;
  html: string;
}

function readHeaders(head: string): Map<string, string> {
  const lines = head.replaceAll(/\r\n[ \t]+/gu, ' ').split('\r\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

/** Reads one part of a MIME message, or the first of `type` within it. */
function partOf(raw: string, type: string): string {
  const split = raw.indexOf('\r\n\r\n');
  const headers = readHeaders(raw.slice(0, split));
  const body = raw.slice(split + 4);
  const contentType = headers.get('content-type') ?? '';
  const boundary = /boundary="?([^";]+)"?/u.exec(contentType)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => partOf(part.replace(/^\r\n/u, ''), type)).find((text) => text !== '') ?? '';
  }
  if (!contentType.startsWith(type)) return '';
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** A mail server on this machine that keeps what it takes. `answer`: held back until the test gives it. */
async function mailServer(port: number, answer: Promise<void> = Promise.resolve()) {
  const letters: Letter[] = [];
  let arrived = Promise.withResolvers<undefined>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          headers: readHeaders(raw.slice(0, raw.indexOf('\r\n\r\n'))),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: partOf(raw, 'text/plain'),
          html: partOf(raw, 'text/html'),
        });
        arrived.resolve(undefined);
        arrived = Promise.withResolvers();
        void answer.then(() => callback());
      });
    },
  });
  // A client that is killed breaks its connection off; that is no fault of the test.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const count = async (wanted: number) => {
    while (letters.length < wanted) await arrived.promise;
    return letters;
  };
  return { letters, count, close: () => new Promise<void>((done) => server.close(done)) };
}

describe('N2, N3: mail by SMTP', () => {
  let host: ServerProcess | undefined;
  let server: Awaited<ReturnType<typeof mailServer>> | undefined;
  afterEach(async () => {
    await host?.close();
    await server?.close();
    host = server = undefined;
  });
  const start = async (port: number) =>
    (host = await serverHost('server with SMTP', {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Foyer <door@foyer.example>',
      FOYER_SECRETS: 'k'.repeat(32),
    }));

  test('a sign-up arrives as a letter of text and HTML with a link that confirms', async () => {
    const port = await freePort();
    server = await mailServer(port);
    const running = await start(port);
    const email = freshEmail();
    await ask(running.browser(), 'signUp', { body: signUpBody(email, { firstName: 'Inès' }) });
    const [letter] = await server.count(1);
    const { headers, text = '', html = '' } = letter ?? { headers: new Map<string, string>() };
    expect([letter?.from, letter?.to]).toEqual(['door@foyer.example', [email]]);
    expect(headers.get('from')).toBe('Foyer <door@foyer.example>');
    expect(headers.get('to')).toBe(email);
    expect(headers.get('subject')).toBe('Confirm your email address for Foyer');
    expect(headers.get('message-id')).toMatch(/^<[\w-]{27}@localhost>$/u);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative;/u);
    expect(text).toContain('Hello \u2068Inès\u2069,');
    expect(html).toContain('<html lang="en" dir="ltr">');
    const [link = ''] = /https?:\/\/\S+token=[\w-]+/u.exec(text) ?? [];
    expect(link, 'case-19').toMatch(new RegExp(`^${running.origin}/sign-up/confirm\\?token=[\\w-]{43}$`, 'u'));
    expect(html).toContain(link);
    const token = new URL(link).searchParams.get('token') ?? '';
    await ask(running.browser(), 'confirmSignUp', { body: { token } });
    await ask(running.browser(), 'signIn', { body: { email, password: goodPassword } });
    expect(running.output(), 'H6').not.toContain(token);
    expect(running.output(), 'H6').not.toContain(email);
  });

  test('a letter waits for a mail server that is down, and goes out when it is there', async () => {
    const port = await freePort();
    const running = await start(port);
    const email = freshEmail();
    await ask(running.browser(), 'signUp', { body: signUpBody(email) });
    expect(await ask(running.browser(), 'getOutbox')).toMatchObject([{ to: email }]);
    server = await mailServer(port);
    await advance(running, 'PT2M');
    const second = freshEmail();
    await ask(running.browser(), 'signUp', { body: signUpBody(second) });
    const letters = await server.count(2);
    expect(letters.flatMap(({ to }) => to).sort()).toEqual([email, second].sort());
  });

  test('G12 a kill -9 between two letters loses none, and what went out twice says so by its Message-ID', async () => {
    const port = await freePort();
    const never = new Promise<void>(() => undefined);
    // This one takes letters and never says that it did: whoever sent one is killed before knowing.
    const silent = await mailServer(port, never);
    const running = await start(port);
    const emails = Array.from({ length: 5 }, freshEmail);
    for (const email of emails) await ask(running.browser(), 'signUp', { body: signUpBody(email) });
    await silent.count(1);
    await Promise.all([running.crashAndRestart(), silent.close()]);
    server = await mailServer(port);
    await advance(running, 'PT10M');
    await ask(running.browser(), 'signUp', { body: signUpBody(freshEmail()) });
    const letters = await server.count(6);
    expect(letters.flatMap(({ to }) => to)).toEqual(expect.arrayContaining(emails));
    const twice = letters.find(({ to }) => to[0] === silent.letters[0]?.to[0]);
    expect(twice?.headers.get('message-id')).toBe(silent.letters[0]?.headers.get('message-id'));
    expect(new Set(letters.map(({ headers }) => headers.get('message-id'))).size).toBe(letters.length);
    expect(twice?.text).toBe(silent.letters[0]?.text);
  }, 60_000);
});
