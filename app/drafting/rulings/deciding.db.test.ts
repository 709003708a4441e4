import { expect, test } from 'vitest';
import {
  clauseNow,
  codes,
  decide,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  teryt,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerFit, rewriteForAuthor } from '../carry/answer-fit.server.ts';
import { loadDesk } from './desk.server.ts';
import { deskQuery } from './desk-filters.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { approveDrafts } from './approve-drafts.server.ts';
import { assignRemarks, setDue } from './assign.server.ts';
import { addToGroup, createGroup, takeOutOfGroup } from './change-group.server.ts';
import { takeOutOfBasket } from './change-basket.server.ts';
import { decideMany } from './decide-many.server.ts';
import { draftStates, draftActions, mayDo, type DraftAction, type DraftState } from '../state/draft-state.ts';
import { leaveGroup } from './leave-group.server.ts';
import { nearRemarks } from '../near/near-remarks.server.ts';
import { reviewDraft } from './review-draft.server.ts';
import { ruleGroup } from './rule-group.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { setFourEyes } from './set-four-eyes.server.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const term21 = term.replace('14 dni', '21 dni');
const termTwo = term.replace('jedno spotkanie', 'dwa spotkania');

async function scene(slug: string) {
  const consultation = await makeConsultation(db, slug);
  const [second, anna, bogdan, celina] = [
    await makePerson(db, 'Piotr', { role: 'official' }),
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Celina'),
  ];
  // Who may be chosen for a remark, and whether there are two, is asked of the roles in the database.
  for (const { id: userId } of [consultation.official, second])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  return { ...consultation, second, anna, bogdan, celina };
}

async function seen(
  slug: string,
  numbers: readonly number[],
): Promise<{ remarks: Map<number, number>; againstVersion: number }> {
  const rows = await db.remark.findMany({
    where: { number: { in: [...numbers] }, consultation: { slug } },
    select: { number: true, revision: true },
  });
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  return { remarks: new Map(rows.map(({ number, revision }) => [number, revision])), againstVersion: version };
}

async function draft(input: {
  slug: string;
  viewer: Viewer;
  number: number;
  step: 'save' | 'hand-in' | 'collect';
  decision?: 'accepted' | 'not-accepted';
  reason?: string;
  draftRevision?: number;
}) {
  const { remarks, againstVersion } = await seen(input.slug, [input.number]);
  return saveDraft(db, {
    decision: 'accepted',
    reason: 'Zgadzamy się.',
    draftRevision: 0,
    ...input,
    finals: new Map(),
    againstVersion,
    remarkRevision: remarks.get(input.number) ?? 0,
  });
}

async function draftRow(id: string) {
  return db.rulingDraft.findUniqueOrThrow({ where: { id } });
}

async function approve(slug: string, viewer: Viewer, ids: readonly string[]) {
  const { againstVersion } = await seen(slug, []);
  const drafts = await Promise.all(ids.map(async (id) => ({ id, revision: (await draftRow(id)).revision })));
  return approveDrafts(db, { viewer, slug, drafts, againstVersion });
}

test('with four eyes nobody decides alone: one hands in, another approves, and both stand in the ruling', async () => {
  const { slug, official, second, anna } = await scene('four-eyes');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await setFourEyes(db, { viewer: official, slug, fourEyes: true });
  expect(await decide(db, { slug, viewer: official, number, decision: 'accepted' })).toEqual({
    ok: false,
    error: { code: 'four-eyes' },
  });
  const handedIn = await draft({ slug, viewer: official, number, step: 'hand-in' });
  if (!handedIn.ok) throw new Error(handedIn.error.code);
  expect(await approve(slug, official, [handedIn.value.draftId])).toEqual({
    ok: false,
    error: { number, code: 'not-allowed' },
  });
  expect(await approve(slug, second, [handedIn.value.draftId])).toMatchObject({ ok: true, value: { version: 2 } });
  const remark = await remarkNow(db, slug, number);
  expect(remark.rulings).toMatchObject([
    { draftedById: official.id, draftedByName: 'Marta', madeById: second.id, madeByName: 'Piotr', resultVersion: 2 },
  ]);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-decided']);
  expect(await eventsOf(db, handedIn.value.draftId)).toEqual(['draft-handed-in', 'draft-approved']);
  const { id } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  expect(await eventsOf(db, id)).toEqual(['four-eyes-set']);
});

test('four eyes need a second official of the municipality', async () => {
  const { slug, official } = await makeConsultation(db, 'alone');
  await db.roleGrant.deleteMany({ where: { role: 'official' } });
  expect(await setFourEyes(db, { viewer: official, slug, fourEyes: true })).toEqual({
    ok: false,
    error: { code: 'needs-two' },
  });
});

test('a draft is not approved when the words it was written on have changed', async () => {
  const { slug, official, second, anna, bogdan } = await scene('stale-draft');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const other = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwo });
  const kept = await draft({ slug, viewer: official, number: other, step: 'hand-in' });
  if (!kept.ok) throw new Error(kept.error.code);
  await decide(db, { slug, viewer: second, number: first, decision: 'accepted' });
  expect(await approve(slug, second, [kept.value.draftId])).toEqual({
    ok: false,
    error: { number: other, code: 'changed' },
  });
  const again = await draft({ slug, viewer: official, number: other, step: 'hand-in', draftRevision: 1 });
  expect(again).toMatchObject({ ok: true, value: { draftId: kept.value.draftId } });
  expect(await approve(slug, second, [kept.value.draftId])).toMatchObject({ ok: true, value: { version: 3 } });
});

test('a change elsewhere in the text does not make a draft stale', async () => {
  const { slug, official, second, anna, bogdan } = await scene('fresh-draft');
  const elsewhere = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    text: 'Raport sporządza się w terminie 20 dni.',
  });
  const number = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 });
  const kept = await draft({ slug, viewer: official, number, step: 'hand-in' });
  if (!kept.ok) throw new Error(kept.error.code);
  await decide(db, { slug, viewer: second, number: elsewhere, decision: 'accepted' });
  expect(await approve(slug, second, [kept.value.draftId])).toMatchObject({ ok: true, value: { version: 3 } });
});

test('competing drafts stand side by side; the one approved closes the others, each with its line of the record', async () => {
  const { slug, official, second, anna } = await scene('competing');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const [one, two] = [
    await draft({ slug, viewer: official, number, step: 'hand-in' }),
    await draft({ slug, viewer: second, number, step: 'save', decision: 'not-accepted' }),
  ];
  if (!one.ok || !two.ok) throw new Error('not saved');
  expect(one.value.draftId).not.toBe(two.value.draftId);
  expect(await approve(slug, second, [one.value.draftId])).toMatchObject({ ok: true });
  expect((await draftRow(two.value.draftId)).state).toBe('dropped');
  expect(await eventsOf(db, two.value.draftId)).toEqual(['draft-saved', 'draft-dropped']);
});

// Every action on a draft in every state, by its author and by another official: done with exactly one event, or refused with none.
const table = draftStates.flatMap((state) =>
  [true, false].flatMap((isOwn) => draftActions.map((action) => ({ state, isOwn, action }))),
);

test('each transition of a draft leaves exactly one event, and every other one is refused', async () => {
  const { slug, official, second, anna } = await scene('all-transitions');
  const acted = async (action: DraftAction, viewer: Viewer, id: string, number: number): Promise<boolean> => {
    const row = await draftRow(id);
    if (action === 'save' || action === 'hand-in' || action === 'collect') {
      const result = await draft({ slug, viewer, number, step: action, draftRevision: row.revision });
      return result.ok && result.value.draftId === id;
    }
    if (action === 'approve') return (await approve(slug, viewer, [id])).ok;
    if (action === 'take-out')
      return (await takeOutOfBasket(db, { viewer, slug, draftId: id, draftRevision: row.revision })).ok;
    const step = action === 'return' ? { kind: 'return' as const, note: 'Popraw.' } : { kind: 'drop' as const };
    return (await reviewDraft(db, { viewer, slug, draftId: id, draftRevision: row.revision, step })).ok;
  };
  for (const { state, isOwn, action } of table) {
    const number = await withoutLimits(() =>
      filed(db, { slug, viewer: anna, code: codes.report, op: 'none', reason: `Uwaga ${state} ${isOwn} ${action}` }),
    );
    const kept = await draft({ slug, viewer: official, number, step: 'save', decision: 'not-accepted' });
    if (!kept.ok) throw new Error(kept.error.code);
    const { draftId } = kept.value;
    await db.rulingDraft.update({ where: { id: draftId }, data: { state, place: state === 'collected' ? 1 : null } });
    const before = await db.event.count({ where: { subjectId: draftId } });
    const done = await acted(action, isOwn ? official : second, draftId, number);
    const made = (await db.event.count({ where: { subjectId: draftId } })) - before;
    const may = mayDo(action, { state: state as DraftState, isOwn });
    expect({ state, isOwn, action, done, made }).toEqual({ state, isOwn, action, done: may, made: may ? 1 : 0 });
  }
});

test('several remarks get the same answer at once, or none of them', async () => {
  const { slug, official, anna, bogdan } = await scene('bulk');
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.report, op: 'none', reason: 'Za długo.' }),
  ];
  const stale = await seen(slug, numbers);
  await answerFit(db, { viewer: bogdan, slug, number: numbers[1]!, revision: 1, answer: { kind: 'withdraw' } });
  const input = {
    viewer: official,
    slug,
    decision: 'not-accepted' as const,
    reason: 'Wykracza poza plan.',
    step: 'decide' as const,
  };
  expect(await decideMany(db, { ...input, ...stale })).toEqual({
    ok: false,
    error: { code: 'refused', remarks: [{ number: numbers[1], code: 'withdrawn' }] },
  });
  expect((await remarkNow(db, slug, numbers[0]!)).state).toBe('open');
  expect(await decideMany(db, { ...input, ...(await seen(slug, [numbers[0]!])) })).toMatchObject({
    ok: true,
    value: { version: null },
  });
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'ruling']);
});

test('amendments are accepted at once when they go together, in one version that both made; those that contradict are named', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('bulk-accept');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const other = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwo });
  const against = await filed(db, { slug, viewer: celina, code: codes.term, text: term.replace('14 dni', '30 dni') });
  const input = { viewer: official, slug, decision: 'accepted' as const, reason: 'Słusznie.', step: 'decide' as const };
  const refused = await decideMany(db, { ...input, ...(await seen(slug, [first, other, against])) });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'contradict',
      conflicts: [{ words: '14', sides: [{ number: first }, { number: other }, { number: against }] }],
    },
  });
  expect((await seen(slug, [])).againstVersion).toBe(1);
  expect(await decideMany(db, { ...input, ...(await seen(slug, [first, other])) })).toMatchObject({
    ok: true,
    value: { version: 2, numbers: [first, other] },
  });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term21.replace('jedno spotkanie', 'dwa spotkania'));
  const [version, ...more] = await db.version.findMany({ where: { consultation: { slug }, kind: 'ruling' } });
  expect(more).toEqual([]);
  const rulings = [(await remarkNow(db, slug, first)).rulings[0]!, (await remarkNow(db, slug, other)).rulings[0]!];
  expect(version!.rulingId).toBe(rulings[0]!.id);
  expect(rulings.map(({ resultVersion, place }) => [resultVersion, place])).toEqual([
    [2, 0],
    [2, 1],
  ]);
  expect(rulings[0]!.clauseIds).toHaveLength(1);
  expect(rulings[1]!.clauseIds).toEqual(rulings[0]!.clauseIds);
  // The one in between is not asked about a wording that was accepted in the same act.
  expect(await lettersTo(db, bogdan)).toEqual(['receipt', 'ruling']);
  expect((await remarkNow(db, slug, against)).fit).toBe('conflict');
});

const campaign =
  'Proszę wydłużyć konsultacje do trzydziestu dni, ponieważ dwa tygodnie nie wystarczą mieszkańcom sołectw na zebranie i wspólne stanowisko.';

test('near-identical remarks are found, answered once and counted apart; who left is not offered again', async () => {
  const { id, slug, official, anna, bogdan, celina } = await scene('group');
  const numbers: number[] = [];
  for (const [viewer, reason] of [
    [anna, campaign],
    [bogdan, `Dzień dobry,\n${campaign}`],
    [celina, campaign.replace('wspólne', 'dobre')],
  ] as const) {
    numbers.push(await filed(db, { slug, viewer, code: codes.term, op: 'none', reason }));
  }
  expect((await nearRemarks(db, id)).clusters).toMatchObject([
    {
      lead: numbers[0],
      group: null,
      members: [
        { number: numbers[1], isSame: true },
        { number: numbers[2], isSame: false },
      ],
    },
  ]);
  const made = await createGroup(db, { viewer: official, slug, title: 'Trzydzieści dni', numbers });
  if (!made.ok) throw new Error(made.error.code);
  const group = made.value.number;
  expect(await leaveGroup(db, { viewer: celina, slug, group, number: numbers[2]! })).toMatchObject({ ok: true });
  expect(await lettersTo(db, celina)).toEqual(['receipt', 'grouped']);
  expect(await lettersTo(db, official)).toEqual(['left']);
  expect(await nearRemarks(db, id)).toEqual({ clusters: [], more: 0 });
  expect(await addToGroup(db, { viewer: official, slug, group, revision: 2, numbers: [numbers[2]!] })).toEqual({
    ok: false,
    error: { code: 'not-possible', numbers: [numbers[2]] },
  });
  const now = await seen(slug, numbers.slice(0, 2));
  const ruling = {
    viewer: official,
    slug,
    group,
    decision: 'answered' as const,
    reason: 'Termin wynika z uchwały.',
    finals: new Map(),
    againstVersion: now.againstVersion,
    members: now.remarks,
    step: 'decide' as const,
  };
  expect(await ruleGroup(db, { ...ruling, groupRevision: 1 })).toEqual({ ok: false, error: { code: 'moved' } });
  expect(await ruleGroup(db, { ...ruling, groupRevision: 2 })).toMatchObject({
    ok: true,
    value: { numbers: numbers.slice(0, 2) },
  });
  for (const number of numbers.slice(0, 2)) {
    const remark = await remarkNow(db, slug, number);
    expect(remark).toMatchObject({
      state: 'answered',
      rulings: [{ groupId: remark.groupId, reason: 'Termin wynika z uchwały.' }],
    });
    expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-grouped', 'remark-decided']);
  }
  expect((await remarkNow(db, slug, numbers[2]!)).state).toBe('open');
  expect(await leaveGroup(db, { viewer: anna, slug, group, number: numbers[0]! })).toEqual({
    ok: false,
    error: { code: 'decided' },
  });
});

test('a group of amendments changes the text once, and one that asks for something else cannot be accepted along', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('group-words');
  const same = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21, reason: 'Z innego powodu.' }),
  ];
  const other = await filed(db, { slug, viewer: celina, code: codes.term, text: term.replace('14 dni', '30 dni') });
  const made = await createGroup(db, { viewer: official, slug, title: 'Dłużej', numbers: [...same, other] });
  if (!made.ok) throw new Error(made.error.code);
  const rule = async (numbers: readonly number[], groupRevision: number) => {
    const now = await seen(slug, numbers);
    return ruleGroup(db, {
      viewer: official,
      slug,
      group: made.value.number,
      groupRevision,
      decision: 'accepted',
      reason: 'Tak.',
      finals: new Map(),
      againstVersion: now.againstVersion,
      members: now.remarks,
      step: 'decide',
    });
  };
  expect(await rule([...same, other], 1)).toEqual({ ok: false, error: { code: 'not-same-change', numbers: [other] } });
  await takeOutOfGroup(db, { viewer: official, slug, group: made.value.number, revision: 1, numbers: [other] });
  expect(await rule(same, 2)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term21);
  expect(await db.version.count({ where: { consultation: { slug } } })).toBe(2);
  for (const number of same)
    expect((await remarkNow(db, slug, number)).rulings).toMatchObject([{ decision: 'accepted', resultVersion: 2 }]);
  expect((await remarkNow(db, slug, other)).fit).toBe('conflict');
});

test('with four eyes a group is handed in once and approved once by somebody else', async () => {
  const { slug, official, second, anna, bogdan } = await scene('group-four-eyes');
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 }),
  ];
  await setFourEyes(db, { viewer: official, slug, fourEyes: true });
  const made = await createGroup(db, { viewer: official, slug, title: 'Dłużej', numbers });
  if (!made.ok) throw new Error(made.error.code);
  const now = await seen(slug, numbers);
  const ruling = {
    slug,
    group: made.value.number,
    groupRevision: 1,
    decision: 'accepted' as const,
    reason: 'Tak.',
    finals: new Map(),
    againstVersion: now.againstVersion,
    members: now.remarks,
  };
  expect(await ruleGroup(db, { ...ruling, viewer: official, step: 'decide' })).toEqual({
    ok: false,
    error: { code: 'four-eyes' },
  });
  expect(await ruleGroup(db, { ...ruling, viewer: official, step: 'hand-in' })).toMatchObject({
    ok: true,
    value: { version: null },
  });
  expect(await ruleGroup(db, { ...ruling, viewer: official, step: 'approve' })).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  });
  expect(await ruleGroup(db, { ...ruling, viewer: second, step: 'approve' })).toMatchObject({
    ok: true,
    value: { version: 2 },
  });
  for (const number of numbers)
    expect((await remarkNow(db, slug, number)).rulings).toMatchObject([
      { draftedById: official.id, madeById: second.id },
    ]);
});

test('the work list narrows by who, when, fit, unit and group, and shows who is waited for', async () => {
  const { slug, official, second, anna, bogdan } = await scene('desk');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const adapted = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwo });
  const report = await filed(db, { slug, viewer: anna, code: codes.report, op: 'none', reason: 'Za długo.' });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  await assignRemarks(db, {
    viewer: official,
    slug,
    numbers: [report],
    officialId: second.id,
    shown: new Map([[report, '']]),
  });
  await setDue(db, {
    viewer: official,
    slug,
    numbers: [report],
    dueAt: new Date('2026-11-12T22:59:00Z'),
    shown: new Map([[report, '']]),
  });
  const list = async (asked: string, viewer = official) =>
    await loadDesk(db, {
      viewer,
      slug,
      query: deskQuery(new URLSearchParams(asked)),
      now: new Date('2026-11-20T12:00:00Z'),
    });
  const numbers = async (asked: string, viewer = official) =>
    (await list(asked, viewer)).rows.map(({ number }) => number);
  expect(await numbers('')).toEqual([first, adapted, report]);
  expect(await numbers('stan=mine', second)).toEqual([report]);
  expect(await numbers('osoba=nikt&stan=waiting')).toEqual([adapted]);
  expect(await numbers('termin=overdue')).toEqual([report]);
  expect(await numbers('dopasowanie=adapted')).toEqual([adapted]);
  expect(await numbers(`jednostka=${codes.report}`)).toEqual([report]);
  expect(await numbers(`jednostka=${codes.second}`)).toEqual([first, adapted, report]);
  expect(await numbers('rozstrzygniecie=accepted')).toEqual([first]);
  expect(await numbers('kolejnosc=newest')).toEqual([report, adapted, first]);
  expect(await numbers('kanal=paper')).toEqual([]);
  const page = await list('stan=author');
  expect(page.rows).toMatchObject([{ number: adapted, askedSince: expect.any(Date) }]);
  expect(page.counts).toMatchObject({ all: 3, waiting: 2, author: 1, overdue: 1, mine: 0 });
  expect(await eventsOf(db, (await remarkNow(db, slug, report)).id)).toEqual([
    'remark-filed',
    'remark-assigned',
    'remark-due-set',
  ]);
  await assignRemarks(db, {
    viewer: official,
    slug,
    numbers: [report],
    officialId: second.id,
    shown: new Map([[report, '']]),
  });
  expect((await eventsOf(db, (await remarkNow(db, slug, report)).id)).length).toBe(3);
  expect(
    await assignRemarks(db, { viewer: official, slug, numbers: [report], officialId: anna.id, shown: new Map() }),
  ).toEqual({ ok: false, error: { code: 'not-official' } });
});

test('the office writes an amendment from paper on the new text; one from the web is its author’s', async () => {
  const { slug, official, anna, bogdan } = await scene('paper');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const paper = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term.replace('14 dni', '30 dni') });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const words = new Map([[1, { text: term.replace('14 dni', '28 dni') }]]);
  const { revision, filingId, id } = await remarkNow(db, slug, paper);
  await expect(rewriteForAuthor(db, { viewer: official, slug, number: paper, revision, words })).rejects.toMatchObject({
    code: 'not-found',
  });
  await db.filing.update({ where: { id: filingId }, data: { enteredById: official.id } });
  await expect(rewriteForAuthor(db, { viewer: anna, slug, number: paper, revision, words })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await rewriteForAuthor(db, { viewer: official, slug, number: paper, revision: revision + 1, words })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  expect(await rewriteForAuthor(db, { viewer: official, slug, number: paper, revision, words })).toEqual({
    ok: true,
    value: { fit: 'unchanged', state: 'open' },
  });
  expect(await db.event.findFirst({ where: { subjectId: id, kind: 'remark-rewritten' } })).toMatchObject({
    actorId: official.id,
    data: { byOffice: true },
  });
  expect(await lettersTo(db, bogdan)).toEqual(['receipt', 'fit', 'rewritten']);
});

test('two officials at once: exactly one wins, the other is told what happened', async () => {
  const { slug, official, second, anna, bogdan } = await scene('at-once');
  const third = await makePerson(db, 'Zofia', { role: 'official' });
  const [one, two] = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.report, op: 'none', reason: 'Za długo.' }),
  ];
  const kept = await draft({ slug, viewer: official, number: one, step: 'hand-in' });
  if (!kept.ok) throw new Error(kept.error.code);
  const now = await seen(slug, [one, two]);
  const bulk = {
    viewer: third,
    slug,
    decision: 'not-accepted' as const,
    reason: 'Nie.',
    step: 'decide' as const,
    ...now,
  };
  const drafts = [{ id: kept.value.draftId, revision: 1 }];
  const results = await Promise.all([
    approveDrafts(db, { viewer: second, slug, drafts, againstVersion: 1 }),
    approveDrafts(db, { viewer: third, slug, drafts, againstVersion: 1 }),
    decide(db, { slug, viewer: third, number: one, decision: 'not-accepted', version: 1, revision: 1 }),
    decideMany(db, bulk),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const lost = results.flatMap((result) => (result.ok ? [] : [result.error.code]));
  for (const code of lost) expect(['decided', 'refused']).toContain(code);
  expect(await db.ruling.count({ where: { remark: { number: one, consultation: { slug } } } })).toBe(1);
  const remark = await remarkNow(db, slug, one);
  expect((await eventsOf(db, remark.id)).filter((kind) => kind === 'remark-decided')).toHaveLength(1);
});

test('a group ruling and a leaving author at once: the one that comes second is refused, nobody is answered against their will', async () => {
  const { slug, official, anna, bogdan } = await scene('leave-at-once');
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.term, op: 'none', reason: campaign }),
    await filed(db, { slug, viewer: bogdan, code: codes.term, op: 'none', reason: campaign }),
  ];
  const made = await createGroup(db, { viewer: official, slug, title: 'Dłużej', numbers });
  if (!made.ok) throw new Error(made.error.code);
  const now = await seen(slug, numbers);
  const [ruled, left] = await Promise.all([
    ruleGroup(db, {
      viewer: official,
      slug,
      group: made.value.number,
      groupRevision: 1,
      decision: 'answered',
      reason: 'Tak.',
      finals: new Map(),
      againstVersion: 1,
      members: now.remarks,
      step: 'decide',
    }),
    leaveGroup(db, { viewer: anna, slug, group: made.value.number, number: numbers[0]! }),
  ]);
  expect([ruled.ok, left.ok].filter(Boolean)).toHaveLength(1);
  if (!ruled.ok) expect(ruled.error.code).toBe('moved');
  if (!left.ok) expect(left.error.code).toBe('decided');
  expect((await loadDraft(db, { slug })).version).toBe(1);
});
