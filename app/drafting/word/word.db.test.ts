import { expect, test } from 'vitest';
import { LAWYER, workOn, type Lawyer } from '#app/documents/testing/lawyer.ts';
import { readTrackedDocx } from '#app/documents/word/read-tracked.ts';
import { AppError } from '#app/errors/app-error.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import {
  codes,
  decide,
  eventsOf,
  filed,
  makeConsultation,
  makePerson,
  remarkNow,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadDesk } from '../rulings/desk.server.ts';
import { deskQuery } from '../rulings/desk-filters.ts';
import { loadRulingPage } from '../rulings/ruling-page.server.ts';
import { enterReturned } from './enter-returned.server.ts';
import { readFile, type ReadFile } from './read-file.server.ts';
import { viewReturned } from './returned-view.server.ts';
import { amendmentsFile, draftFile, redlineFile, unifiedFile } from './word-files.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const later = new Date('2026-11-12T12:00:00Z');
const [anna, bogdan] = ['osoba fizyczna (nr 1)', 'Rada Sołecka (nr 2)'];

async function scene(slug: string) {
  const consultation = await makeConsultation(db, slug);
  const [first, second] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan', { role: 'representative', organisation: 'Rada Sołecka' }),
  ];
  await filed(db, {
    slug,
    viewer: first,
    code: codes.term,
    text: term.replace('14 dni', '21 dni'),
    reason: 'Za krótko.',
  });
  await filed(db, {
    slug,
    viewer: second,
    code: codes.report,
    text: 'Raport sporządza się w terminie 14 dni.',
    reason: 'Za długo.',
  });
  return { ...consultation, first, second };
}

async function returned(slug: string, work: (lawyer: Lawyer) => void): Promise<ReadFile> {
  const { bytes } = await amendmentsFile(db, { slug, now: later });
  const read = readFile(workOn(bytes, work));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const allKeys = (view: { amendments: { key: string }[]; drafts: { key: string }[]; comments: { key: string }[] }) =>
  new Set([...view.amendments, ...view.drafts, ...view.comments].map(({ key }) => key));

async function preview(slug: string, viewer: Viewer, file: ReadFile, version: number | null = null) {
  const view = await viewReturned(db, { viewer, slug, file, version, locale: 'pl', now: later });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

async function enterAll(slug: string, viewer: Viewer, file: ReadFile) {
  const view = await preview(slug, viewer, file);
  return enterReturned(db, {
    viewer,
    slug,
    file,
    version: null,
    seen: view.newest,
    picked: allKeys(view),
    reason: 'Uwagi prawnika.',
    now: later,
  });
}

/** Everything that a file can write, counted. */
async function rows(client: PrismaClient, consultationId: string) {
  const where = { consultationId };
  return [
    await client.remark.count({ where }),
    await client.rulingDraft.count({ where }),
    await client.comment.count({ where }),
    await client.event.count({ where }),
  ];
}

const wholeWork = (lawyer: Lawyer): void => {
  lawyer.accept(anna);
  lawyer.reject(bogdan);
  lawyer.change('po upływie 14 dni', 'z dniem ogłoszenia', 'Vacatio legis?');
  lawyer.insertAfter('zamieszcza się na tablicy.', '3. Ogłoszenie podpisuje wójt.');
  lawyer.comment('zasady konsultacji', 'Proszę o podstawę.');
};

test('the draft goes out with every open amendment under a name that tells no private person', async () => {
  const { slug } = await scene('out');
  const { bytes, name } = await amendmentsFile(db, { slug, now: later });
  expect(name).toBe('out-wersja-1-z-poprawkami.docx');
  const reading = readTrackedDocx(bytes);
  expect(new Set(reading.changes.map(({ author }) => author))).toEqual(new Set([anna, bogdan]));
  expect(reading.comments.map(({ author, text }) => [author, text])).toEqual([
    [anna, 'Za krótko.'],
    [bogdan, 'Za długo.'],
  ]);
  expect(reading.accepted).toContain('21 dni i obejmują');
  expect(new TextDecoder().decode(bytes)).not.toContain('Anna');
});

test('a version, a redline and the unified text with reasons go out as they were', async () => {
  const { slug, official, id } = await scene('out-versions');
  await decide(db, { slug, viewer: official, number: 1, decision: 'accepted', reason: 'Słusznie.' });
  expect(readTrackedDocx((await draftFile(db, { slug, version: 1, now: later })).bytes).text).toContain(
    '14 dni i obejmują',
  );
  const changes = readTrackedDocx((await redlineFile(db, { slug, from: 1, to: 2, now: later })).bytes);
  expect(changes.changes.map(({ kind, text }) => [kind, text])).toEqual([
    ['delete', '14'],
    ['insert', '21'],
  ]);
  await expect(unifiedFile(db, { slug, now: later })).rejects.toThrow(AppError);
  await db.unifiedText.create({
    data: {
      teryt: '2464011',
      consultationId: id,
      version: 2,
      state: 'frozen',
      text: await textNow(db, slug),
      hash: '-',
      proposedById: official.id,
      proposedByName: 'Marta',
      frozenAt: later,
      frozenByName: 'Marta',
    },
  });
  const unified = readTrackedDocx((await unifiedFile(db, { slug, now: later })).bytes);
  expect(unified.changes).toEqual([]);
  expect(unified.comments).toMatchObject([
    { citation: '§ 2 ust. 1', text: 'Wersja 2: poprawka nr 1, uwzględniona. Słusznie.' },
  ]);
});

test('a file that came back becomes amendments, drafts that wait for a reason, and comments', async () => {
  const { slug, official, id } = await scene('in');
  const file = await returned(slug, wholeWork);
  const before = await rows(db, id);
  const view = await preview(slug, official, file);
  expect(view.leftOver).toEqual([]);
  expect(view.amendments.map(({ author, citation, fit }) => [author, citation, fit])).toEqual([
    [LAWYER.author, '§ 2 ust. 2', 'unchanged'],
    [LAWYER.author, '§ 3', 'unchanged'],
  ]);
  expect(view.drafts.map(({ number, decision }) => [number, decision])).toEqual([
    [1, 'accepted'],
    [2, 'not-accepted'],
  ]);
  expect(await rows(db, id), 'a preview writes nothing').toEqual(before);
  expect(await enterAll(slug, official, file)).toEqual({ ok: true, value: { amendments: 2, drafts: 2, comments: 2 } });
  const inserted = await remarkNow(db, slug, 3);
  expect(inserted).toMatchObject({
    kind: 'amendment',
    channel: 'word',
    state: 'open',
    authorName: LAWYER.author,
    organisation: 'Urząd: Jurowice',
    filedAt: new Date(LAWYER.date),
    againstVersion: 1,
    reason: 'Uwagi prawnika.',
  });
  expect(inserted.operations).toMatchObject([
    { op: 'insert-after', after: 'Ogłoszenie podpisuje wójt.', insertType: 'subsection' },
  ]);
  expect((await remarkNow(db, slug, 4)).operations).toMatchObject([
    { op: 'replace', after: 'Uchwała wchodzi w życie z dniem ogłoszenia.' },
  ]);
  expect(await eventsOf(db, inserted.id)).toEqual(['remark-filed']);
  const drafts = await db.rulingDraft.findMany({ where: { consultationId: id }, orderBy: { id: 'asc' } });
  expect(drafts).toMatchObject([
    { state: 'draft', decision: 'accepted', reason: '', againstVersion: 1, draftedById: official.id },
    { decision: 'not-accepted', reason: '' },
  ]);
  const comments = await db.comment.findMany({
    where: { consultationId: id },
    orderBy: { body: 'asc' },
    include: { clause: true },
  });
  expect(comments).toMatchObject([
    {
      body: 'Proszę o podstawę.',
      quote: 'zasady konsultacji',
      byOffice: true,
      authorName: LAWYER.author,
      createdAt: new Date(LAWYER.date),
      clause: { code: codes.first },
    },
    { body: '„z dniem ogłoszenia”: Vacatio legis?', quote: null, clause: { code: codes.last } },
  ]);
  const desk = await loadDesk(db, { viewer: official, slug, query: deskQuery(new URLSearchParams()) });
  expect(desk.rows.map(({ number, drafts: { count } }) => [number, count]).sort()).toEqual([
    [1, 1],
    [2, 1],
    [3, 0],
    [4, 0],
  ]);
  const event = await db.event.findFirstOrThrow({ where: { consultationId: id, kind: 'word-returned' } });
  expect(event).toMatchObject({
    actorId: official.id,
    data: { version: 1, newest: 1, amendments: 2, drafts: 2, comments: 2 },
  });
});

test('the same file twice enters nothing twice, and what was left out can still come in', async () => {
  const { slug, official, id } = await scene('twice');
  const file = await returned(slug, wholeWork);
  const view = await preview(slug, official, file);
  expect(
    await enterReturned(db, {
      viewer: official,
      slug,
      file,
      version: null,
      seen: 1,
      picked: new Set([view.amendments[0]!.key]),
      reason: 'Bo tak.',
      now: later,
    }),
  ).toMatchObject({ ok: true, value: { amendments: 1, drafts: 0 } });
  expect(await enterAll(slug, official, file)).toEqual({ ok: true, value: { amendments: 1, drafts: 2, comments: 2 } });
  const before = await rows(db, id);
  expect(await enterAll(slug, official, file)).toEqual({ ok: false, error: { code: 'nothing' } });
  expect(await rows(db, id)).toEqual(before);
  const again = await preview(slug, official, file);
  expect(again).toMatchObject({
    amendments: [{ known: 3 }, { known: 4 }],
    drafts: [{ blocked: 'own-draft' }, { blocked: 'own-draft' }],
    comments: [{ known: true }, { known: true }],
  });
  expect(again.takenAt).not.toBeNull();
});

test('when the draft moved on, amendments are carried over and drafts say what they saw', async () => {
  const { slug, official, second } = await scene('moved');
  const third = await filed(db, {
    slug,
    viewer: second,
    code: codes.last,
    text: 'Uchwała wchodzi w życie po upływie 30 dni.',
  });
  const fourth = await filed(db, {
    slug,
    viewer: second,
    code: codes.term,
    text: term.replace('jedno spotkanie', 'dwa spotkania'),
  });
  const file = await returned(slug, (lawyer) => {
    lawyer.accept(anna);
    lawyer.change('wchodzi w życie', 'obowiązuje');
    lawyer.change('na tablicy', 'na stronie gminy');
  });
  await decide(db, { slug, viewer: official, number: third, decision: 'accepted' });
  await decide(db, { slug, viewer: official, number: fourth, decision: 'accepted' });
  const view = await preview(slug, official, file);
  expect(view).toMatchObject({
    version: 1,
    newest: 3,
    amendments: [
      { citation: '§ 2 ust. 2', fit: 'unchanged' },
      { citation: '§ 3', fit: 'adapted' },
    ],
    drafts: [{ number: 1, hasMoved: true, fit: 'adapted' }],
  });
  expect(
    await enterReturned(db, {
      viewer: official,
      slug,
      file,
      version: null,
      seen: 1,
      picked: allKeys(view),
      reason: 'Bo tak.',
      now: later,
    }),
  ).toEqual({ ok: false, error: { code: 'moved' } });
  expect(await enterAll(slug, official, file)).toMatchObject({ ok: true });
  expect(await remarkNow(db, slug, 6)).toMatchObject({
    fit: 'adapted',
    againstVersion: 1,
    operations: [{ carriedAfter: 'Uchwała obowiązuje po upływie 30 dni.' }],
  });
  const page = await loadRulingPage(db, { viewer: official, slug, number: 1, locale: 'pl' });
  expect(page.drafts[0]!.changed).not.toBeNull();
});

test('a conflict with the newest text is in the register as a conflict, and its decision asks for words', async () => {
  const { slug, official, second } = await scene('clash');
  const other = await filed(db, { slug, viewer: second, code: codes.term, text: term.replace('14 dni', '30 dni') });
  const file = await returned(slug, (lawyer) => {
    lawyer.accept(anna);
    lawyer.change('po upływie 14 dni', 'po upływie 7 dni');
  });
  await decide(db, { slug, viewer: official, number: other, decision: 'accepted' });
  const third = await filed(db, {
    slug,
    viewer: second,
    code: codes.last,
    text: 'Uchwała wchodzi w życie po upływie 30 dni.',
  });
  await decide(db, { slug, viewer: official, number: third, decision: 'accepted' });
  expect(await preview(slug, official, file)).toMatchObject({
    amendments: [{ fit: 'conflict' }],
    drafts: [{ number: 1, decision: 'accepted-in-part', fit: 'conflict' }],
  });
  expect(await enterAll(slug, official, file)).toMatchObject({ ok: true });
  expect(await remarkNow(db, slug, 5)).toMatchObject({ fit: 'conflict', operations: [{ carriedAfter: null }] });
});

test('a file that lost its properties is understood by the version the official names', async () => {
  const { slug, official } = await scene('nameless');
  const file = await returned(slug, (lawyer) => {
    lawyer.accept(anna);
    lawyer.edit('docProps/custom.xml', (xml) => xml.replaceAll('Paragraf', 'Ktoś'));
  });
  expect(await viewReturned(db, { viewer: official, slug, file, version: null, locale: 'pl', now: later })).toEqual({
    ok: false,
    error: { code: 'which-version' },
  });
  expect(await viewReturned(db, { viewer: official, slug, file, version: 2, locale: 'pl', now: later })).toEqual({
    ok: false,
    error: { code: 'version' },
  });
  expect(await preview(slug, official, file, 1)).toMatchObject({
    isNamed: false,
    drafts: [{ number: 1, decision: 'accepted' }],
    leftOver: [],
  });
});

test('files of other consultations, redlines and files without changes are refused by name, outsiders see nothing', async () => {
  const [{ slug, official }, other] = [await scene('refused'), await scene('elsewhere')];
  const untouched = readFile((await amendmentsFile(db, { slug, now: later })).bytes);
  const redline = readFile((await redlineFile(db, { slug, from: 1, to: 1, now: later })).bytes);
  if (!untouched.ok || !redline.ok) throw new Error('unreadable');
  const code = async (where: string, file: ReadFile) => {
    const view = await viewReturned(db, {
      viewer: official,
      slug: where,
      file,
      version: null,
      locale: 'pl',
      now: later,
    });
    return view.ok ? null : view.error.code;
  };
  expect([
    await code(slug, untouched.value),
    await code(other.slug, untouched.value),
    await code(slug, redline.value),
  ]).toEqual(['no-changes', 'other-consultation', 'redline']);
  const file = await returned(slug, wholeWork);
  for (const viewer of [await makePerson(db, 'Obcy', { role: 'official', teryt: '1465011' }), other.first]) {
    await expect(viewReturned(db, { viewer, slug, file, version: null, locale: 'pl', now: later })).rejects.toThrow(
      AppError,
    );
    await expect(
      enterReturned(db, {
        viewer,
        slug,
        file,
        version: null,
        seen: 1,
        picked: new Set(['d1']),
        reason: '',
        now: later,
      }),
    ).rejects.toThrow(AppError);
  }
});
