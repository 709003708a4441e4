import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteScope } from '#app/db/revision.server.ts';
import { readRevision } from '#tests/setup/revision.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { importTerc } from './import-terc.server.ts';
import { loadRegister } from './load-register.server.ts';
import { getMunicipalityPage } from './municipality-page.server.ts';
import { parseRegisterFile } from './register-file.ts';
import { searchMunicipalities } from './search.server.ts';

const root = process.cwd();
const db = await testDb();
await loadRegister(db, root);
const search = (q: string, page = 1, voivodeship = '') => searchMunicipalities(db, { q, voivodeship, page });
const names = async (q: string) => (await search(q)).rows.map((row) => row.name);

test('the register file has the whole country and says where it is from', () => {
  const folder = join(root, 'app/municipalities/data');
  const rows = parseRegisterFile(readFileSync(join(folder, 'teryt-gminy.csv'), 'utf8'));
  const about = JSON.parse(readFileSync(join(folder, 'teryt-gminy.json'), 'utf8')) as Record<string, unknown>;
  expect(rows).toHaveLength(2477);
  expect(about).toMatchObject({ rows: 2477, stateOn: '2023-01-01' });
  expect(new Set(rows.map((row) => row.voivodeship)).size).toBe(16);
  expect(rows.filter((row) => row.countyRights)).toHaveLength(66);
  expect(rows.map((row) => row.kind).filter((kind) => kind === 'urban')).toHaveLength(302);
});

test('loading fills an empty database and leaves a filled one alone', async () => {
  expect(await db.municipality.count()).toBe(2477);
  expect(await loadRegister(db, root)).toBe(0);
});

test.each([
  ['Lodz', 'Łódź'],
  ['ŁÓDŹ', 'Łódź'],
  ['częst', 'Częstochowa'],
  ['czest', 'Częstochowa'],
  ['gora kalwaria', 'Góra Kalwaria'],
  ['GORA-KALWARIA', 'Góra Kalwaria'],
  ['zory', 'Żory'],
])('„%s” finds %s first', async (q, first) => {
  expect((await names(q))[0]).toBe(first);
});

test('the exact name comes before longer ones, and namesakes are told apart by kind', async () => {
  const { rows } = await search('boleslawiec');
  expect(rows.slice(0, 3).map((row) => [row.name, row.kind, row.county])).toEqual([
    ['Bolesławiec', 'urban', 'bolesławiecki'],
    ['Bolesławiec', 'rural', 'bolesławiecki'],
    ['Bolesławiec', 'rural', 'wieruszowski'],
  ]);
});

test('a county finds all its municipalities, a name together with a county finds one', async () => {
  expect((await search('bolesławiecki')).count).toBe(6);
  expect(await names('boleslawiec wierusz')).toEqual(['Bolesławiec']);
});

test('a code finds by its beginning', async () => {
  expect((await search('2464011')).rows.map((row) => row.name)).toEqual(['Częstochowa']);
  expect((await search('0201')).rows.every((row) => row.teryt.startsWith('0201'))).toBe(true);
});

test('signs of the database language are only signs', async () => {
  expect((await search('%')).count).toBe(0);
  expect((await search('')).count).toBe(2477);
  expect((await search("o'x_%")).count).toBe(0);
});

test('the list is in Polish order and pages do not overlap', async () => {
  const [one, two] = [await search('', 1), await search('', 2)];
  expect(one.pages).toBe(Math.ceil(one.count / 50));
  const both = [...one.rows, ...two.rows];
  expect(new Set(both.map((row) => row.teryt)).size).toBe(100);
  expect(both.map((row) => row.name)).toEqual(both.map((row) => row.name).sort(new Intl.Collator('pl').compare));
  expect((await search('', 9_999)).page).toBe(one.pages);
  expect((await search('', Number.NaN)).page).toBe(1);
});

test('a voivodeship narrows the list', async () => {
  const list = await search('', 1, 'śląskie');
  expect(list.count).toBe(167);
  expect(list.voivodeships).toHaveLength(16);
});

test('the page of a town names the villages around it', async () => {
  const page = await getMunicipalityPage(db, '0201011');
  expect(page).toMatchObject({
    name: 'Bolesławiec',
    kind: 'urban',
    population: 37_522,
    areaKm2: 22.85,
    twin: { teryt: '0201022', kind: 'rural' },
    goneBy: null,
    hasOfficials: false,
  });
});

test.each(['0000000', '020101', 'x', '0201011 '])('there is no page of %s', async (teryt) => {
  await expect(getMunicipalityPage(db, teryt)).rejects.toMatchObject({ code: 'not-found' });
});

test('the page sorts consultations by what can be done now and shows published scorecards only', async () => {
  const teryt = '0201032';
  const at = (days: number) => new Date(Date.now() + days * 86_400_000);
  const consult = (slug: string, closes: number) =>
    db.consultation.create({
      data: {
        teryt,
        slug,
        title: slug,
        summary: '',
        head: {},
        opensAt: at(closes - 20),
        closesAt: at(closes),
        answersDueAt: at(closes + 14),
        createdById: '01a20193-0000-7000-8000-000000000001',
      },
    });
  await consult('zapowiedziana', 30);
  await consult('otwarta', 5);
  await consult('po-terminie', -1);
  await consult('dawna', -100);
  const team = await db.team.create({ data: { slug: 't', name: 'Zespół', contact: 'x' } });
  const methodology = await db.methodology.create({ data: { key: 'm', version: '1', json: {}, hash: 'h' } });
  for (const [slug, state, publishedAt] of [
    ['published', 'frozen', at(-1)],
    ['scheduled', 'frozen', at(1)],
    ['coding', 'coding', null],
  ] as const) {
    const edition = await db.edition.create({
      data: {
        slug,
        teamId: team.id,
        methodologyId: methodology.id,
        titlePl: slug,
        titleEn: slug,
        measuredFrom: '2025-01-01',
        measuredTo: '2025-12-31',
        state,
        publishedAt,
      },
    });
    await db.scorecard.create({ data: { teryt, editionId: edition.id, json: {}, hash: 'h' } });
  }
  const page = await getMunicipalityPage(db, teryt);
  expect([page.open, page.deciding, page.closed].map((rows) => rows.map((row) => row.slug))).toEqual([
    ['zapowiedziana', 'otwarta'],
    ['po-terminie'],
    ['dawna'],
  ]);
  expect(page.scorecards.map((row) => row.edition)).toEqual(['published']);
});

const terc = (...lines: string[]) =>
  [
    'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA',
    '02;;;;DOLNOŚLĄSKIE;województwo;2026-01-01',
    '02;01;;;bolesławiecki;powiat;2026-01-01',
    ...lines,
  ].join('\r\n');

test('a bad file changes nothing', async () => {
  const before = await db.municipality.findMany({ orderBy: { teryt: 'asc' } });
  const revision = await readRevision(db, siteScope);
  const result = await importTerc(db, {
    text: terc('02;01;01;1;Zmieniona;gmina miejska;2026-01-01', '02;01;0x;1;Zła;gmina miejska;2026-01-01'),
  });
  expect(result).toEqual({ ok: false, error: { code: 'file', line: 5, message: 'GMI is "0x", two digits expected' } });
  expect(await db.municipality.findMany({ orderBy: { teryt: 'asc' } })).toEqual(before);
  expect(await readRevision(db, siteScope)).toBe(revision);
});

test('a newer file adds and updates, keeps what vanished and says so', async () => {
  await db.municipality.create({
    data: {
      teryt: '9900011',
      name: 'Próbna',
      kind: 'urban',
      county: 'próbny',
      voivodeship: 'próbne',
      isDemo: true,
      searchKey: 'probna',
      stateOn: '2020-01-01',
    },
  });
  const revision = await readRevision(db, siteScope);
  const result = await importTerc(db, {
    text: terc(
      '02;01;01;1;Bolesławiec Nowy;gmina miejska;2026-01-01',
      '02;01;03;3;Gromadka;gmina miejsko-wiejska;2026-01-01',
      '02;01;04;3;Nowogrodziec;gmina miejsko-wiejska;2026-01-01',
      '02;01;99;2;Żabia;gmina wiejska;2026-01-01',
    ),
  });
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  const { value } = result;
  expect(value).toMatchObject({ stateOn: '2026-01-01', total: 4, unchanged: 1 });
  expect(value.added.map((row) => row.teryt)).toEqual(['0201033', '0201992']);
  expect(value.changed).toEqual([{ teryt: '0201011', name: 'Bolesławiec Nowy', county: 'bolesławiecki' }]);
  expect(value.vanished).toHaveLength(2475);
  expect(value.vanished.find((row) => row.teryt === '0201032')).toMatchObject({ name: 'Gromadka', now: '0201033' });
  expect(await db.municipality.findUniqueOrThrow({ where: { teryt: '0201011' } })).toMatchObject({
    name: 'Bolesławiec Nowy',
    population: 37_522,
    stateOn: '2026-01-01',
  });
  expect(await db.municipality.count()).toBe(2477 + 2 + 1);
  expect(await readRevision(db, siteScope)).not.toBe(revision);
  expect(await db.event.count({ where: { kind: 'register.imported' } })).toBe(1);
});

test('what vanished is marked in lists and on its page; what is invented is not', async () => {
  const rows = (await search('gromadka')).rows;
  expect(rows.map((row) => [row.teryt, row.isFormer]).sort()).toEqual([
    ['0201032', true],
    ['0201033', false],
  ]);
  expect((await getMunicipalityPage(db, '0201032')).goneBy).toBe('2026-01-01');
  expect((await search('probna')).rows.map((row) => [row.isDemo, row.isFormer])).toEqual([[true, false]]);
});

test('the same file again changes nothing, an older one is refused', async () => {
  const text = terc('02;01;99;2;Żabia;gmina wiejska;2026-01-01');
  const again = await importTerc(db, { text });
  expect(again.ok && [again.value.added, again.value.changed]).toEqual([[], []]);
  expect(await importTerc(db, { text: text.replaceAll('2026', '2025') })).toEqual({
    ok: false,
    error: { code: 'older', file: '2025-01-01', here: '2026-01-01' },
  });
});
