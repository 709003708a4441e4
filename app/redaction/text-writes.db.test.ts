import { expect, test } from 'vitest';
import { answerFit } from '#app/drafting/carry/answer-fit.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import {
  closesAt,
  codes,
  decide,
  file,
  filed,
  makeConsultation,
  makePerson,
  remarkNow,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { redactionMark } from '#app/record/covered/grounds.ts';
import { freezeNow } from '#tests/setup/unified.ts';

const db = await testDb();
const slug = 'dziury';
const made = await makeConsultation(db, slug);
const { official: viewer, id: consultationId } = made;
const [anna, piotr] = [await makePerson(db, 'Anna'), await makePerson(db, 'Piotr')];
const later = new Date(closesAt.getTime() + 86_400_000);
const mark = redactionMark('personal-data', later);
const withHole = `Konsultacje prowadzi ${mark}.`;
const given = {
  code: codes.notice,
  heading: '',
  text: 'Ogłoszenie zamieszcza się na tablicy.',
  rest: '',
  target: null,
};

type Written = { ok: boolean; error?: unknown };
const edit = async (change: Partial<Parameters<typeof writeEditorial>[1]['change']>): Promise<Written> =>
  writeEditorial(db, {
    viewer,
    slug,
    change: { ...given, op: 'replace', ...change },
    reason: 'Porządek.',
    againstVersion: (await loadDraft(db, { slug })).version,
  });
const textOf = (where: object) => expect.objectContaining(where) as unknown;

/** Every way for typed words into the text, or into what waits to come into it, with the refusal it gives. */
const writes: [string, () => Promise<Written>, unknown][] = [
  [
    'an editorial change of words',
    () => edit({ text: withHole }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'an editorial change of a heading',
    () => edit({ heading: mark }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'a new unit',
    () => edit({ op: 'insert-after', text: withHole }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'the first part of a split',
    () => edit({ op: 'split', text: withHole, rest: 'Reszta.' }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'the second part of a split',
    () => edit({ op: 'split', text: 'Ogłoszenie.', rest: withHole }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'joined words',
    () => edit({ op: 'merge', target: codes.report, text: withHole }),
    textOf({ problem: textOf({ code: 'covered-words' }) }),
  ],
  [
    'a ruling in other words',
    async () =>
      decide(db, {
        slug,
        viewer,
        number: await filed(db, { slug, viewer: anna, code: codes.term, text: 'Trwają 21 dni.' }),
        decision: 'accepted-in-part',
        final: withHole,
      }),
    { code: 'covered-words' },
  ],
  [
    'an amendment of a resident',
    () => file(db, { slug, viewer: anna, code: codes.term, text: withHole }),
    textOf({ code: 'problems', problems: [textOf({ field: 'text', key: 'redaction.error.typed' })] }),
  ],
  [
    'a new unit of a resident',
    () => file(db, { slug, viewer: anna, code: codes.term, op: 'insert-after', inserted: withHole }),
    textOf({ code: 'problems', problems: [textOf({ field: 'inserted' })] }),
  ],
];

test('no way of writing the text takes in words with a mark of covering, and each says why', async () => {
  const before = await textNow(db, slug);
  for (const [name, write, error] of writes) expect(await write(), name).toEqual({ ok: false, error });
  expect(await textNow(db, slug)).toBe(before);
});

test('an author asked to write anew writes no mark either', async () => {
  const number = await filed(db, {
    slug,
    viewer: piotr,
    code: codes.report,
    text: 'Raport sporządza się w terminie 14 dni.',
  });
  await edit({ code: codes.report, text: 'Raport sporządza się w terminie 21 dni.' });
  const { revision } = await remarkNow(db, slug, number);
  expect(
    await answerFit(db, {
      viewer: piotr,
      slug,
      number,
      revision,
      answer: { kind: 'rewrite', words: new Map([[1, { text: withHole }]]) },
    }),
  ).toEqual({ ok: false, error: { code: 'covered-words', seq: 1 } });
});

test('a mark that stands in the text may stay or go, and the council is sent a text without any', async () => {
  const { revisionId } = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.notice)!;
  await db.clauseRevision.update({ where: { id: revisionId }, data: { text: withHole } });
  // Every act of covering leaves its row, also one that an archive brought.
  await db.redaction.create({
    data: {
      teryt: viewer.grants[0]!.teryt!,
      consultationId,
      subjectType: 'remark',
      subjectId: viewer.id,
      ground: 'personal-data',
      note: '',
      marks: 1,
      madeById: viewer.id,
      madeByName: viewer.displayName,
    },
  });
  expect(await edit({ text: `${withHole} Na tablicy.` })).toMatchObject({ ok: true });
  expect(await edit({ text: `${withHole} ${mark}` })).toMatchObject({ ok: false });
  const propose = async () =>
    proposeUnified(db, { viewer, slug, version: (await loadDraft(db, { slug })).version, now: later });
  expect(await propose()).toEqual({ ok: false, error: { code: 'covered-words' } });
  expect(await edit({ text: 'Na tablicy i na stronie.' })).toMatchObject({ ok: true });
  const proposed = await propose();
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { id } = proposed.value;
  const { text } = await db.unifiedText.findUniqueOrThrow({ where: { id } });
  await db.unifiedText.update({ where: { id }, data: { text: text.replace('Na tablicy', mark) } });
  expect(await freezeNow(db, { viewer, slug, id, now: later })).toEqual({
    ok: false,
    error: { code: 'covered-words' },
  });
  await db.unifiedText.update({ where: { id }, data: { text, state: 'frozen', frozenAt: later } });
  await db.consultation.update({ where: { id: consultationId }, data: { sentAt: later } });
  const adopted = {
    viewer,
    slug,
    sign: 'VII/51/2026',
    adoptedOn: '2026-12-05',
    now: new Date(later.getTime() + 9 * 86_400_000),
  };
  expect(await enterAdopted(db, { ...adopted, text: withHole })).toEqual({
    ok: false,
    error: { code: 'covered-words' },
  });
  expect(await enterAdopted(db, { ...adopted, text })).toMatchObject({ ok: true });
  expect(await correctAdopted(db, { ...adopted, after: 1, text: withHole, reason: 'Pomyłka.' })).toEqual({
    ok: false,
    error: { code: 'covered-words' },
  });
});

test('a text that words were covered in is entered again with another day as it was, and the words can be shown in both', async () => {
  const entered = await db.adoptedText.findFirstOrThrow({ where: { unified: { consultationId } } });
  const shown = entered.text.replace('tablicy', mark);
  await db.adoptedText.update({ where: { id: entered.id }, data: { text: shown } });
  await db.coveredText.create({
    data: {
      teryt: entered.teryt,
      tableName: 'AdoptedText',
      rowId: entered.id,
      columnName: 'text',
      original: entered.text,
      links: [],
    },
  });
  const now = new Date(later.getTime() + 9 * 86_400_000);
  expect(
    await correctAdopted(db, {
      viewer,
      slug,
      after: 1,
      sign: entered.sign,
      adoptedOn: '2026-12-06',
      text: null,
      reason: 'Zły dzień.',
      now,
    }),
  ).toMatchObject({ ok: true });
  const second = await db.adoptedText.findFirstOrThrow({ where: { number: 2, unified: { consultationId } } });
  expect([second.text, second.hash]).toEqual([shown, entered.hash]);
  expect(await db.coveredText.findFirst({ where: { rowId: second.id } })).toMatchObject({ original: entered.text });
});
