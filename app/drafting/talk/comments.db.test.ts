import { expect, test } from 'vitest';
import { clauseCounts } from '#app/drafting/acts/clause-counts.server.ts';
import { readingPage } from '#app/drafting/acts/reading-page.server.ts';
import { amendmentsInText } from '../pages/amendments-in-text.server.ts';
import { answerFit } from '../carry/answer-fit.server.ts';
import { addComment } from './add-comment.server.ts';
import { loadRemarkComments } from './comments.server.ts';
import { signedComment } from './comment-signature.server.ts';
import { findGoneClause } from './clause-history.server.ts';
import { loadClausePage } from '../pages/clause-page.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { listRemarks } from '../remarks/remark-list.server.ts';
import { deskQuery } from '../rulings/desk-filters.ts';
import { loadDesk } from '../rulings/desk.server.ts';
import { loadRulingPage } from '../rulings/ruling-page.server.ts';
import {
  closesAt,
  codes,
  decide,
  during,
  eventsOf,
  filed,
  makeConsultation,
  makePerson,
} from '#tests/setup/consultation.ts';
import { withdrawFiling } from '../register/withdraw-filing.server.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();
const everything = { state: null, channel: null, clauseCode: null, group: null, words: '' };
const { slug, official } = await makeConsultation(db, 'rozmowa');
const anna = await makePerson(db, 'Anna');
const say = (viewer: typeof anna, body: string, options: { parentId?: string; code?: number; now?: Date } = {}) =>
  addComment(db, {
    viewer,
    slug,
    code: options.code ?? codes.report,
    body,
    parentId: options.parentId ?? null,
    now: options.now ?? during,
  });
const clausePage = async (code: number, page = 1) =>
  loadClausePage(db, { slug, code, page, locale: 'pl', now: during });

test('comments and answers form threads of one level; the office is marked', async () => {
  const first = await say(anna, 'Trzydzieści dni to długo.');
  if (!first.ok) throw new Error('refused');
  const second = await say(official, 'Tyle trwa przygotowanie raportu.', { parentId: first.value.id });
  if (!second.ok) throw new Error('refused');
  expect(await say(anna, 'Rozumiem.', { parentId: second.value.id })).toMatchObject({ ok: true });
  const { page } = await clausePage(codes.report);
  expect(page?.comments.threads).toMatchObject([
    { authorName: 'Anna', byOffice: false, answers: [{ authorName: 'Marta', byOffice: true }, { body: 'Rozumiem.' }] },
  ]);
  expect(await eventsOf(db, first.value.id)).toEqual(['comment-added']);
  expect(JSON.stringify(await db.event.findMany({ where: { kind: 'comment-added' } }))).not.toContain('długo');
});

test('the same comment sent twice is there once; later the same words may be meant', async () => {
  const again = (now: Date = during) => say(anna, 'Raz wystarczy.', { code: codes.second, now });
  const [first, second] = await Promise.all([again(), again()]);
  expect(second).toEqual(first);
  expect(await again(new Date(during.getTime() + 11 * 60_000))).not.toEqual(first);
  expect(await db.comment.count({ where: { body: 'Raz wystarczy.' } })).toBe(2);
});

test('words that the provision has twice are asked about, those it has once are kept', async () => {
  const draft = await loadDraft(db, { slug });
  const text = draft?.units.find(({ code }) => code === codes.report)?.text ?? '';
  const quoting = (quote: string) =>
    addComment(db, { viewer: anna, slug, code: codes.report, body: 'O tych.', parentId: null, quote, now: during });
  const asked = await quoting('a');
  if (asked.ok || asked.error.code !== 'quote-twice') throw new Error('not asked');
  expect(asked.error.phrases.length).toBeGreaterThan(1);
  for (const phrase of asked.error.phrases) expect(text.split(phrase)).toHaveLength(2);
  expect(await quoting('czego tu nie ma')).toEqual({ ok: false, error: { code: 'quote' } });
  const kept = await quoting(asked.error.phrases[1]!);
  if (!kept.ok) throw new Error(kept.error.code);
  expect(await db.comment.findUniqueOrThrow({ where: { id: kept.value.id } })).toMatchObject({
    quote: asked.error.phrases[1],
  });
});

test('a comment and its line of the record bear the moment it was made', async () => {
  const added = await say(anna, 'Kiedy to było?', { code: codes.second });
  if (!added.ok) throw new Error('refused');
  expect(await db.comment.findUnique({ where: { id: added.value.id }, select: { createdAt: true } })).toEqual({
    createdAt: during,
  });
  expect(await db.event.findMany({ where: { subjectId: added.value.id }, select: { at: true } })).toEqual([
    { at: during },
  ]);
});

test('comments close to the minute, need a confirmed address and a clause that is there', async () => {
  expect(await say(anna, 'Zdążę?', { now: new Date(closesAt.getTime() - 1) })).toMatchObject({ ok: true });
  expect(await say(anna, 'Za późno', { now: closesAt })).toEqual({ ok: false, error: { code: 'closed' } });
  expect(await say(await makePerson(db, 'Nikt', { verified: false }), 'Ja też')).toEqual({
    ok: false,
    error: { code: 'not-verified' },
  });
  await expect(say(anna, 'Gdzie?', { code: 99 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await say(anna, 'Do kogo?', { parentId: official.id })).toEqual({ ok: false, error: { code: 'parent' } });
});

test('threads come twenty to a page', async () => {
  for (let n = 1; n <= 23; n += 1) await say(anna, `Komentarz ${n}`, { code: codes.last });
  const first = (await clausePage(codes.last)).page?.comments;
  expect(first).toMatchObject({ count: 23, page: 1, pages: 2 });
  expect(first?.threads).toHaveLength(20);
  expect((await clausePage(codes.last, 2)).page?.comments.threads.map(({ body }) => body)).toEqual([
    'Komentarz 3',
    'Komentarz 2',
    'Komentarz 1',
  ]);
  expect((await clausePage(codes.last, 99)).page?.comments.page).toBe(2);
});

test('a clause page names its parents, its units, its amendments and which ruling brought its words', async () => {
  const text = 'Ogłoszenie zamieszcza się na tablicy i w internecie.';
  const number = await filed(db, { slug, viewer: anna, code: codes.notice, text });
  expect((await clausePage(codes.notice)).page).toMatchObject({
    open: [{ number, change: { is: text } }],
    parents: [{ citation: '§ 2' }],
  });
  await decide(db, { slug, viewer: official, number, decision: 'accepted', reason: 'Internet czyta więcej osób.' });
  const { page } = await clausePage(codes.notice);
  expect(page).toMatchObject({
    clause: { citation: '§ 2 ust. 2', text },
    open: [],
    decided: [{ number, state: 'accepted', change: { was: 'Ogłoszenie zamieszcza się na tablicy.' } }],
    history: [
      { version: 2, origins: [{ number, reason: 'Internet czyta więcej osób.' }] },
      { version: 1, origins: [] },
    ],
  });
  expect((await clausePage(codes.second)).page?.below.map(({ citation }) => citation)).toEqual([
    '§ 2 ust. 1',
    '§ 2 ust. 2',
    '§ 2 ust. 3',
  ]);
});

test('a comment shows what its words were and what they are', async () => {
  await say(anna, 'Skróćcie to.', { code: codes.term });
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: 'Konsultacje trwają 10 dni.' });
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  expect((await clausePage(codes.term)).page?.comments.threads).toMatchObject([
    { state: { kind: 'changed', is: 'Konsultacje trwają 10 dni.' } },
  ]);
});

test('the address of a clause that was deleted says where it went; one that never was is not found', async () => {
  const number = await filed(db, { slug, viewer: anna, code: codes.first, op: 'delete' });
  const { version } = await loadDraft(db, { slug });
  await decide(db, { slug, viewer: official, number, decision: 'accepted', reason: 'Zbędne.' });
  const { page, gone } = await clausePage(codes.first);
  expect(page).toBeNull();
  expect(gone).toMatchObject({
    citation: '§ 1',
    from: 1,
    last: version,
    version: version + 1,
    origins: [{ number, reason: 'Zbędne.' }],
    twins: [],
  });
  await expect(clausePage(99)).rejects.toMatchObject({ code: 'not-found' });
  expect(await findGoneClause(db, { draft: await loadDraft(db, { slug }), code: codes.last })).toBeNull();
  expect(await say(anna, 'Szkoda', { code: codes.first })).toEqual({ ok: false, error: { code: 'clause-gone' } });
});

test('the register counts by state and lists the newest first', async () => {
  const open = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    text: 'Raport sporządza się w terminie 14 dni.',
  });
  const list = await listRemarks(db, { slug, filter: everything, page: 1, locale: 'pl', now: during });
  expect(list.counts).toMatchObject({ all: 4, open: 1, accepted: 3 });
  expect(list.remarks.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  const waiting = await listRemarks(db, {
    slug,
    filter: { ...everything, state: 'open' },
    page: 9,
    locale: 'pl',
    now: during,
  });
  expect(waiting).toMatchObject({ page: 1, remarks: [{ number: open }] });
});

test('the desk is in the order of the act and exists only for officials of the municipality', async () => {
  const early = await filed(db, { slug, viewer: anna, code: codes.second, op: 'delete' });
  const desk = await loadDesk(db, {
    viewer: official,
    slug,
    query: deskQuery(new URLSearchParams('stan=waiting')),
    now: during,
  });
  expect(desk.rows.map(({ number }) => number)).toEqual([early, 4]);
  expect(desk.counts).toMatchObject({ all: 5, waiting: 2, conflict: 0, done: 3, withdrawn: 0 });
  await expect(loadDesk(db, { viewer: anna, slug, query: deskQuery(new URLSearchParams()) })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(loadRulingPage(db, { viewer: anna, slug, number: 1, locale: 'pl' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the ruling page shows the exact text to come and what happens to the others before anything is written', async () => {
  const rival = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    text: 'Raport sporządza się w terminie 20 dni.',
  });
  const page = await loadRulingPage(db, { viewer: official, slug, number: 4, locale: 'pl' });
  expect(page.rivals.map(({ number }) => number)).toEqual([rival]);
  expect(page.effects).toMatchObject({
    touched: [
      { number: 5, fit: 'adapted' },
      { number: rival, fit: 'conflict' },
    ],
    letters: 1,
    deletes: false,
  });
  expect(page.effects?.result).toMatchObject([
    {
      label: '3.',
      spans: [{ op: 'keep' }, { op: 'delete', text: '30' }, { op: 'insert', text: '14' }, { op: 'keep' }],
    },
  ]);
  expect(await db.ruling.count({ where: { remark: { number: 4, consultation: { slug } } } })).toBe(0);
  await decide(db, { slug, viewer: official, number: 4, decision: 'accepted' });
  const after = await db.remark.findMany({
    where: { consultation: { slug }, state: 'open' },
    orderBy: { number: 'asc' },
    select: { number: true, fit: true },
  });
  expect(after).toEqual(page.effects?.touched);
});

test('a comment is signed as its form said: by name, by the organisation alone, by the office, or without a name', async () => {
  const { slug } = await makeConsultation(db, 'podpisy');
  const organisation = 'Stowarzyszenie Łęgi';
  const people = {
    anna: await makePerson(db, 'Anna'),
    unnamed: await makePerson(db, 'Bez Nazwiska'),
    speaker: await makePerson(db, 'Rzecznik', { role: 'representative', organisation }),
    official: await makePerson(db, 'Urzędniczka', { role: 'official' }),
  };
  await db.user.update({ where: { id: people.unnamed.id }, data: { unnamedSince: during } });
  const said = async (viewer: (typeof people)['anna']) => {
    const { channel, ...signature } = await signedComment(db, { viewer, slug });
    const added = await addComment(db, { viewer, slug, code: codes.term, body: 'Tak.', parentId: null, now: during });
    if (!added.ok) throw new Error(added.error.code);
    const row = await db.comment.findUniqueOrThrow({ where: { id: added.value.id } });
    expect({ authorName: row.authorName, organisation: row.organisation, byOffice: row.byOffice }).toEqual(signature);
    return { ...signature, channel };
  };
  expect(await said(people.anna)).toMatchObject({ authorName: 'Anna', organisation: null });
  expect(await said(people.unnamed)).toMatchObject({ authorName: '', organisation: null });
  expect(await said(people.speaker)).toMatchObject({ authorName: '', organisation });
  expect(await said(people.official)).toMatchObject({ authorName: 'Urzędniczka', byOffice: true });
});

test('an amendment is discussed by the rules of a provision, apart from it, and says when it was worded anew', async () => {
  const { slug, official, id: consultationId } = await makeConsultation(db, 'rozmowa-o-poprawce');
  const say = (body: string, parentId: string | null = null) =>
    addComment(db, { viewer: anna, slug, code: codes.first, body, parentId, now: during });
  const number = await filed(db, { slug, viewer: anna, code: codes.first, text: 'Uchwała określa zasady rozmowy.' });
  const on = (viewer: typeof anna, body: string, options: { parentId?: string; now?: Date } = {}) =>
    addComment(db, { viewer, slug, number, body, parentId: options.parentId ?? null, now: options.now ?? during });
  const threads = async () => (await loadRemarkComments(db, { slug, number, page: 1 })).threads;
  const first = await on(official, 'Kto ma rozmawiać?');
  if (!first.ok) throw new Error(first.error.code);
  expect(await on(anna, 'Wszyscy.', { parentId: first.value.id })).toMatchObject({ ok: true });
  expect(await threads()).toMatchObject([{ byOffice: true, state: null, answers: [{ body: 'Wszyscy.' }] }]);
  expect(
    (await loadClausePage(db, { slug, code: codes.first, page: 1, locale: 'pl', now: during })).page,
  ).toMatchObject({
    comments: { count: 0 },
    open: [{ number, comments: 2 }],
  });
  // The text counts beside a provision what its page shows.
  expect([...(await clauseCounts(db, consultationId)).values()]).toMatchObject([{ amendments: 1, comments: 0 }]);
  expect(await db.event.findMany({ where: { subjectId: first.value.id }, select: { kind: true, data: true } })).toEqual(
    [{ kind: 'comment-added', data: { clause: codes.first, answerTo: null, remark: number } }],
  );
  // A thread of a provision is not one of an amendment of it, and the other way round.
  const other = await say('O przepisie.');
  if (!other.ok) throw new Error(other.error.code);
  const strange = { ok: false, error: { code: 'parent' } };
  expect(await on(anna, 'Nie tu.', { parentId: other.value.id })).toEqual(strange);
  expect(await say('Nie tu.', first.value.id)).toEqual(strange);
  expect(await on(anna, 'Za późno', { now: closesAt })).toEqual({ ok: false, error: { code: 'closed' } });
  expect(await on(await makePerson(db, 'Ktoś', { verified: false }), 'Ja')).toMatchObject({
    error: { code: 'not-verified' },
  });
  const remark = await db.remark.findFirstOrThrow({
    where: { number, consultation: { slug } },
    select: { revision: true, operations: { select: { id: true, teryt: true, consultationId: true } } },
  });
  const { id: operationId, ...owner } = remark.operations[0]!;
  await db.operationWording.create({
    data: { ...owner, operationId, kind: 'rewritten', version: 1, at: new Date(during.getTime() + 1000) },
  });
  expect(await threads()).toMatchObject([{ state: { kind: 'reworded' } }]);
  expect(
    await answerFit(db, { viewer: anna, slug, number, revision: remark.revision, answer: { kind: 'withdraw' } }),
  ).toMatchObject({ ok: true });
  expect(await on(official, 'A jednak?')).toEqual({ ok: false, error: { code: 'withdrawn' } });
  const remarkOnly = await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Bez brzmienia.' });
  await expect(
    addComment(db, { viewer: anna, slug, number: remarkOnly, body: 'Gdzie?', parentId: null, now: during }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('an amendment withdrawn while a comment on it was being checked takes none', async () => {
  const number = await filed(db, { slug, viewer: anna, code: codes.last, op: 'delete' });
  let isWithdrawn = false;
  const meanwhile = new Proxy(db, {
    get(target, key) {
      if (key !== '$transaction' || isWithdrawn) return Reflect.get(target, key);
      return async (...given: Parameters<typeof target.$transaction>) => {
        isWithdrawn = true;
        await withdrawFiling(db, { viewer: anna, slug, number, points: null, now: during });
        return target.$transaction(...given);
      };
    },
  });
  const asked = { viewer: official, slug, number, body: 'Dlaczego?', parentId: null, now: during };
  expect(await addComment(meanwhile, asked)).toEqual({ ok: false, error: { code: 'withdrawn' } });
  expect(await db.comment.count({ where: { body: 'Dlaczego?' } })).toBe(0);
});

test('open amendments stand under the words that they change, the first of them, and the others are counted', async () => {
  const { slug } = await makeConsultation(db, 'poprawki-w-tekscie');
  const numbers: number[] = [];
  for (const days of [15, 16, 17, 18, 19])
    numbers.push(
      await filed(db, { slug, viewer: anna, code: codes.term, text: `Konsultacje trwają co najmniej ${days} dni.` }),
    );
  await filed(db, { slug, viewer: anna, code: codes.last, op: 'none', reason: 'Uwaga bez brzmienia.' });
  const { revision } = await db.remark.findFirstOrThrow({ where: { number: numbers[0]!, consultation: { slug } } });
  await answerFit(db, { viewer: anna, slug, number: numbers[0]!, revision, answer: { kind: 'withdraw' } });
  const { units } = await readingPage(db, slug, during);
  const under = await amendmentsInText(db, { slug, units, locale: 'pl' });
  expect(under).toMatchObject([
    { code: codes.term, first: numbers.slice(1, 4).map((number) => ({ number })), more: 1 },
  ]);
  // Of a page of a long act only its own.
  expect(await amendmentsInText(db, { slug, units: units.slice(0, 1), locale: 'pl' })).toEqual([]);
});
