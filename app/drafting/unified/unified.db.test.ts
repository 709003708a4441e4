import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { consultationClock, municipalityClock } from '#app/drafting/course/clock/clock.server.ts';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { cancelMeeting } from '#app/drafting/course/meetings/cancel-meeting.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import {
  answersDue,
  closesAt,
  codes,
  decide,
  during,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  opensAt,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerFindings } from './answer-findings.server.ts';
import { enterAdopted } from './enter-adopted.server.ts';
import { proposeUnified } from './propose-unified.server.ts';
import { frozenText, officeUnified, unifiedPage } from './unified-page.server.ts';
import { freezeNow, withdrawNow } from '#tests/setup/unified.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 86_400_000);
type Made = Awaited<ReturnType<typeof makeConsultation>>;

/** Proposes the newest version and answers every finding. */
async function proposedAndAnswered({ slug, official }: Made): Promise<string> {
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  const proposed = await proposeUnified(db, { viewer: official, slug, version, now: after });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { findings } = await officeUnified(db, { viewer: official, slug });
  await answerFindings(db, {
    viewer: official,
    slug,
    id: proposed.value.id,
    answers: new Map(findings.map(({ key }) => [key, { answer: 'Wiemy o tym.', shown: '' }])),
  });
  return proposed.value.id;
}

const kindsOf = async (id: string) =>
  (await db.event.findMany({ where: { consultationId: id }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);

test('a frozen text is the text of its version byte for byte, and its hash is that of the file', async () => {
  const made = await makeConsultation(db, 'zamkniety');
  const { slug, official, id } = made;
  const unified = await proposedAndAnswered(made);
  const frozen = await freezeNow(db, { viewer: official, slug, id: unified, now: after });
  if (!frozen.ok) throw new Error(frozen.error.code);
  const { text } = await frozenText(db, { slug, version: null });
  expect(text).toBe(await textNow(db, slug));
  expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(frozen.value.hash);
  expect((await consultationFacts(db, slug, after)).stage).toBe('sent');
  expect(await kindsOf(id)).toEqual(['unified-proposed', 'unified-answered', 'unified-frozen']);
});

test('nothing is frozen with an unanswered finding, before the end of remarks or by one pair of eyes', async () => {
  const made = await makeConsultation(db, 'odmowy');
  const { slug, official, id } = made;
  const anna = await makePerson(db, 'Anna');
  await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Uwaga.' });
  expect(await proposeUnified(db, { viewer: official, slug, version: 1, now: during })).toMatchObject({
    error: { code: 'still-open' },
  });
  expect(await proposeUnified(db, { viewer: official, slug, version: 2, now: after })).toMatchObject({
    error: { code: 'moved' },
  });
  await expect(proposeUnified(db, { viewer: anna, slug, version: 1, now: after })).rejects.toMatchObject({
    code: 'not-found',
  });
  const proposed = await proposeUnified(db, { viewer: official, slug, version: 1, now: after });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const freeze = (viewer = official) => freezeNow(db, { viewer, slug, id: proposed.value.id, now: after });
  expect(await freeze()).toMatchObject({ error: { code: 'unanswered' } });
  const { findings } = await officeUnified(db, { viewer: official, slug });
  expect(findings.find(({ kind }) => kind === 'open')?.remarks).toEqual([1]);
  await answerFindings(db, {
    viewer: official,
    slug,
    id: proposed.value.id,
    answers: new Map(findings.map(({ key }) => [key, { answer: 'Odpowiedź.', shown: '' }])),
  });
  await db.consultation.update({ where: { id }, data: { fourEyes: true } });
  expect(await freeze()).toMatchObject({ error: { code: 'same-official' } });
  expect((await freeze(await makePerson(db, 'Piotr', { role: 'official' }))).ok).toBe(true);
  expect(await withdrawNow(db, { viewer: official, slug, id: proposed.value.id })).toMatchObject({
    error: { code: 'not-proposed' },
  });
});

test('an accepted remark that changed nothing is found, and a later version reopens a text that was sent', async () => {
  const made = await makeConsultation(db, 'otwarty-znow');
  const { slug, official } = made;
  const anna = await makePerson(db, 'Anna');
  const later = await filed(db, {
    slug,
    viewer: anna,
    code: codes.notice,
    text: 'Ogłoszenie zamieszcza się na tablicy i na stronie.',
  });
  const unified = await proposedAndAnswered(made);
  const first = await freezeNow(db, { viewer: official, slug, id: unified, now: after });
  if (!first.ok) throw new Error(first.error.code);
  const sent = (await frozenText(db, { slug, version: null })).text;
  await decide(db, { slug, viewer: official, number: later, decision: 'accepted' });
  const page = await unifiedPage(db, { slug, locale: 'pl', now: after });
  expect(page.frozen).toBeNull();
  expect(page.earlier).toMatchObject([{ version: 1, state: 'replaced', hash: first.value.hash }]);
  expect((await frozenText(db, { slug, version: 1 })).text).toBe(sent);
  expect(page.facts.stage).not.toBe('sent');
  await db.ruling.updateMany({ where: { remark: { consultation: { slug } } }, data: { resultVersion: null } });
  expect((await officeUnified(db, { viewer: official, slug })).findings.map(({ kind }) => kind)).toContain('promise');
});

test('the adopted text is compared with the one sent, and the act is closed then', async () => {
  const made = await makeConsultation(db, 'uchwalony');
  const { slug, official, id } = made;
  const anna = await makePerson(db, 'Anna');
  const open = await filed(db, { slug, viewer: anna, code: codes.notice, text: 'Ogłoszenie zamieszcza się wszędzie.' });
  const enter = (text: string, adoptedOn = '2026-12-03') =>
    enterAdopted(db, {
      viewer: official,
      slug,
      sign: 'XII/87/2026',
      adoptedOn,
      text,
      now: new Date('2026-12-05T10:00:00Z'),
    });
  expect(await enter('§ 1. Tekst.')).toMatchObject({ error: { code: 'not-sent' } });
  await freezeNow(db, { viewer: official, slug, id: await proposedAndAnswered(made), now: after });
  const { text } = await frozenText(db, { slug, version: null });
  expect(await enter(text, '2026-11-20')).toMatchObject({ error: { code: 'too-early' } });
  expect(await enter(text, '2026-12-30')).toMatchObject({ error: { code: 'in-future' } });
  expect((await enter(text.replace('14 dni i', '21 dni i'))).ok).toBe(true);
  expect(await enter(text)).toMatchObject({ error: { code: 'entered' } });
  const page = await unifiedPage(db, { slug, locale: 'pl', now: after });
  expect(page.facts.stage).toBe('adopted');
  expect(
    page.adopted?.comparison.diff.changes.map(({ after: unit }) => unit?.citation.replaceAll('\u00a0', ' ')),
  ).toEqual(['§ 2 ust. 1']);
  await expect(decide(db, { slug, viewer: official, number: open, decision: 'accepted' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await kindsOf(id)).filter((kind) => kind === 'text-adopted')).toHaveLength(1);
});

test('terms are moved once, with a reason that is public and a letter to every author', async () => {
  const { slug, official, id } = await makeConsultation(db, 'terminy');
  const anna = await makePerson(db, 'Anna');
  await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Uwaga.' });
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  const move = (days: number, viewer = official) =>
    changeTerms(db, {
      viewer,
      slug,
      shown,
      dates: { ...shown, closesAt: new Date(closesAt.getTime() + days * 86_400_000) },
      reason: 'Spotkanie przesunięto z powodu śniegu.',
      now: during,
    });
  await expect(move(7, anna)).rejects.toMatchObject({ code: 'not-found' });
  expect((await move(7)).ok).toBe(true);
  expect(await move(8)).toMatchObject({ error: { code: 'moved' } });
  expect((await kindsOf(id)).filter((kind) => kind === 'terms-changed')).toHaveLength(1);
  expect(await lettersTo(db, anna)).toContain('terms');
  const events = await db.event.findMany({ where: { consultationId: id, kind: 'terms-changed' } });
  expect(JSON.stringify(events)).not.toContain('śniegu');
});

test('a meeting changed by two keeps the first change, and one that is over is not cancelled', async () => {
  const { slug, official, id } = await makeConsultation(db, 'spotkania');
  const meeting = {
    form: 'workshop' as const,
    title: 'Warsztat',
    place: 'ratusz',
    startsAt: during,
    endsAt: null,
    attendance: null,
    minutes: '',
  };
  const added = await saveMeeting(db, { viewer: official, slug, meeting, known: null });
  if (!added.ok) throw new Error(added.error.code);
  const known = { id: added.value.id, revision: 1 };
  expect((await saveMeeting(db, { viewer: official, slug, meeting: { ...meeting, attendance: 22 }, known })).ok).toBe(
    true,
  );
  expect(
    await saveMeeting(db, { viewer: official, slug, meeting: { ...meeting, attendance: 3 }, known }),
  ).toMatchObject({ error: { code: 'conflict' } });
  expect(await cancelMeeting(db, { viewer: official, slug, id: known.id, revision: 2, now: after })).toMatchObject({
    error: { code: 'over' },
  });
  expect(await cancelMeeting(db, { viewer: official, slug, ...known, now: opensAt })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect((await cancelMeeting(db, { viewer: official, slug, id: known.id, revision: 2, now: opensAt })).ok).toBe(true);
  expect(await saveMeeting(db, { viewer: official, slug, meeting, known: { ...known, revision: 3 } })).toMatchObject({
    error: { code: 'cancelled' },
  });
  expect(await kindsOf(id)).toEqual(['meeting-added', 'meeting-changed', 'meeting-cancelled']);
});

test('figures of the clock are those of the register', async () => {
  const { slug, official, id } = await makeConsultation(db, 'zegar');
  const anna = await makePerson(db, 'Anna');
  for (let n = 0; n < 4; n += 1)
    await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: `Uwaga ${n}` });
  const dayAfter = (days: number) => new Date(during.getTime() + days * 86_400_000);
  for (const [number, days] of [
    [1, 3],
    [2, 10],
    [3, 60],
  ] as const) {
    await decide(db, { slug, viewer: official, number, decision: number === 1 ? 'answered' : 'out-of-scope' });
    await db.ruling.updateMany({ where: { consultationId: id, remark: { number } }, data: { madeAt: dayAfter(days) } });
  }
  const figures = await consultationClock(
    db,
    { id, answersDueAt: answersDue },
    new Date(answersDue.getTime() + 3 * 86_400_000),
  );
  expect(figures).toMatchObject({
    received: 4,
    answered: 3,
    inTime: 2,
    waiting: 1,
    overdue: 1,
    daysOverdue: 3,
    medianDays: 10,
    inTimeShare: { count: 2, of: 4 },
  });
  expect(figures.shares['out-of-scope']).toEqual({ count: 2, of: 3 });
  const whole = await municipalityClock(db, '2464011', after);
  expect(whole.total.received).toBe(whole.consultations.reduce((sum, each) => sum + each.figures.received, 0));
});
