import { expect, test } from 'vitest';
import { answer, makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { addMunicipalities } from '../publication/edition-municipalities.server.ts';
import { previewPublication } from '../publication/preview-publication.server.ts';
import { publishEdition } from '../publication/publish-edition.server.ts';
import { saveCodings } from './save-codings.server.ts';
import { getBoard, getCodingPage, getUnit } from './team-queries.server.ts';
import { adjudicate } from './adjudicate.server.ts';
import { getAdjudicationPage } from './adjudication-page.server.ts';
import { assign } from './assign.server.ts';
import { drawDoubleCells } from './double-draw.ts';
import { handIn } from './hand-in.server.ts';

const db = await testDb();

async function scene() {
  const team = await makeFieldTeam(db);
  const { slug, teryt } = team;
  const code = (viewer: typeof team.member, level: number, indicator = 'T01') =>
    saveCodings(db, { viewer, slug, teryt, answers: [answer(indicator, level)] });
  const hand = (viewer: typeof team.member) => handIn(db, { viewer, slug, teryt, area: 'T' });
  const decide = (viewer: typeof team.member, reason = 'Spełnione jest drugie zdanie.') =>
    adjudicate(db, { viewer, slug, teryt, indicator: 'T01', state: 'scored', level: 1, reason });
  const events = (kind: string) => db.event.count({ where: { editionId: team.editionId, kind } });
  return { ...team, code, hand, decide, events };
}

test('the drawn cells are those of the logged seed, also of a municipality that joins later', async () => {
  const { lead, slug, editionId, methodology, teryt } = await makeFieldTeam(db, { doubleShare: 20 });
  await db.municipality.upsert({
    where: { teryt: '9902032' },
    update: {},
    create: {
      teryt: '9902032',
      name: 'Późna',
      kind: 'rural',
      county: 'testowy',
      voivodeship: 'testowe',
      searchKey: 'pozna',
      stateOn: '2026-01-01',
    },
  });
  expect(await addMunicipalities(db, { viewer: lead, slug, municipalities: '9902032' })).toMatchObject({
    ok: true,
    added: 1,
  });
  const event = await db.event.findFirstOrThrow({ where: { editionId, kind: 'edition-created' } });
  const { doubleSeed: seed, doubleShare: share } = event.data as { doubleSeed: number; doubleShare: number };
  for (const each of [teryt, '9902032']) {
    const stored = await db.doubleCell.findMany({ where: { editionId, teryt: each }, select: { indicator: true } });
    expect(stored.map((cell) => cell.indicator).sort()).toEqual(
      drawDoubleCells({ seed, share, teryt: each, indicators: methodology.indicators.map((one) => one.id) }).sort(),
    );
  }
});

test('neither coder sees the other before both have handed in: not on the page, the list, the board, nor in the queue', async () => {
  const { member, second, lead, reviewer, slug, teryt, code, hand } = await scene();
  await code(member, 2);
  const see = async (viewer: typeof member) => await getCodingPage(db, { viewer, slug, teryt, indicator: 'T01' });
  const told = async (viewer: typeof member) =>
    JSON.stringify([
      await see(viewer),
      await getUnit(db, { viewer, slug, teryt }),
      await getBoard(db, { viewer, slug }),
      await getAdjudicationPage(db, { viewer, slug, teryt: null, indicator: null }),
    ]);
  for (const viewer of [second, lead, reviewer]) expect(await told(viewer)).not.toContain('znak-2');
  await hand(member);
  await code(second, 1);
  expect((await see(second)).coding?.level).toBe(1);
  for (const viewer of [second, lead, reviewer]) expect(await told(viewer)).not.toContain('znak-2');
  await hand(second);
  expect((await see(second)).other?.level).toBe(2);
  expect(await told(reviewer)).toContain('znak-2');
});

test('nothing changes once handed in, a third coding has no place, and each step leaves one event', async () => {
  const { member, second, lead, reviewer, slug, teryt, code, hand, events } = await scene();
  expect(await hand(member)).toEqual({ ok: false, error: { code: 'nothing' } });
  await code(member, 2);
  await hand(member);
  expect(await hand(member)).toEqual({ ok: false, error: { code: 'nothing' } });
  expect(
    await saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 3, { revision: 1 })] }),
  ).toMatchObject({ ok: false, error: { code: 'handed-in' } });
  await code(second, 1);
  expect(await code(lead, 1)).toMatchObject({ ok: false, error: { code: 'taken' } });
  expect(await code(reviewer, 1)).toMatchObject({ ok: false, error: { code: 'reviewer' } });
  expect([await events('coding-saved'), await events('codings-handed-in')]).toEqual([2, 1]);
});

test('a difference is decided once, with a reason, by somebody who coded nothing of it; both codings stay', async () => {
  const { member, second, lead, reviewer, outsider, editionId, code, hand, decide, events } = await scene();
  await code(member, 2);
  await hand(member);
  await code(second, 1);
  expect(await decide(reviewer)).toEqual({ ok: false, error: { code: 'not-ready' } });
  await hand(second);
  expect(await decide(reviewer, '  ')).toEqual({ ok: false, error: { code: 'reason-missing' } });
  expect(await decide(second)).toEqual({ ok: false, error: { code: 'member' } });
  await expect(decide(outsider)).rejects.toMatchObject({ code: 'not-found' });
  const both = await Promise.all([decide(reviewer), decide(lead)]);
  expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
  expect(await decide(reviewer)).toEqual({ ok: false, error: { code: 'decided' } });
  expect(
    (await db.coding.findMany({ where: { editionId }, orderBy: { slot: 'asc' } })).map((coding) => coding.level),
  ).toEqual([2, 1]);
  expect(await events('cell-adjudicated')).toBe(1);
});

test('a lead who coded the cell does not decide on it', async () => {
  const { lead, second, code, hand, decide } = await scene();
  await code(lead, 2);
  await hand(lead);
  await code(second, 1);
  await hand(second);
  expect(await decide(lead)).toEqual({ ok: false, error: { code: 'own-coding' } });
});

test('publication waits for the second coder and for every decision', async () => {
  const { member, second, lead, slug, code, hand } = await scene();
  await code(member, 2);
  await hand(member);
  await code(second, 1);
  await hand(second);
  const preview = await previewPublication(db, { viewer: lead, slug });
  expect(preview.bars).toEqual([{ code: 'double-coding', count: 36 }]);
  expect(await publishEdition(db, { viewer: lead, slug, stamp: preview.stamp })).toEqual({
    ok: false,
    error: { code: 'double-coding' },
  });
});

test('an assignment decides who codes, and refuses one person twice, a reviewer, and strangers', async () => {
  const { lead, member, second, reviewer, outsider, slug, teryt, code } = await scene();
  const give = (part: 1 | 2, userId: string | null, viewer = lead) =>
    assign(db, { viewer, slug, teryt, area: 'T', part, userId });
  expect(await give(1, member.id)).toEqual({ ok: true });
  expect(await give(2, member.id)).toEqual({ ok: false, error: { code: 'same-person' } });
  expect(await give(2, reviewer.id)).toEqual({ ok: false, error: { code: 'not-coder' } });
  expect(await give(2, outsider.id)).toEqual({ ok: false, error: { code: 'not-coder' } });
  await expect(give(2, second.id, member)).rejects.toMatchObject({ code: 'not-found' });
  expect(await give(2, second.id)).toEqual({ ok: true });
  const third = await makePerson(db, { role: 'member', teamId: member.grants[0]?.teamId ?? '' });
  expect(await code(third, 1)).toMatchObject({ ok: false, error: { code: 'not-assigned' } });
  expect(await code(second, 1)).toMatchObject({ ok: true });
  expect(await give(1, second.id)).toEqual({ ok: false, error: { code: 'same-person' } });
});

test('a sending that arrives twice is saved once', async () => {
  const { member, slug, teryt, editionId } = await scene();
  const sent = { viewer: member, slug, teryt, answers: [answer('T01', 2, { key: crypto.randomUUID() })] };
  const results = await Promise.all([saveCodings(db, sent), saveCodings(db, sent)]);
  expect(results).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await saveCodings(db, { ...sent, answers: [answer('T01', 2)] })).toMatchObject({ ok: true });
  expect(await saveCodings(db, { ...sent, answers: [answer('T01', 3)] })).toMatchObject({
    ok: false,
    error: { code: 'conflict', current: { level: 2 } },
  });
  expect(await db.codingSave.count({ where: { coding: { editionId } } })).toBe(1);
});
