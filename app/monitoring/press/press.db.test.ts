import { expect, test } from 'vitest';
import { listMails } from '#app/mail/mailbox-queries.server.ts';
import { sendDue } from '#app/mail/sender.server.ts';
import { codedEdition, publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { cancelRelease } from '../publication/cancel-release.server.ts';
import { correctAnswer } from '#tests/fixtures/correct-answer.ts';
import { confirmPress, inspectPressLink } from './confirm-press.server.ts';
import { findPressLeaver, leavePress } from './leave-press.server.ts';
import { subscribePress } from './subscribe-press.server.ts';

const db = await testDb();
const hour = new Date('2031-05-05T10:00:00Z');
const now = new Date('2031-05-05T08:00:00Z');

async function secretIn(email: string, part: 'potwierdz' | 'wypisz'): Promise<string> {
  const letters = await db.mailMessage.findMany({ where: { toEmail: email }, orderBy: { id: 'desc' } });
  return letters.map(({ body }) => new RegExp(`/prasa/${part}/([\\w-]+)`).exec(body)?.[1]).find(Boolean) ?? '';
}

async function join(slug: string, email: string): Promise<string> {
  await subscribePress(db, { slug, email, locale: 'pl' });
  const secret = await secretIn(email, 'potwierdz');
  expect(await confirmPress(db, { slug, secret })).toBe(true);
  return secret;
}

const released = (email: string) =>
  db.mailMessage.findMany({ where: { toEmail: email, dedupeKey: { startsWith: 'edition-release:' } } });

async function scheduled() {
  const edition = await codedEdition(db);
  await edition.release({ releaseAt: hour, now });
  return edition;
}

test('an address joins only after its owner confirms, and hears nothing before', async () => {
  const { slug, id } = await scheduled();
  await subscribePress(db, { slug, email: 'a@press.example', locale: 'pl' });
  expect(await released('a@press.example')).toEqual([]);
  const secret = await secretIn('a@press.example', 'potwierdz');
  expect(await inspectPressLink(db, { slug, secret })).toEqual({ email: 'a@press.example', isConfirmed: false });
  expect([
    await confirmPress(db, { slug, secret }),
    await confirmPress(db, { slug, secret }),
    await confirmPress(db, { slug, secret: 'x' }),
  ]).toEqual([true, true, false]);
  expect(await released('a@press.example')).toMatchObject([{ runAt: hour, sentAt: null }]);
  const kinds = (
    await db.event.findMany({ where: { editionId: id, subjectType: 'press-subscription' }, orderBy: { id: 'asc' } })
  ).map((event) => event.kind);
  expect(kinds).toEqual(['press-asked', 'press-confirmed']);
});

test('asking again soon sends no second letter, and an old link does not confirm', async () => {
  const { slug } = await scheduled();
  const ask = (at: Date) => subscribePress(db, { slug, email: 'b@press.example', locale: 'en', now: at });
  const start = new Date();
  await ask(start);
  await ask(new Date(start.getTime() + 60_000));
  const old = await secretIn('b@press.example', 'potwierdz');
  await ask(new Date(start.getTime() + 11 * 60_000));
  expect(await db.mailMessage.count({ where: { toEmail: 'b@press.example' } })).toBe(2);
  expect(await confirmPress(db, { slug, secret: old })).toBe(false);
  const secret = await secretIn('b@press.example', 'potwierdz');
  expect(await confirmPress(db, { slug, secret, now: new Date(start.getTime() + 60 * 3_600_000) })).toBe(false);
  await expect(subscribePress(db, { slug: 'nie-ma', email: 'b@press.example', locale: 'pl' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('letters of a release wait for its hour: neither sent nor shown before, and each once, however many processes send', async () => {
  const edition = await codedEdition(db);
  await edition.release({ releaseAt: new Date(Date.now() + 600_000) });
  for (const email of ['c1@example.org', 'c2@example.org', 'c3@example.org']) await join(edition.slug, email);
  const ours = {
    toEmail: { in: ['c1@example.org', 'c2@example.org', 'c3@example.org'] },
    dedupeKey: { startsWith: 'edition-release:' },
  };
  await db.mailMessage.updateMany({ where: { dedupeKey: null }, data: { sentAt: new Date() } });
  expect((await sendDue(db, async () => {})).tried).toBe(0);
  expect(
    (await listMails(db)).mails.filter((mail) => mail.to.startsWith('c') && mail.subject.includes('publiczna')),
  ).toEqual([]);
  await db.mailMessage.updateMany({ where: ours, data: { runAt: new Date(Date.now() - 1000) } });
  const sent: string[] = [];
  const send = async (letter: { to: string }) => void sent.push(letter.to);
  await Promise.all([sendDue(db, send), sendDue(db, send), sendDue(db, send)]);
  expect(sent.sort()).toEqual(['c1@example.org', 'c2@example.org', 'c3@example.org']);
});

test('who leaves gets no letter, by the link that stands in every letter', async () => {
  const { slug } = await scheduled();
  await join(slug, 'd@press.example');
  const secret = await secretIn('d@press.example', 'wypisz');
  expect(await findPressLeaver(db, { slug, secret })).toEqual({ email: 'd@press.example', isGone: false });
  expect([
    await leavePress(db, { slug, secret }),
    await leavePress(db, { slug, secret }),
    await leavePress(db, { slug, secret: 'x' }),
  ]).toEqual([true, true, false]);
  expect(await released('d@press.example')).toEqual([]);
  expect(await findPressLeaver(db, { slug, secret })).toMatchObject({ isGone: true });
});

test('a cancelled release takes its letters back, and the next one writes them again', async () => {
  const { slug, lead, release } = await scheduled();
  await join(slug, 'e@press.example');
  await cancelRelease(db, { viewer: lead, slug, shown: hour.toISOString(), now });
  expect(await released('e@press.example')).toEqual([]);
  await release({ releaseAt: hour, now });
  expect(await released('e@press.example')).toHaveLength(1);
});

test('a correction is told to the list once; who joins after the release gets no letter of it', async () => {
  const edition = await publishedEdition(db);
  const { slug, lead } = edition;
  await join(slug, 'f@press.example');
  expect(await released('f@press.example')).toEqual([]);
  await correctAnswer(db, {
    second: edition.reviewer,
    viewer: lead,
    slug,
    teryt: units[0],
    indicator: 'T11',
    state: 'scored',
    level: 2,
    requestedOn: null,
    note: 'Jest.',
    evidence: [],
    reason: 'Przeoczono tekst ujednolicony.',
    againstIssue: 1,
  });
  const letters = await db.mailMessage.findMany({
    where: { toEmail: 'f@press.example', dedupeKey: { startsWith: 'edition-correction:' } },
  });
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body).toContain('Przeoczono tekst ujednolicony.');
});
