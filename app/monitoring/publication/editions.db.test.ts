import { expect, test } from 'vitest';
import { declareNothing, makeEdition, makeTeam, method } from '#tests/fixtures/monitoring-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { createEdition, type CreateEditionInput } from './create-edition.server.ts';
import { addMunicipalities, removeMunicipality } from './edition-municipalities.server.ts';
import { searchMunicipalities } from './resolve-municipalities.server.ts';
import { saveCoding } from '../fieldwork/save-coding.server.ts';
import { getBoard, listDesk } from '../fieldwork/team-queries.server.ts';

const db = await testDb();

async function named(teryt: string, name: string, county: string, isDemo = false) {
  const searchKey = `${name} ${county}`.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
  await db.municipality.upsert({
    where: { teryt },
    update: {},
    create: {
      teryt,
      name,
      kind: 'rural',
      county,
      voivodeship: 'testowe',
      population: 5000,
      searchKey,
      stateOn: '2026-01-01',
      isDemo,
    },
  });
}
await named('9903012', 'Brzozowa Łąka', 'pierwszy');
await named('9903022', 'Dębowo', 'pierwszy');
await named('9904022', 'Dębowo', 'drugi');

async function scene() {
  const team = await makeTeam(db);
  const { slug } = await makeEdition(db, { ...team, teryts: ['9902012'] });
  const input = (changes: Partial<CreateEditionInput> = {}): CreateEditionInput => ({
    viewer: team.lead,
    teamId: team.teamId,
    titlePl: 'Nowa edycja',
    titleEn: 'New edition',
    methodology: method,
    measuredFrom: '2025-01-01',
    measuredTo: '2025-12-31',
    municipalities: '',
    doubleShare: 0,
    ...changes,
  });
  return { ...team, slug, input };
}

test('only the lead opens an edition; its address never collides with another or with the desk itself', async () => {
  const { member, input } = await scene();
  await expect(createEdition(db, input({ viewer: member }))).rejects.toMatchObject({ code: 'not-found' });
  const [first, second] = [await createEdition(db, input()), await createEdition(db, input())];
  expect(first).toEqual({ ok: true, slug: 'nowa-edycja-2' });
  expect(second).toEqual({ ok: true, slug: 'nowa-edycja-3' });
});

test('municipalities are named by code or by name, without regard to case and diacritics; nothing is guessed', async () => {
  const { lead, slug } = await scene();
  expect(await addMunicipalities(db, { viewer: lead, slug, municipalities: 'brzozowa laka\n9904022' })).toEqual({
    ok: true,
    added: 2,
  });
  const refused = await addMunicipalities(db, { viewer: lead, slug, municipalities: 'Dębowo\nNigdzie' });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      lines: [
        { line: 'Dębowo', code: 'ambiguous', options: [{ teryt: '9903022' }, { teryt: '9904022' }] },
        { line: 'Nigdzie', code: 'unknown' },
      ],
    },
  });
  expect((await getBoard(db, { viewer: lead, slug })).rows).toHaveLength(3);
  const add = (municipalities: string) => addMunicipalities(db, { viewer: lead, slug, municipalities });
  expect(await add('Dębowo (pierwszy)')).toEqual({ ok: true, added: 1 });
  // A code without the digit of its kind, and a county as a whole.
  expect(await add('990301')).toEqual({ ok: true, added: 0 });
  expect(await add('powiat Pierwszy, testowe')).toEqual({ ok: true, added: 0 });
  expect(await add('powiat trzeci')).toMatchObject({ error: { lines: [{ code: 'unknown' }] } });
});

test('a municipality with an answer stays; one without can be taken out', async () => {
  const { lead, slug } = await scene();
  await addMunicipalities(db, { viewer: lead, slug, municipalities: '9903012' });
  await declareNothing(db, [lead], ['9903012']);
  await saveCoding(db, {
    viewer: lead,
    slug,
    teryt: '9903012',
    indicator: 'P03',
    state: 'not_assessed',
    level: null,
    reason: 'Brak',
    requestedOn: null,
    evidence: [],
    revision: 0,
  });
  expect(await removeMunicipality(db, { viewer: lead, slug, teryt: '9903012', assigned: 0 })).toEqual({
    ok: false,
    error: { code: 'has-answers' },
  });
  expect(await removeMunicipality(db, { viewer: lead, slug, teryt: '9902012', assigned: 1 })).toEqual({
    ok: false,
    error: { code: 'assigned' },
  });
  expect(await removeMunicipality(db, { viewer: lead, slug, teryt: '9902012', assigned: 0 })).toEqual({ ok: true });
  expect(await removeMunicipality(db, { viewer: lead, slug, teryt: '9902012', assigned: 0 })).toEqual({
    ok: false,
    error: { code: 'gone' },
  });
});

test('a demonstration team measures invented municipalities only', async () => {
  const { lead, teamId, input } = await scene();
  await named('9905012', 'Zmyślone', 'trzeci', true);
  await db.team.update({ where: { id: teamId }, data: { isDemo: true } });
  expect(await createEdition(db, input({ viewer: lead, municipalities: 'Brzozowa Łąka' }))).toMatchObject({
    ok: false,
    error: { lines: [{ code: 'not-demo' }] },
  });
  expect(await createEdition(db, input({ viewer: lead, municipalities: 'Zmyślone' }))).toMatchObject({ ok: true });
  expect(await searchMunicipalities(db, { words: 'brzoz', isDemo: true })).toEqual([]);
});

test("search finds parts of name and county; the desk shows only the viewer's own teams", async () => {
  const { lead, outsider, slug } = await scene();
  expect((await searchMunicipalities(db, { words: 'łąka pierw', isDemo: false })).map((found) => found.teryt)).toEqual([
    '9903012',
  ]);
  expect(
    (await listDesk(db, { viewer: lead })).flatMap((team) => team.editions.map((edition) => edition.slug)),
  ).toEqual([slug]);
  expect((await listDesk(db, { viewer: outsider })).flatMap((team) => team.editions)).toEqual([]);
});
