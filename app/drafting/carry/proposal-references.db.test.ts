import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import {
  codes,
  decide,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerFit } from './answer-fit.server.ts';
import { writeEditorial } from '../editorial/write-editorial.server.ts';
import { previewEditorial } from '../editorial/editorial-page.server.ts';

const db = await testDb();

async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  const insertion = {
    op: 'insert-after',
    code: codes.first,
    heading: '',
    text: 'Konsultacje są jawne.',
    rest: '',
    target: null,
  } as const;
  const edit = async () =>
    writeEditorial(db, {
      viewer: made.official,
      slug,
      change: insertion,
      reason: 'Jawność.',
      againstVersion: (await loadDraft(db, { slug })).version,
    });
  const preview = () => previewEditorial(db, { viewer: made.official, slug, change: insertion, locale: 'pl' });
  return { ...made, anna: await makePerson(db, 'Anna'), bogdan: await makePerson(db, 'Bogdan'), edit, preview };
}
const answer = async (slug: string, viewer: Awaited<ReturnType<typeof makePerson>>, number: number) =>
  answerFit(db, {
    viewer,
    slug,
    number,
    revision: (await remarkNow(db, slug, number)).revision,
    answer: { kind: 'confirm' },
  });

test('references in an open amendment follow new numbers, its author is asked, and the accepted words lead where they were meant to', async () => {
  const { slug, anna, bogdan, official, edit, preview } = await scene('odeslania');
  const inserted = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    op: 'insert-after',
    inserted: 'Do ogłoszenia stosuje się § 2 ust. 2 i § 3.',
  });
  const replaced = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.last,
    text: 'Uchwała wchodzi w życie po upływie terminu z § 2 ust. 1.',
  });
  const plain = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.report,
    text: 'Raport sporządza się w terminie 20 dni.',
  });
  expect(await preview()).toMatchObject({
    ok: true,
    value: {
      touched: [
        { number: inserted, fit: 'adapted' },
        { number: replaced, fit: 'adapted' },
      ],
      letters: 2,
    },
  });
  expect(await edit()).toMatchObject({ ok: true, value: { version: 2 } });
  const remark = await remarkNow(db, slug, inserted);
  expect(remark).toMatchObject({
    fit: 'adapted',
    operations: [
      {
        carriedAfter: 'Do ogłoszenia stosuje się § 3 ust. 2 i § 4.',
        after: 'Do ogłoszenia stosuje się § 2 ust. 2 i § 3.',
      },
    ],
  });
  expect(remark.operations[0]!.wordings.map(({ kind }) => kind)).toEqual(['filed', 'adapted']);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-carried']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'fit']);
  expect(await remarkNow(db, slug, replaced)).toMatchObject({
    fit: 'adapted',
    operations: [{ carriedAfter: 'Uchwała wchodzi w życie po upływie terminu z § 3 ust. 1.' }],
  });
  expect(await remarkNow(db, slug, plain)).toMatchObject({ fit: 'unchanged', revision: 1 });
  expect(await answer(slug, anna, inserted)).toMatchObject({ ok: true, value: { fit: 'unchanged' } });
  await edit();
  expect(await remarkNow(db, slug, inserted)).toMatchObject({
    fit: 'adapted',
    operations: [{ carriedAfter: 'Do ogłoszenia stosuje się § 4 ust. 2 i § 5.' }],
  });
  expect(await decide(db, { slug, viewer: official, number: inserted, decision: 'accepted' })).toMatchObject({
    ok: true,
    value: { version: 4 },
  });
  expect(await textNow(db, slug)).toContain('4. Do ogłoszenia stosuje się § 4 ust. 2 i § 5.');
});

test('a change that moves no number leaves references in amendments alone', async () => {
  const { slug, anna, bogdan, official } = await scene('bez-zmiany');
  const other = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.notice,
    text: 'Ogłoszenie zamieszcza się na tablicy i w sieci.',
  });
  const inserted = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    op: 'insert-after',
    inserted: 'Przepis § 2 ust. 2 stosuje się odpowiednio.',
  });
  await decide(db, { slug, viewer: official, number: other, decision: 'accepted' });
  expect(await remarkNow(db, slug, inserted)).toMatchObject({
    fit: 'unchanged',
    revision: 1,
    operations: [{ carriedAfter: 'Przepis § 2 ust. 2 stosuje się odpowiednio.' }],
  });
});

test('a reference to a unit that is struck stays as it was written, for its author to mend', async () => {
  const { slug, official, anna, bogdan } = await scene('skreslona');
  const struck = await filed(db, { slug, viewer: bogdan, code: codes.notice, op: 'delete' });
  const inserted = await filed(db, {
    slug,
    viewer: anna,
    code: codes.first,
    op: 'insert-after',
    inserted: 'Stosuje się § 2 ust. 2 oraz § 2 ust. 3.',
  });
  await decide(db, { slug, viewer: official, number: struck, decision: 'accepted' });
  expect(await remarkNow(db, slug, inserted)).toMatchObject({
    fit: 'adapted',
    operations: [{ carriedAfter: 'Stosuje się § 2 ust. 2 oraz § 2 ust. 2.' }],
  });
});
