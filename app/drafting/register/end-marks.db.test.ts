import { expect, test } from 'vitest';
import { parse } from '#app/text/parse/parse.ts';
import { during, makeConsultation, makePerson, remarkNow, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { verifyTexts } from '#app/verify/verify-texts.server.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { toFlat } from '../acts/unit-tree.ts';
import { causesOfVersions } from '../acts/version-causes.server.ts';
import { previewEditorial } from '../editorial/editorial-page.server.ts';
import { writeEditorial } from '../editorial/write-editorial.server.ts';
import { createGroup } from '../rulings/change-group.server.ts';
import { previewMany } from '../rulings/bulk-page.server.ts';
import { decideMany } from '../rulings/decide-many.server.ts';
import { loadOfficeGroup } from '../rulings/office-group.server.ts';
import { ruleGroup } from '../rulings/rule-group.server.ts';
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
const [anna, bogdan] = [await makePerson(db, 'Anna'), await makePerson(db, 'Bogdan')];
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
    {
      marks,
      intent = 'file',
      who = anna,
    }: { marks?: PickedMarks; intent?: 'file' | 'preview'; who?: typeof anna } = {},
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
      filer: { kind: 'author', viewer: who, nameIsPublic: false },
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

test('a group, a change by the office and a moved provision are offered the marks too, and each is a part of what asked for it', async () => {
  // Two ask for the same; one answer mends the mark once.
  const group = await scene('znaki-grupy');
  const filed = [
    await group.form('hałasu', { op: 'delete' }),
    await group.form('hałasu', { op: 'delete' }, { who: bogdan }),
  ];
  const numbers = filed.map((each) => (each.kind === 'filed' ? each.number : 0));
  const made = await createGroup(db, { viewer: group.official, slug: group.slug, title: 'Hałas', numbers });
  if (!made.ok) throw new Error(made.error.code);
  const load = () =>
    loadOfficeGroup(db, {
      viewer: group.official,
      slug: group.slug,
      number: made.value.number,
      page: 1,
      locale: 'pl',
    });
  const page = await load();
  const cars = await group.unit('wjazdu');
  expect(page.result?.marks).toMatchObject([
    { clauseId: cars.clauseId, citation: '§ 1 pkt 2', after: 'wjazdu samochodów.' },
  ]);
  const ruling = {
    viewer: group.official,
    slug: group.slug,
    group: made.value.number,
    groupRevision: page.revision,
    decision: 'accepted' as const,
    reason: 'Tak.',
    finals: readFinals({ decision: ['accepted'], 'marks-for': ['accepted'], marks: [`${cars.clauseId} .`] }).finals,
    againstVersion: 1,
    members: new Map(page.open.map(({ number, revision }) => [number, revision])),
  };
  expect(await ruleGroup(db, { ...ruling, step: 'collect' })).toMatchObject({ ok: true });
  expect((await load()).own?.finals).toHaveLength(1);
  expect(await ruleGroup(db, { ...ruling, step: 'decide' })).toMatchObject({ ok: true });
  expect(await group.points()).toEqual(['palenia ognisk;', 'wjazdu samochodów.']);
  expect(await differences(group.slug)).toEqual([]);

  // Many at once: what all of them together call for, recorded with the one that calls for it.
  const many = await scene('znaki-wielu');
  const asked = [
    await many.form('hałasu', { op: 'insert-after', inserted: 'śmiecenia.' }),
    await many.form('wjazdu', { op: 'delete' }),
  ].map((each) => (each.kind === 'filed' ? each.number : 0));
  const bulk = {
    viewer: many.official,
    slug: many.slug,
    remarks: new Map(asked.map((number) => [number, 1])),
    decision: 'accepted' as const,
    reason: 'Tak.',
    againstVersion: 1,
  };
  const looked = await previewMany(db, bulk);
  if (!looked.ok) throw new Error(looked.error.code);
  expect(looked.effects.marks).toMatchObject([{ citation: '§ 1 pkt 3', before: 'hałasu.', after: 'hałasu;' }]);
  const chosen = looked.effects.marks.map(({ clauseId, after }) => ({ clauseId, mark: after.slice(-1) }));
  expect(await previewMany(db, { ...bulk, marks: [] })).toMatchObject({ effects: { marks: [{}] } });
  expect(await decideMany(db, { ...bulk, marks: chosen, step: 'decide' })).toMatchObject({ ok: true });
  expect(await many.points()).toEqual(['palenia ognisk;', 'hałasu;', 'śmiecenia.']);
  expect(await differences(many.slug)).toEqual([]);

  // The office by itself: shown chosen, written with what was left chosen.
  const office = await scene('znaki-zmiany-urzedu');
  const { code } = await office.unit('hałasu');
  const change = { op: 'delete' as const, code, heading: '', text: '', rest: '', target: null };
  const seen = await previewEditorial(db, { viewer: office.official, slug: office.slug, change, locale: 'pl' });
  if (!seen.ok) throw new Error(seen.error.code);
  expect(seen.value).toMatchObject({ problems: [], marks: [{ citation: '§ 1 pkt 2' }] });
  const without = await previewEditorial(db, {
    viewer: office.official,
    slug: office.slug,
    change: { ...change, marks: [] },
    locale: 'pl',
  });
  expect(without).toMatchObject({ value: { marks: [{ citation: '§ 1 pkt 2' }] } });
  const fire = await office.unit('palenia');
  const marks = [
    { clauseId: seen.value.marks[0]!.clauseId, mark: '.' },
    { clauseId: fire.clauseId, mark: '.' },
  ];
  const written = await writeEditorial(db, {
    viewer: office.official,
    slug: office.slug,
    change: { ...change, marks },
    reason: 'Porządek.',
    againstVersion: 1,
  });
  expect(written).toMatchObject({ ok: true });
  expect(await office.points()).toEqual(['palenia ognisk;', 'wjazdu samochodów.']);
  expect(await differences(office.slug)).toEqual([]);

  // The last one moved to the front takes the mark of the others, and gives its own to who is last then.
  const moved = await scene('znaki-przeniesienia');
  const [noise, first] = [await moved.unit('hałasu'), await moved.unit('palenia')];
  const move = { ...change, op: 'move' as const, code: noise.code, target: first.code };
  const shown = await previewEditorial(db, { viewer: moved.official, slug: moved.slug, change: move, locale: 'pl' });
  if (!shown.ok) throw new Error(shown.error.code);
  expect(shown.value.marks.map(({ after }) => after)).toEqual(['hałasu;', 'wjazdu samochodów.']);
  expect(
    await writeEditorial(db, {
      viewer: moved.official,
      slug: moved.slug,
      change: { ...move, marks: shown.value.marks.map(({ clauseId, after }) => ({ clauseId, mark: after.slice(-1) })) },
      reason: 'Kolejność.',
      againstVersion: 1,
    }),
  ).toMatchObject({ ok: true });
  expect(await moved.points()).toEqual(['palenia ognisk;', 'hałasu;', 'wjazdu samochodów.']);
  expect(await differences(moved.slug)).toEqual([]);
});
