import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCounters } from '#app/db/revision.server.ts';
import { fileExample, makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { addMunicipalities, removeMunicipality } from './edition-municipalities.server.ts';
import { getPublishedEdition, getScorecard, listEditions } from '../access/edition-queries.server.ts';
import { loadMethodology } from '../access/load-methodologies.server.ts';
import { previewPublication } from './preview-publication.server.ts';
import { publishEdition } from './publish-edition.server.ts';
import { saveCoding } from '../fieldwork/save-coding.server.ts';

const db = await testDb();
const [full, thin] = ['9902012', '9902022'];

async function scene() {
  const team = await makeTeam(db);
  const { slug, methodology } = await makeEdition(db, { ...team, teryts: [full, thin] });
  await fileExample(db, { viewer: team.member, slug, teryt: full, methodology });
  const stamp = async () => (await previewPublication(db, { viewer: team.lead, slug })).stamp;
  return { ...team, slug, methodology, stamp };
}

test('the effects name answers, gaps and municipalities without enough data', async () => {
  const { lead, slug } = await scene();
  expect(await previewPublication(db, { viewer: lead, slug })).toMatchObject({
    municipalities: 2,
    questions: 72,
    complete: 36,
    incomplete: 0,
    unanswered: 36,
    notApplicable: 2,
    notAssessed: 1,
    withTotal: 1,
    withoutTotal: [{ teryt: thin, coverage: 0 }],
  });
});

test('the published scorecard has the numbers of the worked example, exactly', async () => {
  const { lead, slug, stamp } = await scene();
  expect(await publishEdition(db, { viewer: lead, slug, stamp: await stamp() })).toMatchObject({
    ok: true,
    scorecards: 2,
  });
  const { document } = await getScorecard(db, { slug, teryt: full });
  expect(document.total).toMatchObject({
    exact: '156275/3159',
    display: '49.5',
    lowDisplay: '47.7',
    highDisplay: '52.0',
  });
  const figures = document.areas.map(({ id, score, earned, counted }) => [
    id,
    score.exact,
    score.display,
    earned,
    counted,
  ]);
  expect(figures).toEqual([
    ['T', '4700/81', '58.0', '47/3', '27'],
    ['I', '1900/39', '48.7', '38/3', '26'],
    ['P', '125/3', '41.7', '25/3', '20'],
  ]);
  expect(document.band).toEqual({ id: 'C', min: 40, max: 60, nearBorder: false });
  expect(document.standing).toMatchObject({ rank: 1, of: 1, p05: 1, p95: 1 });
  expect(document.indicators.find((each) => each.id === 'I05')).toMatchObject({
    level: 1,
    points: '33.33',
    earned: '1',
    coder: 'member',
    state: 'scored',
  });
  const empty = await getScorecard(db, { slug, teryt: thin });
  expect(empty.document).toMatchObject({ total: { display: null }, standing: null, band: null });
});

test('every hash is that of the file a reader downloads', async () => {
  const { lead, slug, stamp } = await scene();
  await publishEdition(db, { viewer: lead, slug, stamp: await stamp() });
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const { manifest, manifestHash } = await getPublishedEdition(db, { slug });
  const { document, hash } = await getScorecard(db, { slug, teryt: full });
  expect(sha(canonicalJson(document))).toBe(hash);
  expect(sha(canonicalJson(manifest))).toBe(manifestHash);
  expect(manifest.municipalities.find((row) => row.teryt === full)?.hash).toBe(hash);
});

test('after publication nothing of the edition changes any more', async () => {
  const { lead, member, slug, stamp } = await scene();
  const before = await stamp();
  await publishEdition(db, { viewer: lead, slug, stamp: before });
  const late = {
    viewer: member,
    slug,
    teryt: full,
    indicator: 'T01',
    state: 'scored',
    level: 3,
    reason: '',
    requestedOn: null,
    evidence: [],
    revision: 1,
  } as const;
  expect(await saveCoding(db, late)).toEqual({ ok: false, error: { code: 'published' } });
  expect(await addMunicipalities(db, { viewer: lead, slug, municipalities: full })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
  expect(await removeMunicipality(db, { viewer: lead, slug, teryt: thin, assigned: 0 })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
  expect(await publishEdition(db, { viewer: lead, slug, stamp: before })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
  expect(await db.scorecard.count({ where: { edition: { slug } } })).toBe(2);
});

test('an answer saved after the lead looked at the effects stops the publication', async () => {
  const { lead, member, slug, stamp } = await scene();
  const seen = await stamp();
  await saveCoding(db, {
    viewer: member,
    slug,
    teryt: thin,
    indicator: 'P03',
    state: 'not_assessed',
    level: null,
    reason: 'Brak czasu',
    requestedOn: null,
    evidence: [],
    revision: 0,
  });
  expect(await publishEdition(db, { viewer: lead, slug, stamp: seen })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  await expect(getPublishedEdition(db, { slug })).rejects.toMatchObject({ code: 'not-found' });
});

test('only the lead publishes, and an edition without answers cannot be published', async () => {
  const { member, outsider, lead, teamId, slug, stamp } = await scene();
  const seen = await stamp();
  await expect(publishEdition(db, { viewer: member, slug, stamp: seen })).rejects.toMatchObject({ code: 'not-found' });
  await expect(publishEdition(db, { viewer: outsider, slug, stamp: seen })).rejects.toMatchObject({
    code: 'not-found',
  });
  const empty = await makeEdition(db, { lead, teamId, teryts: [full] });
  const { stamp: none } = await previewPublication(db, { viewer: lead, slug: empty.slug });
  expect(await publishEdition(db, { viewer: lead, slug: empty.slug, stamp: none })).toEqual({
    ok: false,
    error: { code: 'nothing-to-publish' },
  });
});

test('publication writes its event and raises the revision of the edition and of the site', async () => {
  const { lead, slug, stamp } = await scene();
  const read = async (scope: string) => (await readCounters(db, [scope])).get(scope) ?? 1;
  const site = await read('site');
  await publishEdition(db, { viewer: lead, slug, stamp: await stamp() });
  expect(await read('site')).toBe(site + 1);
  expect(await read(`edition:${slug}`)).toBe(2);
  const { id } = await db.edition.findUniqueOrThrow({ where: { slug } });
  expect(await db.event.count({ where: { editionId: id, kind: 'edition-published' } })).toBe(1);
  expect((await listEditions(db)).map((edition) => edition.slug)).toContain(slug);
});

test('a methodology that an edition uses cannot change; an unused one can', async () => {
  const { methodology } = await scene();
  const changed = { ...methodology, title: { pl: 'Inna', en: 'Other' } };
  await expect(loadMethodology(db, changed)).rejects.toThrow('give the new text a new version');
  await loadMethodology(db, { ...methodology, version: '9.9' });
  await loadMethodology(db, { ...changed, version: '9.9' });
  const stored = await db.methodology.findUniqueOrThrow({
    where: { key_version: { key: methodology.id, version: '9.9' } },
  });
  expect(stored.json).toMatchObject({ title: { en: 'Other' } });
  await expect(loadMethodology(db, { ...methodology, areas: [] })).rejects.toThrow('areas');
});
