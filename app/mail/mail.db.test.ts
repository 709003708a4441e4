import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { expect, test, vi } from 'vitest';
import { transaction } from '#app/db/transaction.server.ts';
import { takeComplaints } from '#tests/setup/vitest.ts';
import { startMailServer } from '#tests/setup/mail-server.ts';
import { makeMunicipality, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { publicUrl } from './absolute-url.server.ts';
import { queueMail, type Letter } from './queue-mail.server.ts';
import { dropLetter, listOutbox, retryLetters } from './outbox.server.ts';
import { maxAttempts, sendDue, startSender, type Envelope } from './sender.server.ts';
import { smtpSender } from './smtp.server.ts';

const db = await testDb();
const bare = { locale: 'pl', replyTo: null, leaveUrl: null } as const;
let letters = 0;

function letter(changes: Partial<Letter> = {}): Letter {
  return { to: `adresat${(letters += 1)}@example.pl`, locale: 'pl', subject: 'Stanowisko', body: 'Treść.', ...changes };
}

/** Sends everything due and tells what was sent. */
async function sendAll(): Promise<Envelope[]> {
  const sent: Envelope[] = [];
  while ((await sendDue(db, async (envelope) => void sent.push(envelope))).tried > 0);
  return sent;
}

test('a letter is written with its transaction and not without it', async () => {
  const one = letter();
  await expect(
    transaction(db, async (tx) => {
      await queueMail(tx, one);
      throw new Error('the change failed');
    }),
  ).rejects.toThrow('the change failed');
  expect(await db.mailMessage.count({ where: { toEmail: one.to } })).toBe(0);
  await transaction(db, (tx) => queueMail(tx, one));
  expect(await db.mailMessage.count({ where: { toEmail: one.to } })).toBe(1);
});

test('the same key twice is one letter and does not spoil the transaction', async () => {
  const one = letter({ dedupeKey: 'ruling:1' });
  await transaction(db, async (tx) => {
    await queueMail(tx, one);
    await queueMail(tx, { ...one, subject: 'Drugi raz' });
    await queueMail(tx, { ...one, dedupeKey: 'ruling:2' });
  });
  const rows = await db.mailMessage.findMany({ where: { toEmail: one.to }, orderBy: { createdAt: 'asc' } });
  expect(rows.map((row) => [row.dedupeKey, row.subject]).sort()).toEqual([
    ['ruling:1', 'Stanowisko'],
    ['ruling:2', 'Stanowisko'],
  ]);
});

test('a subject is one line, and the closing is in the language of the addressee', async () => {
  const one = letter({ subject: 'Raz\r\nBcc: ktos@example.pl', locale: 'en' });
  await queueMail(db, one);
  const row = await db.mailMessage.findFirstOrThrow({ where: { toEmail: one.to } });
  expect(row.subject).toBe('Raz Bcc: ktos@example\u2024pl');
  expect(row.body).toMatch(/^Treść\.\n\n-- \nParagraf, local law written together\nhttp/);
});

test('each letter is sent once', async () => {
  await sendAll();
  const [one, two] = [letter(), letter()];
  await queueMail(db, one);
  await queueMail(db, two);
  expect((await sendAll()).map((sent) => sent.to).sort()).toEqual([one.to, two.to].sort());
  expect(await sendAll()).toEqual([]);
});

test('two senders at once share the letters and send none twice', async () => {
  const all = Array.from({ length: 8 }, () => letter());
  for (const one of all) await queueMail(db, one);
  const sent: string[] = [];
  const slowly = async (envelope: Envelope) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sent.push(envelope.to);
  };
  await Promise.all([sendDue(db, slowly), sendDue(db, slowly)]);
  expect(sent.sort()).toEqual(all.map((one) => one.to).sort());
});

test('a refused letter waits longer each time, keeps the reason and is given up in the end', async () => {
  const one = letter();
  await queueMail(db, one);
  const row = () => db.mailMessage.findFirstOrThrow({ where: { toEmail: one.to } });
  const refuse = async () => {
    throw Object.assign(new Error('mailbox full\nsecond line'), { code: 'EENVELOPE' });
  };
  const waits: number[] = [];
  for (let n = 0; n < maxAttempts; n += 1) {
    expect((await sendDue(db, refuse)).tried).toBe(1);
    waits.push((await row()).runAt.getTime() - Date.now());
    expect((await sendDue(db, refuse)).tried).toBe(0);
    await db.mailMessage.updateMany({ where: { toEmail: one.to }, data: { runAt: new Date(Date.now() - 1) } });
  }
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  expect((await sendDue(db, refuse)).tried).toBe(0);
  expect(await row()).toMatchObject({
    attempts: maxAttempts,
    sentAt: null,
    failedAt: expect.any(Date),
    lastError: 'EENVELOPE: mailbox full',
  });
  const lines = takeComplaints();
  expect(lines).toHaveLength(maxAttempts);
  expect(lines.at(-1)).toContain('a letter was given up');
  expect(lines.join()).not.toContain(one.to);
});

/** What a mail library throws for a reply of the server. */
const reply = (responseCode: number, command: string, code = 'EENVELOPE') =>
  Object.assign(new Error(`${responseCode} no`), { responseCode, command, code });

test('a permanent refusal is not tried again, and an administrator sees it, tries it again or drops it', async () => {
  await db.mailMessage.deleteMany({});
  const [bad, other] = [letter({ dedupeKey: 'receipt:77' }), letter()];
  for (const one of [bad, other]) await queueMail(db, one);
  let tried = 0;
  const refuse = async () => {
    tried += 1;
    throw Object.assign(reply(550, 'RCPT TO'), { message: `550 5.1.1 <${bad.to}> (or “${bad.to}”) no such user` });
  };
  await sendDue(db, refuse);
  await db.mailMessage.updateMany({
    where: { toEmail: { in: [bad.to, other.to] } },
    data: { runAt: new Date(Date.now() - 1) },
  });
  await sendDue(db, refuse);
  expect(tried).toBe(2);
  const { id } = await db.mailMessage.findFirstOrThrow({ where: { toEmail: bad.to } });
  expect(takeComplaints().join()).toContain(`letter=${id} kind=receipt smtp=550`);
  const listed = await listOutbox(db, { failedOnly: true });
  expect(listed.failed).toBe(2);
  expect(listed.letters.find((each) => each.id === id)).toMatchObject({
    state: 'failed',
    kind: 'receipt',
    domain: bad.to.slice(bad.to.indexOf('@') + 1),
    lastError: 'EENVELOPE: 550 5.1.1 …@… (or …@… no such user',
  });
  expect(await retryLetters(db, id)).toBe(1);
  expect(await retryLetters(db, '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b10')).toBe(0);
  expect((await sendAll()).map((sent) => sent.to)).toEqual([bad.to]);
  const rest = (await listOutbox(db, { failedOnly: true })).letters[0]?.id ?? '';
  expect(await dropLetter(db, rest)).toBe(1);
  expect(await listOutbox(db, { failedOnly: true })).toEqual({ letters: [], failed: 0, waiting: 0, kept: 0 });
});

test('letters that the sender passes by for good are not said to be waiting, nor due again', async () => {
  await db.mailMessage.deleteMany({});
  await db.user.create({ data: { email: 'pokaz@gmina.pl', displayName: 'Pokaz', passwordHash: 'x', isDemo: true } });
  for (const to of ['pokaz@gmina.pl', 'ktos@gmina.example', 'ktos@localhost', 'prawdziwy@gmina.pl'])
    await queueMail(db, { ...letter(), to });
  await db.mailMessage.create({
    data: {
      toEmail: 'dawny@gmina.pl',
      subject: 'Dawny',
      body: '',
      attempts: maxAttempts,
      lastError: 'written before a mail server was set; not sent',
    },
  });
  const { letters, ...counts } = await listOutbox(db, { failedOnly: false });
  expect(counts).toEqual({ failed: 0, waiting: 1, kept: 4 });
  expect(letters.map(({ state, domain }) => `${state} ${domain}`).sort()).toEqual([
    'kept gmina.example',
    'kept gmina.pl',
    'kept gmina.pl',
    'kept localhost',
    'waiting gmina.pl',
  ]);
  const { id } = await db.mailMessage.findFirstOrThrow({ where: { toEmail: 'ktos@localhost' } });
  expect(await retryLetters(db, id)).toBe(0);
  expect((await sendAll()).map(({ to }) => to)).toEqual(['prawdziwy@gmina.pl']);
  expect((await listOutbox(db, { failedOnly: false })).waiting).toBe(0);
});

test('trouble of the server is waited out once for all letters, and costs none of them an attempt', async () => {
  await sendAll();
  for (const trouble of [
    reply(421, 'CONN', 'ECONNECTION'),
    reply(451, 'MAIL FROM'),
    Object.assign(new Error('refused'), { code: 'ESOCKET', command: 'CONN' }),
    reply(535, 'AUTH PLAIN', 'EAUTH'),
  ]) {
    const all = Array.from({ length: 4 }, () => letter());
    for (const one of all) await queueMail(db, one);
    let tried = 0;
    let time = 0;
    const stop = startSender(
      db,
      async () => {
        tried += 1;
        throw trouble;
      },
      5,
      () => time,
    );
    // One letter proves nothing: the second tells that it is not the first one's fault.
    await vi.waitFor(() => expect(tried).toBe(2));
    time = 30_000;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(tried).toBe(2);
    time = 61_000;
    await vi.waitFor(() => expect(tried).toBe(4));
    await stop();
    const rows = await db.mailMessage.findMany({ where: { toEmail: { in: all.map(({ to }) => to) } } });
    expect(rows.filter(({ failedAt }) => failedAt)).toEqual([]);
    expect(rows.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(trouble.message.startsWith('451') ? 4 : 0);
    expect(takeComplaints().length).toBe(4);
    await db.mailMessage.deleteMany({ where: { toEmail: { in: all.map(({ to }) => to) } } });
  }
});

test('a letter at which the server always hangs up holds nobody up and is given up in the end', async () => {
  await db.mailMessage.deleteMany({});
  const bad = letter();
  await queueMail(db, bad);
  const drop = async ({ to }: Envelope) => {
    if (to === bad.to)
      throw Object.assign(new Error('Connection closed unexpectedly'), { code: 'ECONNECTION', command: 'CONN' });
    sent.push(to);
  };
  const sent: string[] = [];
  // Alone it may be the server: it is tried again and costs it nothing.
  expect(await sendDue(db, drop)).toEqual({ tried: 1, hasTrouble: true });
  expect(await db.mailMessage.findFirstOrThrow({ where: { toEmail: bad.to } })).toMatchObject({
    attempts: 0,
    failedAt: null,
  });
  for (let round = 1; round <= maxAttempts; round += 1) {
    const good = letter();
    await queueMail(db, good);
    await db.mailMessage.updateMany({ where: { toEmail: bad.to }, data: { runAt: new Date(Date.now() - 60_000) } });
    expect(await sendDue(db, drop)).toEqual({ tried: 2, hasTrouble: false });
    expect(sent).toContain(good.to);
    expect((await db.mailMessage.findFirstOrThrow({ where: { toEmail: bad.to } })).attempts).toBe(round);
  }
  expect((await db.mailMessage.findFirstOrThrow({ where: { toEmail: bad.to } })).failedAt).not.toBeNull();
  expect(takeComplaints()).toHaveLength(maxAttempts + 1);
});

test('addressees who are refused for now are no trouble of the server, however many they are', async () => {
  await db.mailMessage.deleteMany({});
  const full = Array.from({ length: 3 }, () => letter());
  for (const one of [...full, letter()]) await queueMail(db, one);
  const last: string[] = [];
  const said = await sendDue(db, async ({ to }) => {
    if (full.some((one) => one.to === to)) throw reply(452, 'RCPT TO');
    last.push(to);
  });
  expect([said, last.length]).toEqual([{ tried: 4, hasTrouble: false }, 1]);
  expect(takeComplaints()).toHaveLength(3);
});

test('a server that goes on talking and takes no letter is left after a bound, and so is one that hangs', async () => {
  for (const more of ['250-and so on\r\n', '']) {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      // Read, or the end of the connection is never noticed here.
      socket.resume();
      socket.write('220 ready\r\n');
      const timer = setInterval(() => more && socket.write(more), 20);
      socket.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const smtp = smtpSender(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, undefined, {
      letterMs: 300,
    });
    await expect(smtp.send({ ...bare, id: 'x', to: 'ewa@example.pl', subject: 'x', text: 'x' })).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    smtp.close();
    await new Promise((resolve) => server.close(resolve));
  }
});

test('one refused letter does not hold up the next', async () => {
  await db.mailMessage.deleteMany({});
  const [bad, good] = [letter(), letter()];
  await queueMail(db, bad);
  await queueMail(db, good);
  const sent: string[] = [];
  await sendDue(db, async (envelope) => {
    if (envelope.to === bad.to) throw new Error('no such mailbox');
    sent.push(envelope.to);
  });
  expect(takeComplaints()).toHaveLength(1);
  expect(sent).toEqual([good.to]);
});

test('the loop sends by itself and stops after the letter in hand', async () => {
  const one = letter();
  await queueMail(db, one);
  let finished = false;
  let begin = () => {};
  const started = new Promise<void>((resolve) => (begin = resolve));
  const stop = startSender(
    db,
    async () => {
      begin();
      await new Promise((resolve) => setTimeout(resolve, 50));
      finished = true;
    },
    10,
  );
  await started;
  await stop();
  expect(finished).toBe(true);
  expect((await db.mailMessage.findFirstOrThrow({ where: { toEmail: one.to } })).sentAt).not.toBeNull();
});

/** A municipality whose office has told its address. */
async function makeOffice(): Promise<void> {
  await makeMunicipality(db);
  const { id } = await makePerson(db, 'Urszula');
  const rest = { name: 'Urząd', address: '', hours: '', phone: '', edoreczenia: '', controller: '', inspector: '' };
  await db.officeDetails.create({
    data: { ...rest, teryt, email: 'urzad@gmina.example', changedById: id, changedByName: 'Urszula' },
  });
}

test('another program reads a letter as what it is: two forms of the same words, in a language, from an office, of a list', async () => {
  await db.mailMessage.deleteMany({});
  await makeOffice();
  const body = `Wniósł\n-- \n<b>Jan</b> & „spółka”:\nnie w 5 dni.\n\nZobacz: ${publicUrl()}/konsultacje/x?a=1&b=2\n\nhttps://zly.example.org/x`;
  await queueMail(db, letter({ subject: 'Stanowisko urzędu do § 7', body, teryt, toOffice: true, locale: 'pl' }));
  await queueMail(
    db,
    letter({ subject: 'Released', body: 'Read it.', locale: 'en', leaveUrl: `${publicUrl()}/leave/1` }),
  );
  const { port, received, close } = await startMailServer();
  const smtp = smtpSender(`smtp://127.0.0.1:${port}?ignoreTLS=true`, 'Gmina <gmina@example.pl>');
  expect(await sendDue(db, smtp.send)).toEqual({ tried: 2, hasTrouble: false });
  smtp.close();
  await close();
  expect(
    await db.mailMessage.findMany({ where: { OR: [{ leaveUrl: { not: null } }, { body: { not: '' } }] } }),
  ).toEqual([]);
  const [polish, english] = (await Promise.all(received.map((mail) => simpleParser(mail)))).sort((a) =>
    a.subject === 'Released' ? 1 : -1,
  );
  const headerOf = (mail: ParsedMail | undefined, name: string) => mail?.headers.get(name);
  expect(polish).toMatchObject({
    subject: 'Stanowisko urzędu do § 7',
    from: { value: [{ name: 'Gmina', address: 'gmina@example.pl' }] },
    replyTo: { value: [{ address: 'urzad@gmina.example' }] },
  });
  expect(['auto-submitted', 'content-language', 'list'].map((name) => headerOf(polish, name))).toEqual([
    'auto-generated',
    'pl',
    undefined,
  ]);
  expect(polish?.messageId).toMatch(/^<[0-9a-f-]{36}@/);
  expect(polish?.text).toContain('<b>Jan</b> & „spółka”:\nnie w 5 dni.');
  const html = polish?.html || '';
  expect(html).toContain('<html lang="pl">');
  expect(html).toContain('&lt;b&gt;Jan&lt;/b&gt; &amp; „spółka”:<br>\nnie w\u00a05\u00a0dni.');
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    `${publicUrl()}/konsultacje/x?a=1&amp;b=2`,
    `${publicUrl()}/`,
  ]);
  expect(html).not.toMatch(/<(?:img|script|link|style|form)|url\(/);
  expect(english?.replyTo).toBeUndefined();
  expect(headerOf(english, 'content-language')).toBe('en');
  expect(headerOf(english, 'list')).toEqual({
    unsubscribe: { url: `${publicUrl()}/leave/1` },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  });
});

test('an SMTP_URL that is none is refused at the start', () => {
  expect(() => smtpSender('mail.example.pl', undefined)).toThrow('SMTP_URL must begin with smtp:// or smtps://');
});
