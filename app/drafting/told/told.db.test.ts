import { expect, test } from 'vitest';
import { translator } from '#app/i18n/translate.ts';
import {
  answersDue,
  closesAt,
  decide,
  during,
  makeConsultation,
  makePerson,
  opensAt,
} from '#tests/setup/consultation.ts';
import { readPdf } from '#tests/setup/poppler.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { changeTerms } from '../course/terms/change-terms.server.ts';
import { fileFiling, type Filer } from '../register/file-filing.server.ts';
import { lettersPdf } from '../register/letters-pdf.server.ts';
import { loadLettersToPrint } from '../register/letters-to-print.server.ts';
import { latestNotice } from './latest-notice.server.ts';
import { markPosted } from './mark-posted.server.ts';
import { toldWords } from './told.ts';
import { reachOf, toldOf } from './told-authors.server.ts';

const db = await testDb();
const t = translator('pl');
const none = {
  sent: 0,
  posted: 0,
  forgotten: 0,
  waiting: 0,
  account: 0,
  toPost: 0,
  toCall: 0,
  called: 0,
  noEmail: 0,
  failed: 0,
  closed: 0,
  noAddress: 0,
};
const now = new Date(Date.now() + 60_000);

async function scene(slug: string) {
  const { id, official } = await makeConsultation(db, slug);
  const say = async (filer: Filer, reasons = ['Uwaga.']) => {
    const points = reasons.map((reason) => ({ reason, place: 'park', operations: [] }));
    const sent = await fileFiling(db, { slug, filer, points, now: during });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    return sent.value.number;
  };
  const [anna, bogdan, celina] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Celina'),
  ];
  const onPaper = (contactEmail: string | null, contactAddress: string | null): Filer => ({
    kind: 'office',
    viewer: official,
    entry: {
      channel: 'paper',
      authorName: 'Zofia Malec',
      organisation: null,
      contactEmail,
      contactAddress,
      caseSign: null,
      receivedAt: during,
    },
  });
  const numbers = {
    anna: await say({ kind: 'author', viewer: anna }),
    bogdan: await say({ kind: 'author', viewer: bogdan }),
    celina: await say({ kind: 'author', viewer: celina }),
    address: await say(onPaper(null, 'Łęgi 14'), ['Pierwsza.', 'Druga.']),
    mail: await say(onPaper(`zofia@${slug}.example.org`, null)),
    nothing: await say(onPaper(null, null), ['Inna uwaga.']),
  };
  const rule = (number: number) => decide(db, { slug, viewer: official, number, decision: 'answered' });
  await db.user.update({ where: { id: celina.id }, data: { disabledAt: now } });
  return { id, slug, official, anna, bogdan, numbers, rule };
}

const setMail = (toEmail: string, data: { sentAt?: Date; failedAt?: Date }) =>
  db.mailMessage.updateMany({ where: { toEmail }, data });

test('each author is counted by what the outbox and the record know of them', async () => {
  const { id, slug, anna, bogdan, numbers, rule, official } = await scene('zawiadomienia');
  expect(await reachOf(db, id)).toEqual({ email: 3, post: 1, phone: 0, nobody: 2 });
  for (const number of Object.values(numbers)) await rule(number);
  await setMail(anna.email, { sentAt: now });
  await setMail(bogdan.email, { failedAt: now });
  const answers = { kind: 'answers' } as const;
  const told = await toldOf(db, id, answers);
  expect(told).toEqual({ ...none, sent: 1, account: 1, closed: 1, toPost: 1, waiting: 1, noAddress: 1 });
  expect(toldWords(t, told)).toBe(
    '1 e-mailem, 1 e-mail czeka na wysłanie, 1 na koncie (e-mail nie doszedł), 1 list do wysłania, ' +
      '1 nie można było: konto zamknięte, 1 nie można było: brak adresu',
  );
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  const later = { ...shown, answersDueAt: new Date(answersDue.getTime() + 86_400_000) };
  const changed = await changeTerms(db, {
    viewer: official,
    slug,
    shown,
    dates: later,
    reason: 'Święta.',
    now: during,
  });
  expect(changed).toMatchObject({ ok: true });
  const terms = (await latestNotice(db, id, 'terminy'))!;
  expect(await toldOf(db, id, terms)).toEqual({ ...none, waiting: 3, closed: 1, toPost: 1, noAddress: 1 });
  expect(
    await db.mailMessage.count({
      where: { toEmail: `zofia@${slug}.example.org`, dedupeKey: { startsWith: 'terms:' } },
    }),
  ).toBe(1);
});

test('letters are printed for those whom paper alone reaches, and noted as sent with day and official', async () => {
  const { id, slug, official, numbers, rule } = await scene('listy-wyslane');
  await rule(numbers.address);
  const office = { viewer: official, slug };
  const list = await loadLettersToPrint(db, { ...office, number: null, page: 1 });
  expect(list.letters.map(({ number }) => number)).toEqual([numbers.address]);
  const pdf = readPdf(await lettersPdf(list, now));
  expect(pdf.words).toContain('Łęgi 14');
  const letters = new Map([[numbers.address, list.letters[0]!.print]]);
  const mark = (given: Partial<Parameters<typeof markPosted>[1]> = {}) =>
    markPosted(db, { ...office, name: 'odpowiedzi', on: '2026-11-30', letters, now, ...given });
  expect(await mark({ letters: new Map() })).toEqual({ ok: false, error: { code: 'none' } });
  expect(await mark({ on: '2999-01-01' })).toEqual({ ok: false, error: { code: 'future' } });
  await rule(numbers.address + 1);
  expect(await mark()).toEqual({ ok: false, error: { code: 'moved' } });
  const fresh = (await loadLettersToPrint(db, { ...office, number: null, page: 1 })).letters[0]!;
  const again = { letters: new Map([[numbers.address, fresh.print]]) };
  expect(await mark(again)).toEqual({ ok: true, value: { marked: 1 } });
  expect(await mark(again)).toEqual({ ok: true, value: { marked: 0 } });
  expect(await db.event.findMany({ where: { consultationId: id, kind: 'letter-posted' } })).toMatchObject([
    { actorId: official.id, data: { about: 'answers', number: numbers.address, on: '2026-11-30' } },
  ]);
  expect(await toldOf(db, id, { kind: 'answers' })).toEqual({ ...none, posted: 1 });
  expect(await loadLettersToPrint(db, { ...office, number: null, page: 1 })).toMatchObject({
    letters: [],
    counts: { toPost: 0, posted: 1 },
  });
  const sent = await loadLettersToPrint(db, { ...office, number: null, page: 1, posted: true });
  expect(sent.letters[0]!.posted).toEqual({ on: '2026-11-30', by: 'Marta' });
  const stranger = await makePerson(db, 'Obcy');
  await expect(mark({ viewer: stranger })).rejects.toMatchObject({ code: 'not-found' });
});

test('a correction of a ruling that was sent by letter needs another letter', async () => {
  const { id, slug, official, numbers, rule } = await scene('list-po-sprostowaniu');
  await rule(numbers.address);
  const { letters } = await loadLettersToPrint(db, { viewer: official, slug, number: null, page: 1 });
  await markPosted(db, {
    viewer: official,
    slug,
    name: 'odpowiedzi',
    on: '2026-11-30',
    letters: new Map([[numbers.address, letters[0]!.print]]),
    now,
  });
  expect((await toldOf(db, id, { kind: 'answers' })).posted).toBe(1);
  await db.ruling.updateMany({ where: { consultationId: id }, data: { madeAt: new Date(Date.now() + 3_600_000) } });
  expect((await toldOf(db, id, { kind: 'answers' })).toPost).toBe(1);
});
