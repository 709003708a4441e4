import { expect, test } from 'vitest';
import { parse } from '#app/text/parse/parse.ts';
import { during, makeConsultation, makePerson, remarkNow, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { verifyTexts } from '#app/verify/verify-texts.server.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { toFlat } from '../acts/unit-tree.ts';
import { causesOfVersions } from '../acts/version-causes.server.ts';
import { correctRuling } from '../rulings/correct-ruling.server.ts';
import { decideRemark } from '../rulings/decide-remark.server.ts';
import { releaseBasket } from '../rulings/release-basket.server.ts';
import { readFinals } from '../rulings/ruling-input.ts';
import { loadRulingPage } from '../rulings/ruling-page.server.ts';
import { saveDraft } from '../rulings/save-draft.server.ts';
import { answerFilingForm } from './answer-filing-form.server.ts';
import { emptyOperation } from './filing-draft.ts';
import type { FilingForm } from './filing-form-reader.ts';
import type { PickedMarks } from './operation-draft.ts';

const db = await testDb();
const anna = await makePerson(db, 'Anna');
const source = `§ 1. Zakazuje się:
1) palenia ognisk;
2) wjazdu samochodów;
3) hałasu.

§ 2. Uchwała wchodzi w życie po upływie 14 dni.
`;

async function scene(slug: string) {
  const made = await makeConsultation(db, slug, toFlat(parse(source)));
  await db.roleGrant.create({ data: { userId: made.official.id, role: 'official', teryt } });
  const units = async () => (await loadDraft(db, { slug })).units;
  const unit = async (words: string) => (await units()).find(({ text }) => text.startsWith(words))!;
  /** The form of Anna for one change of the unit that begins with the words. */
  const form = async (
    words: string,
    change: { op: 'insert-after'; inserted: string } | { op: 'delete' },
    { marks, intent = 'file' }: { marks?: PickedMarks; intent?: 'file' | 'preview' } = {},
  ) => {
    const operation = { ...emptyOperation(await unit(words), change.op), ...change };
    const filled: FilingForm = {
      points: [{ reason: 'Bo tak.', place: '', operations: [operation] }],
      marks: [marks ?? { shown: [], picked: [] }],
      intent: { do: intent },
      refiles: null,
      errors: {},
    };
    return answerFilingForm(db, {
      slug,
      form: filled,
      filer: { kind: 'author', viewer: anna, nameIsPublic: false },
      locale: 'pl',
      now: during,
    });
  };
  const points = async () => (await units()).filter(({ type }) => type === 'point').map(({ text }) => text);
  return { ...made, unit, form, points };
}

const differences = async (slug: string) =>
  (await verifyTexts(db)).filter((each) => each.slug === slug).flatMap((each) => each.differences);

test('the author is offered the marks at the ends of neighbours, and those left chosen are changes of the same amendment', async () => {
  const { slug, official, form, points } = await scene('znaki-autora');
  const change = { op: 'insert-after', inserted: 'śmiecenia' } as const;
  const seen = await form('hałasu', change, { intent: 'preview' });
  if (seen.kind !== 'again') throw new Error(seen.kind);
  const { marks } = seen.page.points[0]!;
  expect(marks).toMatchObject([
    { citation: '§ 1 pkt 3', isNew: false, before: 'hałasu.', after: 'hałasu;', isPicked: true },
    { citation: '§ 1 pkt 3', isNew: true, before: 'śmiecenia', after: 'śmiecenia.', isPicked: true },
  ]);
  const shown = marks.map(({ value }) => value);
  // What was unticked stays so when the form comes back, and what is not what was shown is shown once more.
  const again = await form('hałasu', change, { intent: 'preview', marks: { shown, picked: [shown[1]!] } });
  expect(again.kind === 'again' && again.page.points[0]!.marks.map(({ isPicked }) => isPicked)).toEqual([false, true]);
  const stale = { shown: ['3:00000000-0000-0000-0000-000000000000'], picked: [] };
  expect(await form('hałasu', change, { marks: stale })).toMatchObject({ kind: 'again' });
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(0);
  const filed = await form('hałasu', change, { marks: { shown, picked: shown } });
  if (filed.kind !== 'filed') throw new Error(filed.kind);
  const { id } = await remarkNow(db, slug, filed.number);
  expect(
    await db.remarkOperation.findMany({
      where: { remarkId: id },
      orderBy: { seq: 'asc' },
      select: { op: true, after: true },
    }),
  ).toEqual([
    { op: 'insert-after', after: 'śmiecenia.' },
    { op: 'replace', after: 'hałasu;' },
  ]);
  // The office has nothing left to be offered.
  const page = await loadRulingPage(db, { viewer: official, slug, number: filed.number, locale: 'pl' });
  expect(page.effects).toMatchObject({ marks: [], problems: [] });
  expect(
    await decideRemark(db, {
      viewer: official,
      slug,
      number: filed.number,
      decision: 'accepted',
      reason: 'Tak.',
      finals: new Map(),
      againstVersion: 1,
      remarkRevision: 1,
    }),
  ).toMatchObject({ ok: true });
  expect(await points()).toEqual(['palenia ognisk;', 'wjazdu samochodów;', 'hałasu;', 'śmiecenia.']);
  expect(await differences(slug)).toEqual([]);
});

test('the office is offered what the author left, and it becomes a part of the ruling, at once, collected and corrected', async () => {
  for (const [slug, step] of [
    ['znaki-urzedu', 'decide'],
    ['znaki-zebrane', 'collect'],
  ] as const) {
    const { id, official, unit, form, points } = await scene(slug);
    const filed = await form('hałasu', { op: 'delete' });
    if (filed.kind !== 'filed') throw new Error(filed.kind);
    const { number } = filed;
    const page = await loadRulingPage(db, { viewer: official, slug, number, locale: 'pl' });
    const cars = await unit('wjazdu');
    expect(page.effects?.marks).toMatchObject([
      { clauseId: cars.clauseId, citation: '§ 1 pkt 2', before: 'wjazdu samochodów;', after: 'wjazdu samochodów.' },
    ]);
    // Only marks that the change calls for, and only with the decision that they were offered for.
    const fire = await unit('palenia');
    const values = {
      decision: ['accepted'],
      'marks-for': ['accepted'],
      marks: [`${cars.clauseId} .`, `${fire.clauseId} .`, 'nic .'],
    };
    expect(readFinals({ ...values, decision: ['not-accepted'] }).finals.size).toBe(0);
    const ruling = {
      viewer: official,
      slug,
      number,
      decision: 'accepted' as const,
      reason: 'Tak.',
      finals: readFinals(values).finals,
      againstVersion: 1,
      remarkRevision: 1,
    };
    if (step === 'decide') expect(await decideRemark(db, ruling)).toMatchObject({ ok: true });
    else {
      expect(await saveDraft(db, { ...ruling, step, draftRevision: 0 })).toMatchObject({ ok: true });
      expect(
        await releaseBasket(db, { viewer: official, slug, againstVersion: 1, seen: [{ number, revision: 1 }] }),
      ).toMatchObject({ ok: true });
    }
    expect(await points()).toEqual(['palenia ognisk;', 'wjazdu samochodów.']);
    const [cause] = (await causesOfVersions(db, { consultationId: id })).get(2)!;
    expect(cause).toMatchObject({ remark: number, clauseIds: expect.arrayContaining([cars.clauseId]) });
    expect(await differences(slug)).toEqual([]);
    // Corrected, the mark goes back with the rest.
    const { rulings } = await db.remark.findFirstOrThrow({
      where: { number, consultation: { slug } },
      include: { rulings: true },
    });
    expect(
      await correctRuling(db, {
        viewer: official,
        slug,
        number,
        decision: 'not-accepted',
        reason: 'Nie.',
        why: 'Pomyłka.',
        finals: new Map(),
        ruling: rulings[0]!.id,
        againstVersion: 2,
      }),
    ).toMatchObject({ ok: true });
    expect(await points()).toEqual(['palenia ognisk;', 'wjazdu samochodów;', 'hałasu.']);
    expect(await differences(slug)).toEqual([]);
  }
});
