import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { openNodeBackend } from '../../mocks/node.ts';
import type { Database } from '../db/schema.ts';
import type { Log, Mail, Mailer, MovableClock, Ports } from '../ports.ts';
import { deliverOne } from './deliver.ts';
import { enqueueMail } from './outbox.ts';

const link = 'https://accounts.example/sign-up/confirm?token=secret-token';
const minute = 60_000;

interface Sending {
  mail: Mail;
  succeed: () => void;
  fail: (error: unknown) => void;
}

/** A mail server whose answers the test gives. */
function heldMailer(): { mailer: Mailer; sendings: Sending[]; next: () => Promise<Sending> } {
  const sendings: Sending[] = [];
  let arrived = Promise.withResolvers<Sending>();
  const mailer: Mailer = {
    send(mail) {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const sending = { mail, succeed: () => resolve(undefined), fail: reject };
      sendings.push(sending);
      arrived.resolve(sending);
      arrived = Promise.withResolvers<Sending>();
      return promise;
    },
  };
  return { mailer, sendings, next: () => arrived.promise };
}

/** A mail server that takes, or refuses, everything. */
function mailerThat(outcome: (mail: Mail) => void): Mailer & { taken: Mail[] } {
  const taken: Mail[] = [];
  const send = (mail: Mail) => {
    outcome(mail);
    taken.push(mail);
    return Promise.resolve();
  };
  return { taken, send };
}

const takesAll = () => mailerThat(() => undefined);
const refusesAll = () =>
  mailerThat(({ to }) => {
    throw Object.assign(new Error(`550 no such user <${to}> ${link}`), { code: 'EENVELOPE', responseCode: 550 });
  });

let ports: Ports;
let db: Kysely<Database>;
let clock: MovableClock;
let logged: string;

beforeEach(async () => {
  const backend = await openNodeBackend();
  ({ db, clock } = backend);
  logged = '';
  const note = (event: string, fields?: object) => void (logged += `${event} ${JSON.stringify(fields)}\n`);
  const log: Log = { info: note, warn: note, error: note };
  ports = { ...backend.ports, log, publicUrl: 'https://accounts.example' };
  return () => db.destroy();
});

const enqueue = (to = 'ines@marchetti.example') =>
  enqueueMail(ports, db, to, 'en', { kind: 'confirm-email', data: { name: 'Ines', link, hours: 24 } });
const outbox = () => db.selectFrom('outbox').selectAll().execute();

/** The wait until the next try, in seconds. */
async function secondsUntilDue(): Promise<number> {
  const [row] = await outbox();
  return Math.round(((row?.due_at ?? 0) - clock.now()) / 1000);
}

describe('N3: a mail in the outbox', () => {
  test('is sent once, whole, and its text is wiped afterwards: it held a link', async () => {
    await enqueue();
    const mailer = takesAll();
    expect(await deliverOne(ports, mailer)).toBe(true);
    expect(await deliverOne(ports, mailer)).toBe(false);
    expect(mailer.taken).toEqual([
      {
        to: 'ines@marchetti.example',
        subject: 'Confirm your email address for Foyer',
        text: expect.stringContaining(link) as string,
        html: expect.stringContaining('<html lang="en"') as string,
        messageId: expect.stringMatching(/^<[\w-]{27}@accounts\.example>$/u) as string,
      },
    ]);
    expect(await outbox()).toEqual([expect.objectContaining({ text: '', html: '', attempts: 1 })]);
    expect(JSON.stringify(await outbox())).not.toContain('secret-token');
    await clock.advance(48 * 60 * minute);
    expect(await deliverOne(ports, mailer), 'never again').toBe(false);
  });

  test('that was rolled back is never sent', async () => {
    const broken = db.transaction().execute(async (tx) => {
      await enqueueMail(ports, tx, 'ines@marchetti.example', 'en', {
        kind: 'confirm-email',
        data: { name: 'Ines', link, hours: 24 },
      });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await deliverOne(ports, takesAll())).toBe(false);
  });

  test('never is in two hands at the same time', async () => {
    const addresses = Array.from({ length: 12 }, (_, index) => `ines.${index}@marchetti.example`);
    for (const address of addresses) await enqueue(address);
    const mailer = takesAll();
    const worker = async () => {
      while (await deliverOne(ports, mailer));
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(mailer.taken.map(({ to }) => to).sort()).toEqual(addresses.sort());
    expect(new Set(mailer.taken.map(({ messageId }) => messageId)).size).toBe(12);
  });

  test('that is being sent is left alone by the others', async () => {
    await enqueue();
    const { mailer, sendings, next } = heldMailer();
    const begun = next();
    const first = deliverOne(ports, mailer);
    const sending = await begun;
    await clock.advance(minute - 1000);
    expect(await deliverOne(ports, mailer)).toBe(false);
    sending.succeed();
    expect(await first).toBe(true);
    expect(sendings).toHaveLength(1);
  });

  test('whose sender died goes out again under the same Message-ID when the lease is over', async () => {
    await enqueue();
    const { mailer, sendings, next } = heldMailer();
    const begun = next();
    // It never hears that the mail server took the mail: its process ended in between.
    void deliverOne(ports, mailer);
    await begun;
    await clock.advance(minute + 1000);
    const heir = takesAll();
    expect(await deliverOne(ports, heir)).toBe(true);
    expect(heir.taken).toEqual([sendings[0]?.mail]);
    expect(await outbox()).toEqual([expect.objectContaining({ attempts: 2, text: '' })]);
  });

  test('is not sent again because a slow sender failed after another had sent it', async () => {
    await enqueue();
    const { mailer, next } = heldMailer();
    const begun = next();
    const slow = deliverOne(ports, mailer);
    const sending = await begun;
    await clock.advance(minute + 1000);
    await deliverOne(ports, takesAll());
    sending.fail(new Error('timeout'));
    await slow;
    await clock.advance(120 * minute);
    expect(await deliverOne(ports, takesAll())).toBe(false);
  });
});

describe('N3: a sender that comes back after its lease', () => {
  test('does not take the mail out of the hands of the one that has it now', async () => {
    await enqueue();
    const slow = heldMailer();
    const slowBegun = slow.next();
    const slowEnd = deliverOne(ports, slow.mailer);
    const slowSending = await slowBegun;
    await clock.advance(minute + 1000);
    const heir = heldMailer();
    const heirBegun = heir.next();
    const heirEnd = deliverOne(ports, heir.mailer);
    const heirSending = await heirBegun;
    slowSending.fail(new Error('timeout'));
    await slowEnd;
    await clock.advance(30_000);
    expect(await deliverOne(ports, takesAll())).toBe(false);
    heirSending.succeed();
    await heirEnd;
  });
});

describe('N3: a mail that the mail server refuses', () => {
  test('is tried again after a wait that grows up to an hour, under the same Message-ID', async () => {
    await enqueue();
    const ids = new Set<string>();
    const refusing = mailerThat(({ messageId }) => {
      ids.add(messageId);
      throw new Error('refused');
    });
    const waits: number[] = [];
    for (let tries = 0; tries < 14; tries += 1) {
      expect(await deliverOne(ports, refusing)).toBe(true);
      expect(await deliverOne(ports, refusing), 'not before its time').toBe(false);
      waits.push(await secondsUntilDue());
      await clock.advance(((waits.at(-1) ?? 0) + 1) * 1000);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600, 3600]);
    const mailer = takesAll();
    await deliverOne(ports, mailer);
    expect(mailer.taken[0]?.text).toContain(link);
    expect([...ids]).toEqual([mailer.taken[0]?.messageId]);
  });

  test('does not hold up the others', async () => {
    await enqueue('nobody@nowhere.example');
    await deliverOne(ports, refusesAll());
    await enqueue('ines@marchetti.example');
    const mailer = takesAll();
    while (await deliverOne(ports, mailer));
    expect(mailer.taken.map(({ to }) => to)).toEqual(['ines@marchetti.example']);
  });

  test('H6 leaves nothing of itself in the log but its number and the code', async () => {
    await enqueue();
    await deliverOne(ports, refusesAll());
    const mailer = takesAll();
    await deliverOne(ports, mailer);
    const [row] = await outbox();
    expect(logged).toBe(`mail_given_up {"mail":"${row?.id}","reason":"EENVELOPE 550"}\n`);
    expect([row?.text, row?.html, mailer.taken], 'nor its link in the table').toEqual(['', '', []]);
  });

  test('H6 is given up after three days, and its link with it', async () => {
    await enqueue();
    const unreachable = mailerThat(() => {
      throw new Error('nobody there');
    });
    await deliverOne(ports, unreachable);
    await clock.advance(3 * 24 * 3_600_000 + 1000);
    await deliverOne(ports, unreachable);
    const [row] = await outbox();
    expect([row?.text, row?.html]).toEqual(['', '']);
  });
});
