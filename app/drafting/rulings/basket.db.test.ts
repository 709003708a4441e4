import { expect, test } from 'vitest';
import {
  clauseNow,
  codes,
  decide,
  during,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  teryt,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import { clauseHistory } from '#app/drafting/talk/clause-history.server.ts';
import { broughtWords } from '#app/drafting/words/brought-words.server.ts';
import { loadRemarkPage } from '#app/drafting/pages/remark-page.server.ts';
import { toldOf } from '#app/drafting/told/told-authors.server.ts';
import { officeTasks } from '#app/drafting/pages/office-tasks.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { putInArchive } from '#app/openness/archive/put-in-archive.server.ts';
import { verifyRemarks } from '#app/verify/verify-remarks.server.ts';
import { verifyVersions } from '#app/verify/verify-versions.server.ts';
import { verifyRecord } from '#app/db/record/verify-record.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Decision } from '../state/remark-state.ts';
import { approveDrafts } from './approve-drafts.server.ts';
import { loadBasket } from './basket.server.ts';
import { moveInBasket, takeOutOfBasket } from './change-basket.server.ts';
import { correctRuling } from './correct-ruling.server.ts';
import { createGroup } from './change-group.server.ts';
import { checkMany, decideMany } from './decide-many.server.ts';
import { releaseBasket } from './release-basket.server.ts';
import { ruleGroup } from './rule-group.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { setFourEyes } from './set-four-eyes.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const term21 = term.replace('14 dni', '21 dni');
const termTwo = term.replace('jedno spotkanie', 'dwa spotkania');

async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  const [second, anna, bogdan, celina] = [
    await makePerson(db, 'Piotr', { role: 'official' }),
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Celina'),
  ];
  for (const { id: userId } of [made.official, second])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  return { ...made, second, anna, bogdan, celina };
}

type Collected = { decision?: Decision; reason?: string; final?: string; step?: 'collect' | 'hand-in' | 'save' };

async function collect(slug: string, viewer: Viewer, number: number, given: Collected = {}) {
  const remark = await remarkNow(db, slug, number);
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  const own = await db.rulingDraft.findFirst({
    where: { remarkId: remark.id, draftedById: viewer.id, state: { notIn: ['approved', 'dropped'] } },
  });
  return saveDraft(db, {
    viewer,
    slug,
    number,
    decision: given.decision ?? 'accepted',
    reason: given.reason ?? `Powód ${number}.`,
    finals: new Map(given.final === undefined ? [] : [[1, { text: given.final, anchorId: null }]]),
    againstVersion: version,
    remarkRevision: remark.revision,
    step: given.step ?? 'collect',
    draftRevision: own?.revision ?? 0,
  });
}

async function seen(slug: string) {
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  const rows = await db.rulingDraft.findMany({
    where: { consultation: { slug }, state: 'collected' },
    orderBy: { place: 'asc' },
    include: { remark: { select: { number: true } } },
  });
  return {
    againstVersion: version,
    seen: rows.map(({ remark, revision }) => ({ number: remark.number, revision })),
    rows,
  };
}

async function release(slug: string, viewer: Viewer) {
  const { rows: _, ...page } = await seen(slug);
  return releaseBasket(db, { viewer, slug, ...page });
}

async function takeOut(slug: string, viewer: Viewer, number: number) {
  const row = (await seen(slug)).rows.find(({ remark }) => remark.number === number)!;
  return takeOutOfBasket(db, { viewer, slug, draftId: row.id, draftRevision: row.revision });
}

/** What the record says against itself. */
async function differences(slug: string, at: PrismaClient = db) {
  const { consultationId, head, numbering, version } = await loadDraft(at, { slug });
  return [
    ...(await verifyVersions(at, { id: consultationId, version, head, numbering })),
    ...(await verifyRemarks(at, consultationId)),
  ].map(({ line }) => line);
}

const idOf = async (slug: string, code: number) =>
  (await loadDraft(db, { slug })).units.find((unit) => unit.code === code)!.clauseId;

const rulingOf = async (slug: string, number: number) => (await remarkNow(db, slug, number)).rulings[0]!;

test('what is collected changes nothing and tells nobody; released together it is one version, each ruling with the words it changed', async () => {
  const { slug, id, official, anna, bogdan, celina } = await scene('collected');
  const before = await textNow(db, slug);
  const longer = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const twice = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwo });
  const added = await filed(db, {
    slug,
    viewer: celina,
    code: codes.notice,
    op: 'insert-after',
    inserted: 'Ogłoszenie jest też w internecie.',
  });
  const no = await filed(db, { slug, viewer: anna, code: codes.last, op: 'delete' });
  const open = await filed(db, { slug, viewer: celina, code: codes.term, text: term.replace('urzędu', 'gminy') });
  for (const number of [longer, twice, added])
    expect(await collect(slug, official, number)).toMatchObject({ ok: true });
  expect(await collect(slug, official, no, { decision: 'not-accepted' })).toMatchObject({ ok: true });
  expect(await textNow(db, slug)).toBe(before);
  expect(await db.ruling.count({ where: { consultationId: id } })).toBe(0);
  expect([await lettersTo(db, anna), await lettersTo(db, bogdan)]).toEqual([['receipt', 'receipt'], ['receipt']]);
  expect((await remarkNow(db, slug, longer)).state).toBe('open');

  const done = await release(slug, official);
  expect(done).toEqual({ ok: true, value: { version: 2, numbers: [longer, twice, added, no] } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term21.replace('jedno spotkanie', 'dwa spotkania'));
  const [termId, addedUnit] = [
    await idOf(slug, codes.term),
    (await loadDraft(db, { slug })).units.find(({ text }) => text.startsWith('Ogłoszenie jest też'))!,
  ];
  expect((await rulingOf(slug, longer)).clauseIds).toEqual([termId]);
  expect((await rulingOf(slug, twice)).clauseIds).toEqual([termId]);
  expect((await rulingOf(slug, added)).clauseIds).toEqual([addedUnit.clauseId]);
  expect(await rulingOf(slug, no)).toMatchObject({ clauseIds: [], resultVersion: null, place: 3 });
  expect(await db.version.count({ where: { consultationId: id } })).toBe(2);
  // One carrying-over of what is still open, one letter to each person.
  expect((await remarkNow(db, slug, open)).operations[0]!.wordings.map(({ kind }) => kind)).toEqual([
    'filed',
    'adapted',
  ]);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'receipt', 'rulings']);
  expect(await lettersTo(db, bogdan)).toEqual(['receipt', 'ruling']);
  expect(await lettersTo(db, celina)).toEqual(['receipt', 'receipt', 'ruling', 'fit']);
  const both = await db.mailMessage.findFirstOrThrow({
    where: { toEmail: anna.email, dedupeKey: { startsWith: 'rulings:' } },
  });
  for (const words of [`Uwaga nr ${longer}`, `Powód ${longer}.`, '21 dni', `Uwaga nr ${no}`, 'nie zmieniło tekstu'])
    expect(both.body).toContain(words);
  // Of the words of others nothing is said.
  expect(both.body).not.toContain('Ogłoszenie jest też');
  expect(await toldOf(db, id, { kind: 'answers' })).toMatchObject({ waiting: 3, sent: 0, account: 0, failed: 0 });
  expect(await eventsOf(db, id)).toEqual(['rulings-released']);
  expect((await seen(slug)).seen).toEqual([]);
  expect(await differences(slug)).toEqual([]);
  expect((await verifyRecord(db)).differences.filter((line) => line.includes('Ruling'))).toEqual([]);

  // Every output names all of them, and each unit its own.
  const now = new Date('2026-12-01T12:00:00Z');
  const [made] = await listVersions(db, id);
  expect(made!.causes.map(({ remark }) => remark)).toEqual([longer, twice, added]);
  const page = await redlinePage(db, { slug, from: 1, to: 2, locale: 'pl', now });
  expect(page.causes[termId]!.map(({ remark }) => remark)).toEqual([longer, twice]);
  expect(page.causes[addedUnit.clauseId]!.map(({ remark }) => remark)).toEqual([added]);
  for (const { clauseId } of page.diff.renumbered)
    expect(page.causes[clauseId]!.map(({ remark }) => remark)).toEqual([added]);
  const [step] = await clauseHistory(db, { clauseId: termId, consultationId: id, citation: '', locale: 'pl' });
  expect(step!.origins.map(({ number }) => number)).toEqual([longer, twice]);
  const one = await loadRemarkPage(db, { slug, number: added, locale: 'pl', now });
  expect(one.others).toEqual([longer, twice]);
  expect(one.effects.map(({ is }) => is)).toEqual(['Ogłoszenie jest też w internecie.']);
  expect((await broughtWords(db, { slug, number: added })).map(({ code }) => code)).toEqual([addedUnit.code]);
  const { head } = await openReport(db, { slug, number: null, now });
  expect(head.versions.find(({ number }) => number === 2)).toMatchObject({
    remark: longer,
    remarks: [longer, twice, added],
  });

  // The archive keeps it whole.
  const there = await testDb();
  const files = await makeArchive(db, { teryt });
  expect(await putInArchive(there, files)).toMatchObject({ ok: true });
  expect(await differences(slug, there)).toEqual([]);
  expect(
    (await there.ruling.findFirstOrThrow({ where: { remark: { number: added, consultation: { slug } } } })).clauseIds,
  ).toEqual([addedUnit.clauseId]);
});

test('under four eyes one collects nothing alone; what another official approved is released, and names both', async () => {
  const { slug, official, second, anna } = await scene('basket-four-eyes');
  const [one, two] = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: anna, code: codes.last, op: 'delete' }),
  ];
  // Collected before the rule was switched on: not approved by anybody.
  expect(await collect(slug, official, two)).toMatchObject({ ok: true });
  await setFourEyes(db, { viewer: official, slug, fourEyes: true });
  expect(await collect(slug, official, one)).toEqual({ ok: false, error: { code: 'four-eyes' } });
  const { remarks, againstVersion } = {
    remarks: new Map([[one, (await remarkNow(db, slug, one)).revision]]),
    againstVersion: 1,
  };
  const many = { viewer: official, slug, remarks, decision: 'accepted' as const, reason: 'Tak.', againstVersion };
  expect(await decideMany(db, { ...many, step: 'collect' })).toEqual({ ok: false, error: { code: 'four-eyes' } });
  const handed = await collect(slug, official, one, { step: 'hand-in' });
  if (!handed.ok) throw new Error(handed.error.code);
  const approve = async (viewer: Viewer) => {
    const { revision } = await db.rulingDraft.findUniqueOrThrow({ where: { id: handed.value.draftId } });
    const drafts = [{ id: handed.value.draftId, revision }];
    return approveDrafts(db, { viewer, slug, drafts, againstVersion: 1, step: 'collect' });
  };
  expect(await approve(official)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await approve(second)).toMatchObject({ ok: true, value: { version: null, numbers: [one] } });
  expect((await remarkNow(db, slug, one)).state).toBe('open');
  expect(await release(slug, second)).toEqual({
    ok: false,
    error: { code: 'problems', problems: [{ number: two, code: 'four-eyes' }] },
  });
  await takeOut(slug, second, two);
  // Changed by its author it waits for approval again, and is in the basket no more.
  expect(await collect(slug, official, one, { step: 'hand-in', reason: 'Inny powód.' })).toMatchObject({ ok: true });
  expect((await seen(slug)).seen).toEqual([]);
  expect(await release(slug, second)).toEqual({ ok: false, error: { code: 'empty' } });
  expect(await approve(second)).toMatchObject({ ok: true });
  // Either of them may release what both have signed.
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await rulingOf(slug, one)).toMatchObject({
    draftedById: official.id,
    madeById: second.id,
    reason: 'Inny powód.',
    resultVersion: 2,
  });
  expect(await eventsOf(db, handed.value.draftId)).toEqual([
    'draft-handed-in',
    'draft-collected',
    'draft-handed-in',
    'draft-collected',
    'draft-released',
  ]);
  expect(await differences(slug)).toEqual([]);
});

test('conflicts inside the basket are named and solved before release: the same words, and a unit that would lose its place', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('basket-conflict');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const other = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term.replace('14 dni', '30 dni') });
  const strike = await filed(db, { slug, viewer: anna, code: codes.notice, op: 'delete' });
  const behind = await filed(db, {
    slug,
    viewer: celina,
    code: codes.notice,
    op: 'insert-after',
    inserted: 'Ogłoszenie jest też w internecie.',
  });
  for (const number of [first, other, strike, behind]) await collect(slug, official, number);
  const refused = await release(slug, official);
  expect(refused).toMatchObject({ ok: false, error: { code: 'contradict' } });
  if (refused.ok || refused.error.code !== 'contradict') return;
  expect(refused.error.conflicts.map(({ sides }) => sides.map(({ number }) => number))).toEqual([
    [first, other],
    [strike, behind],
  ]);
  expect(await db.version.count({ where: { consultation: { slug } } })).toBe(1);
  // One is taken out, another is given other words.
  expect(await takeOut(slug, official, strike)).toMatchObject({ ok: true, value: { number: strike } });
  await collect(slug, official, other, { decision: 'accepted-in-part', final: termTwo });
  expect((await seen(slug)).seen.map(({ number }) => number)).toEqual([first, other, behind]);
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term21.replace('jedno spotkanie', 'dwa spotkania'));
  expect((await remarkNow(db, slug, strike)).state).toBe('open');
  expect(await differences(slug)).toEqual([]);
});

test('a stale page releases nothing and says what has changed', async () => {
  const { slug, official, second, anna, bogdan } = await scene('basket-stale');
  const [one, two, three, four] = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.notice, op: 'delete' }),
    await filed(db, { slug, viewer: anna, code: codes.last, op: 'none', reason: 'Dlaczego tak?' }),
    await filed(db, { slug, viewer: bogdan, code: codes.term, text: term.replace('urzędu', 'gminy') }),
  ];
  await collect(slug, official, one);
  await collect(slug, official, two);
  const { rows: _, ...page } = await seen(slug);
  await takeOut(slug, second, two);
  await collect(slug, official, one, { reason: 'Lepszy powód.' });
  await collect(slug, second, three, { decision: 'answered' });
  expect(await releaseBasket(db, { viewer: official, slug, ...page })).toEqual({
    ok: false,
    error: {
      code: 'moved',
      moved: { version: null, added: [three], released: [], gone: [two], changed: [one], isReordered: false },
    },
  });
  // A ruling made at once moves the text, and the words that a collected one is about.
  await decide(db, { slug, viewer: official, number: four, decision: 'accepted' });
  expect(await releaseBasket(db, { viewer: official, slug, ...page })).toMatchObject({
    ok: false,
    error: { code: 'moved', moved: { version: 2 } },
  });
  expect(await release(slug, official)).toEqual({
    ok: false,
    error: { code: 'problems', problems: [{ number: one, code: 'changed' }] },
  });
  expect(await db.ruling.count({ where: { remark: { consultation: { slug }, number: { not: four } } } })).toBe(0);
  // Looked at again on the newest text it goes.
  await collect(slug, official, one);
  const { rows: __, ...last } = await seen(slug);
  expect(await releaseBasket(db, { viewer: official, slug, ...last })).toMatchObject({
    ok: true,
    value: { version: 3, numbers: [one, three] },
  });
  expect(await differences(slug)).toEqual([]);
  // The same form sent twice does nothing again, and does not say that nothing was released.
  expect(await releaseBasket(db, { viewer: official, slug, ...last })).toMatchObject({
    ok: false,
    error: { code: 'moved', moved: { released: [one, three], gone: [] } },
  });
});

test('many at once write over no ruling that the official keeps in words of their own', async () => {
  const { slug, official, second, anna, bogdan } = await scene('basket-own-words');
  const [mine, theirs] = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.notice, op: 'delete' }),
  ];
  await collect(slug, official, mine, { reason: 'Długo pisany powód.' });
  await collect(slug, second, theirs, { reason: 'Cudzy powód.', step: 'save' });
  for (const step of ['collect', 'hand-in'] as const)
    expect(
      await decideMany(db, {
        viewer: official,
        slug,
        remarks: new Map([mine, theirs].map((number) => [number, 1])),
        decision: 'not-accepted',
        reason: 'Krótko.',
        againstVersion: 1,
        step,
      }),
    ).toEqual({ ok: false, error: { code: 'refused', remarks: [{ number: mine, code: 'own-words' }] } });
  const drafts = await db.rulingDraft.findMany({ where: { consultation: { slug } }, orderBy: { createdAt: 'asc' } });
  expect(drafts.map(({ reason, state }) => [reason, state])).toEqual([
    ['Długo pisany powód.', 'collected'],
    ['Cudzy powód.', 'draft'],
  ]);
});

test('one answer to a group is collected, in part with the same words for each amendment, and writes over nobody’s own words', async () => {
  const { slug, official, second, anna, bogdan, celina } = await scene('basket-group');
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.term, op: 'none', reason: 'Za krótko.' }),
    await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: celina, code: codes.term, text: term.replace('14 dni', '30 dni') }),
  ];
  const made = await createGroup(db, { viewer: official, slug, title: 'Dłużej', numbers });
  if (!made.ok) throw new Error(made.error.code);
  const members = new Map<number, number>();
  for (const number of numbers) members.set(number, (await remarkNow(db, slug, number)).revision);
  const final = term.replace('14 dni', '18 dni');
  const answer = {
    viewer: official,
    slug,
    group: made.value.number,
    groupRevision: 1,
    decision: 'accepted-in-part' as const,
    reason: 'Osiemnaście dni.',
    finals: new Map([[1, { text: final, anchorId: null }]]),
    againstVersion: 1,
    members,
  };
  await collect(slug, official, numbers[2]!, { decision: 'not-accepted', reason: 'Długo pisany powód.', step: 'save' });
  for (const step of ['hand-in', 'collect'] as const)
    expect(await ruleGroup(db, { ...answer, step })).toEqual({
      ok: false,
      error: { code: 'own-words', numbers: [numbers[2]] },
    });
  await db.rulingDraft.deleteMany({ where: { consultation: { slug } } });
  expect(await ruleGroup(db, { ...answer, reason: 'Krócej.', step: 'collect' })).toMatchObject({ ok: true });
  // The same decision and reason with other words of the text were written for that remark alone.
  const own = await db.rulingDraft.findFirstOrThrow({
    where: { remark: { number: numbers[2]!, consultation: { slug } } },
  });
  const words = { 1: { text: term.replace('14 dni', '25 dni'), anchorId: null } };
  await db.rulingDraft.update({ where: { id: own.id }, data: { finals: words } });
  const refused = await ruleGroup(db, { ...answer, reason: 'Krócej.', step: 'collect' });
  expect(refused).toEqual({ ok: false, error: { code: 'own-words', numbers: [numbers[2]] } });
  await db.rulingDraft.update({ where: { id: own.id }, data: { finals: own.finals as object } });
  // The answer that the form itself gave may be given in other words.
  expect(await ruleGroup(db, { ...answer, step: 'collect' })).toMatchObject({ ok: true, value: { version: null } });
  expect(await textNow(db, slug)).toContain('14 dni i obejmują');
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(final);
  // The remark without words of its own went along: what it asked for was done, and it is told so.
  for (const number of numbers)
    expect(await rulingOf(slug, number)).toMatchObject({ resultVersion: 2, clauseIds: [await idOf(slug, codes.term)] });
  expect((await rulingOf(slug, numbers[0]!))?.groupId).not.toBeNull();
  const told = await db.mailMessage.findFirstOrThrow({ where: { toEmail: anna.email }, orderBy: { id: 'desc' } });
  expect(told.body).toContain('18 dni');
  expect(told.body).not.toContain('nie zmieniło');
  expect(await differences(slug)).toEqual([]);

  // Under the rule of two it is handed in, approved and collected by another official, and refused to its author.
  const two = await scene('basket-group-two');
  const more = [
    await filed(db, { slug: two.slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug: two.slug, viewer: bogdan, code: codes.term, text: term21 }),
  ];
  await setFourEyes(db, { viewer: two.official, slug: two.slug, fourEyes: true });
  const group = await createGroup(db, { viewer: two.official, slug: two.slug, title: 'Dłużej', numbers: more });
  if (!group.ok) throw new Error(group.error.code);
  const shared = {
    ...answer,
    slug: two.slug,
    viewer: two.official,
    group: group.value.number,
    members: new Map(
      await Promise.all(
        more.map(async (number) => [number, (await remarkNow(db, two.slug, number)).revision] as const),
      ),
    ),
  };
  expect(await ruleGroup(db, { ...shared, step: 'collect' })).toEqual({ ok: false, error: { code: 'four-eyes' } });
  expect(await ruleGroup(db, { ...shared, step: 'hand-in' })).toMatchObject({ ok: true });
  expect(await ruleGroup(db, { ...shared, step: 'approve-collect' })).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  });
  expect(await ruleGroup(db, { ...shared, viewer: second, step: 'approve-collect' })).toMatchObject({ ok: true });
  expect(await release(two.slug, two.official)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await differences(two.slug)).toEqual([]);
});

test('several amendments are accepted in part at once, each in words of its own', async () => {
  const { slug, official, anna, bogdan } = await scene('bulk-part');
  const [longer, plain] = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: bogdan, code: codes.notice, op: 'none', reason: 'Także w gazecie.' }),
  ];
  const many = {
    viewer: official,
    slug,
    remarks: new Map([
      [longer, 1],
      [plain, 1],
    ]),
    decision: 'accepted-in-part' as const,
    reason: 'W części.',
    againstVersion: 1,
    step: 'collect' as const,
  };
  expect(await decideMany(db, many)).toEqual({
    ok: false,
    error: { code: 'refused', remarks: [{ number: longer, code: 'final-required' }] },
  });
  const final = term.replace('14 dni', '16 dni');
  const finals = new Map([[longer, new Map([[1, { text: final, anchorId: null }]])]]);
  expect(await decideMany(db, { ...many, finals })).toMatchObject({ ok: true });
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2, numbers: [longer, plain] } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(final);
  expect(await differences(slug)).toEqual([]);
});

test('new units behind one another stand as the preview shows them, in the order that was chosen, in bulk as well', async () => {
  const { slug, official, anna, bogdan } = await scene('basket-order');
  const insert = (viewer: Viewer, inserted: string) =>
    filed(db, { slug, viewer, code: codes.notice, op: 'insert-after', inserted });
  const [one, two] = [await insert(anna, 'Pierwszy nowy ustęp.'), await insert(bogdan, 'Drugi nowy ustęp.')];
  const remarks = new Map([
    [one, 1],
    [two, 1],
  ]);
  const many = { viewer: official, slug, remarks, decision: 'accepted' as const, reason: 'Tak.', againstVersion: 1 };
  const preview = await checkMany(db, many, await loadDraft(db, { slug }));
  if (!preview.ok) throw new Error(preview.error.code);
  const shown = preview.plan.result.flatMap(({ spans }) => spans.map(({ text }) => text));
  expect(shown).toEqual(['Pierwszy nowy ustęp.', 'Drugi nowy ustęp.']);
  expect(await decideMany(db, { ...many, step: 'collect' })).toMatchObject({ ok: true });
  const { rows } = await seen(slug);
  const named = (at: number) => ({ draftId: rows[at]!.id, draftRevision: rows[at]!.revision });
  expect(await moveInBasket(db, { viewer: official, slug, ...named(0), before: named(1) })).toMatchObject({
    ok: false,
  });
  expect(await moveInBasket(db, { viewer: official, slug, ...named(1), before: named(0) })).toMatchObject({ ok: true });
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2, numbers: [two, one] } });
  expect(await textNow(db, slug)).toMatch(/3\. Drugi nowy ustęp\.\n\n4\. Pierwszy nowy ustęp\./);
  expect(await differences(slug)).toEqual([]);

  const again = await scene('bulk-order');
  const numbers = [
    await filed(db, { slug: again.slug, viewer: anna, code: codes.notice, op: 'insert-after', inserted: 'Raz.' }),
    await filed(db, { slug: again.slug, viewer: bogdan, code: codes.notice, op: 'insert-after', inserted: 'Dwa.' }),
  ];
  expect(
    await decideMany(db, {
      ...many,
      viewer: again.official,
      slug: again.slug,
      remarks: new Map(numbers.map((number) => [number, 1])),
      step: 'decide',
    }),
  ).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await textNow(db, again.slug)).toMatch(/3\. Raz\.\n\n4\. Dwa\./);
  expect(await differences(again.slug)).toEqual([]);
});

test('the same insertion stays contained when a later version touches its clause, and does not enter twice', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('contained-twice');
  const words = 'Ogłoszenie jest też w internecie.';
  const insert = (viewer: Viewer) =>
    filed(db, { slug, viewer, code: codes.notice, op: 'insert-after', inserted: words });
  const [first, same] = [await insert(anna), await insert(bogdan)];
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  expect((await remarkNow(db, slug, same)).fit).toBe('contained');
  const other = await filed(db, {
    slug,
    viewer: celina,
    code: codes.notice,
    text: 'Ogłoszenie zamieszcza się na tablicy urzędu.',
  });
  await decide(db, { slug, viewer: official, number: other, decision: 'accepted' });
  expect((await remarkNow(db, slug, same)).fit).toBe('contained');
  expect(await decide(db, { slug, viewer: official, number: same, decision: 'accepted' })).toMatchObject({
    ok: true,
    value: { version: null },
  });
  expect((await textNow(db, slug)).split(words)).toHaveLength(2);
});

test('one of several that were released together is corrected alone: what the others brought stays', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('basket-corrected');
  const longer = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const twice = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwo });
  const same = await filed(db, { slug, viewer: celina, code: codes.term, text: termTwo });
  const insert = (viewer: Viewer, inserted: string) =>
    filed(db, { slug, viewer, code: codes.notice, op: 'insert-after', inserted });
  const [one, two] = [await insert(anna, 'Pierwszy nowy ustęp.'), await insert(bogdan, 'Drugi nowy ustęp.')];
  for (const number of [longer, twice, same, one, two]) await collect(slug, official, number);
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2 } });
  const correct = async (number: number) => {
    const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
    return correctRuling(db, {
      viewer: official,
      slug,
      number,
      decision: 'not-accepted',
      reason: 'Jednak nie.',
      why: 'Pomyłka.',
      finals: new Map(),
      ruling: (await rulingOf(slug, number)).id,
      againstVersion: version,
    });
  };
  expect(await correct(longer)).toMatchObject({ ok: true, value: { version: 3 } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(termTwo);
  expect(await correct(one)).toMatchObject({ ok: true, value: { version: 4 } });
  expect(await textNow(db, slug)).toMatch(/3\. Drugi nowy ustęp\.\n\n4\. Raport/);
  // Somebody else asked for the same: with that one in force the words stay.
  expect(await correct(twice)).toMatchObject({ ok: true, value: { version: null } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(termTwo);
  expect(await differences(slug)).toEqual([]);
});

test('a text with a new error is not released', async () => {
  const { slug, official, anna } = await scene('basket-lint');
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    text: 'Raport, o którym mowa w § 77 ust. 4, sporządza się w terminie 30 dni.',
  });
  await collect(slug, official, number);
  expect(await release(slug, official)).toMatchObject({ ok: false, error: { code: 'errors' } });
  expect(await db.version.count({ where: { consultation: { slug } } })).toBe(1);
});

test('only officials of the municipality see and change what is collected; a remark has one collected ruling', async () => {
  const { slug, official, second, anna, bogdan, id } = await scene('basket-rights');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21, now: during });
  await collect(slug, official, number);
  expect(await collect(slug, second, number)).toEqual({ ok: false, error: { code: 'collected', numbers: [number] } });
  const stranger = await makePerson(db, 'Obcy', { role: 'official', teryt: '1234567' });
  for (const viewer of [bogdan, stranger]) {
    await expect(release(slug, viewer)).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeOut(slug, viewer, number)).rejects.toMatchObject({ code: 'not-found' });
    await expect(loadBasket(db, { viewer, slug, consultation: { id, teryt, fourEyes: false } })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  // Decided at once by a colleague: what was collected is given up, with its line of the record.
  const draft = (await seen(slug)).rows[0]!;
  expect(await decide(db, { slug, viewer: second, number, decision: 'not-accepted' })).toMatchObject({ ok: true });
  expect(await db.rulingDraft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
    state: 'dropped',
    place: null,
  });
  expect(await eventsOf(db, draft.id)).toEqual(['draft-collected', 'draft-dropped']);
});

test('what is collected waits on the task list of the office until it is released', async () => {
  const { slug, id, official, anna } = await scene('basket-task');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const place = { id, teryt, slug, title: 'Zasady', answersDueAt: new Date('2026-12-30T22:59:00Z'), fourEyes: false };
  const tasks = async () =>
    (await officeTasks(db, { viewer: official, places: [place], now: during })).map(({ kind, count }) => [kind, count]);
  expect(await tasks()).toEqual([]);
  await collect(slug, official, number);
  expect(await tasks()).toEqual([['collected', 1]]);
  await release(slug, official);
  expect(await tasks()).toEqual([]);
});

test('an approval names at least one draft, and of a remark one alone', async () => {
  const { slug, official, second, anna } = await scene('approve-one-each');
  const third = await makePerson(db, 'Ewa', { role: 'official' });
  await db.roleGrant.create({ data: { userId: third.id, role: 'official', teryt, grantedById: third.id } });
  const approve = (drafts: { id: string; revision: number }[]) =>
    approveDrafts(db, { viewer: third, slug, drafts, againstVersion: 1, step: 'collect' });
  await expect(approveDrafts(db, { viewer: third, slug, drafts: [], againstVersion: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const [one, other] = [
    await collect(slug, official, number, { step: 'hand-in' }),
    await collect(slug, second, number, { step: 'hand-in', reason: 'Inny powód.' }),
  ];
  if (!one.ok || !other.ok) throw new Error('not handed in');
  const [a, b] = [one, other].map(({ value }) => ({ id: value.draftId, revision: 1 }));
  for (const drafts of [
    [a!, b!],
    [a!, a!],
  ])
    expect(await approve(drafts)).toEqual({ ok: false, error: { number, code: 'not-allowed' } });
  expect((await seen(slug)).seen).toEqual([]);
  expect(await approve([a!])).toMatchObject({ ok: true });
  expect(await differences(slug)).toEqual([]);
});

test('the words that a register had for a decision do not go with another one', async () => {
  const { slug, official, second, anna } = await scene('register-words');
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, { slug, viewer: anna, code: codes.last, op: 'delete' }),
  ];
  for (const number of numbers) {
    const kept = await collect(slug, official, number, { step: 'save' });
    if (!kept.ok) throw new Error(kept.error.code);
    await db.rulingDraft.update({
      where: { id: kept.value.draftId },
      data: { decisionWords: 'Uwzględniona w całości' },
    });
  }
  await collect(slug, official, numbers[0]!, { decision: 'not-accepted' });
  await collect(slug, official, numbers[1]!);
  expect(await release(slug, second)).toMatchObject({ ok: true });
  expect((await rulingOf(slug, numbers[0]!)).decisionWords).toBeNull();
  expect((await rulingOf(slug, numbers[1]!)).decisionWords).toBe('Uwzględniona w całości');
});

test('words that several rulings brought together go with the last of them, beside words of a unit that was gone', async () => {
  const { slug, official, anna, bogdan } = await scene('basket-all-corrected');
  const before = await textNow(db, slug);
  const insert = (viewer: Viewer) =>
    filed(db, { slug, viewer, code: codes.notice, op: 'insert-after', inserted: 'Nowy ustęp.' });
  const lost = await filed(db, { slug, viewer: bogdan, code: codes.report, text: 'Raport sporządza się w 20 dni.' });
  const struck = await filed(db, { slug, viewer: anna, code: codes.report, op: 'delete' });
  const numbers = [
    await insert(anna),
    await insert(bogdan),
    await filed(db, { slug, viewer: anna, code: codes.term, text: term21 }),
    await filed(db, {
      slug,
      viewer: bogdan,
      code: codes.term,
      text: term21.replace('jedno spotkanie', 'dwa spotkania'),
    }),
    await filed(db, { slug, viewer: anna, code: codes.last, op: 'delete' }),
    await filed(db, { slug, viewer: bogdan, code: codes.last, op: 'delete' }),
  ];
  await decide(db, { slug, viewer: official, number: struck, decision: 'accepted' });
  const shorter = await textNow(db, slug);
  expect(shorter).not.toBe(before);
  for (const number of numbers) expect(await collect(slug, official, number)).toMatchObject({ ok: true });
  const words = { text: 'Raport sporządza się w 20 dni.', anchorId: await idOf(slug, codes.notice) };
  const remark = await remarkNow(db, slug, lost);
  expect(
    await saveDraft(db, {
      viewer: official,
      slug,
      number: lost,
      decision: 'accepted-in-part',
      reason: 'W innym miejscu.',
      finals: new Map([[1, words]]),
      againstVersion: 2,
      remarkRevision: remark.revision,
      step: 'collect',
      draftRevision: 0,
    }),
  ).toMatchObject({ ok: true });
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 3 } });
  expect(await textNow(db, slug)).toContain('20 dni');
  for (const number of [...numbers, lost]) {
    const { version: againstVersion } = await db.consultation.findUniqueOrThrow({ where: { slug } });
    const holds = (await remarkNow(db, slug, number)).rulings.find(({ replacedAt }) => replacedAt === null)!;
    expect(
      await correctRuling(db, {
        viewer: official,
        slug,
        number,
        decision: 'not-accepted',
        reason: 'Jednak nie.',
        why: 'Pomyłka.',
        finals: new Map(),
        ruling: holds.id,
        againstVersion,
      }),
      String(number),
    ).toMatchObject({ ok: true });
    expect(await differences(slug)).toEqual([]);
  }
  expect(await textNow(db, slug)).toBe(shorter);
});

test('however many rulings and amendments of one person a release is about, they get one letter of each kind, with an address for every reason', async () => {
  const { slug, official, anna, bogdan } = await scene('basket-long-letters');
  const numbers: number[] = [];
  for (let at = 1; at <= 43; at += 1)
    numbers.push(
      await filed(db, { slug, viewer: anna, code: codes.report, op: 'none', reason: `Prośba nr ${at}, długa.` }),
    );
  const longer = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  // Two open amendments of one person that the version touches.
  for (const text of [termTwo, term.replace('14 dni', '30 dni')])
    await filed(db, { slug, viewer: bogdan, code: codes.term, text });
  expect(
    await decideMany(db, {
      viewer: official,
      slug,
      remarks: new Map(numbers.map((number) => [number, 1])),
      decision: 'answered',
      reason: 'Wyjaśnienie.',
      againstVersion: 1,
      step: 'collect',
    }),
  ).toMatchObject({ ok: true });
  await collect(slug, official, longer);
  expect(await release(slug, official)).toMatchObject({ ok: true, value: { version: 2 } });
  const of = async (viewer: Viewer, kind: string) =>
    (await db.mailMessage.findMany({ where: { toEmail: viewer.email, dedupeKey: { startsWith: kind } } })).map(
      ({ body }) => body,
    );
  const [rulings, ...more] = await of(anna, 'ruling');
  expect(more).toEqual([]);
  for (const number of [...numbers, longer]) expect(rulings).toMatch(new RegExp(`/uwagi/${number}\\s`));
  expect(rulings!.split('Wyjaśnienie.').length - 1).toBe(40);
  expect(rulings).toContain('Jeszcze 4 stanowiska. Uzasadnienie każdego jest na stronie uwagi:');
  const touched = await of(bogdan, 'fit');
  expect(touched).toHaveLength(1);
  expect(touched[0]).toContain('„Zasady konsultacji”. Zmienia przepisy, których dotyczą 2 Twoje poprawki.');
});

test('who answers for a collected ruling is an official still, and under the rule of two an order changed by one is released by another', async () => {
  const { slug, official, second, anna, bogdan } = await scene('basket-signatory');
  const insert = (viewer: Viewer, inserted: string) =>
    filed(db, { slug, viewer, code: codes.notice, op: 'insert-after', inserted });
  const [one, two] = [await insert(anna, 'Pierwszy nowy ustęp.'), await insert(bogdan, 'Drugi nowy ustęp.')];
  await collect(slug, second, one);
  await collect(slug, official, two);
  await db.roleGrant.updateMany({ where: { userId: second.id }, data: { revokedAt: during } });
  expect(await release(slug, official)).toEqual({
    ok: false,
    error: { code: 'problems', problems: [{ number: one, code: 'signatory' }] },
  });
  await db.roleGrant.updateMany({ where: { userId: second.id }, data: { revokedAt: null } });
  await db.consultation.update({ where: { slug }, data: { fourEyes: true } });
  await db.rulingDraft.updateMany({
    where: { consultation: { slug }, draftedById: second.id },
    data: { reviewedById: official.id, reviewedByName: official.displayName },
  });
  await db.rulingDraft.updateMany({
    where: { consultation: { slug }, draftedById: official.id },
    data: { reviewedById: second.id, reviewedByName: second.displayName },
  });
  const { rows } = await seen(slug);
  const named = (at: number) => ({ draftId: rows[at]!.id, draftRevision: rows[at]!.revision });
  expect(await moveInBasket(db, { viewer: official, slug, ...named(1), before: named(0) })).toMatchObject({ ok: true });
  expect(await release(slug, official)).toEqual({
    ok: false,
    error: { code: 'problems', problems: [{ number: two, code: 'order' }] },
  });
  // A third official releases: each ruling keeps the name of who made it, the record says who released them.
  const third = await makePerson(db, 'Ewa', { role: 'official' });
  await db.roleGrant.create({ data: { userId: third.id, role: 'official', teryt, grantedById: third.id } });
  expect(await release(slug, third)).toMatchObject({ ok: true, value: { numbers: [two, one] } });
  expect(await rulingOf(slug, one)).toMatchObject({ madeById: official.id, draftedById: second.id });
  expect(await rulingOf(slug, two)).toMatchObject({ madeById: second.id, draftedById: official.id });
  expect(
    await db.event.findMany({
      where: { kind: 'rulings-released', subjectId: (await loadDraft(db, { slug })).consultationId },
      select: { actorId: true },
    }),
  ).toEqual([{ actorId: third.id }]);
});
