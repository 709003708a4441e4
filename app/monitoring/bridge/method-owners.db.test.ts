import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { createEdition } from '../publication/create-edition.server.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { loadMethodologies } from '../access/load-methodologies.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { methodologySchema } from '../methodology/parse-methodology.ts';
import { findBridge, findBridges } from './bridges.server.ts';
import { versionsToChange } from './method-owners.server.ts';
import { uploadMethodology } from './upload-methodology.server.ts';

const db = await testDb();
await loadMethodologies(db);
const shipped = methodologySchema.parse(
  JSON.parse(readFileSync(new URL('../methodology/data/methodology-gmina-2026.json', import.meta.url), 'utf8')),
);
const [one, other] = [await makeTeam(db), await makeTeam(db)];
const admin: Viewer = {
  ...one.outsider,
  grants: [{ role: 'admin', teryt: null, teamId: null, organisationName: null }],
};
const upload = async (
  viewer: Viewer,
  change: Partial<Methodology>,
  given: { mapping?: string; teamId?: string } = {},
) =>
  uploadMethodology(db, {
    viewer,
    text: JSON.stringify({ ...shipped, ...change }),
    shown: new Map(await versionsToChange(db, viewer)),
    ...given,
  });
const title = (pl: string) => ({ title: { pl, en: pl } });
const rows = async () => ({
  methods: await db.methodology.findMany({ orderBy: { id: 'asc' } }),
  bridges: await db.methodologyBridge.findMany({ orderBy: { id: 'asc' } }),
  events: await db.event.count(),
});
const manifestOf = (version: string) => ({ edition: { methodology: { key: shipped.id, version } } }) as EditionManifest;
const renamed: Methodology['indicators'] = shipped.indicators.map((each) =>
  each.id === 'T04' ? { ...each, id: 'T44', question: { pl: 'Inne?', en: 'Other?' } } : each,
);

test('a version is changed by its own team alone; whoever else tries changes nothing at all', async () => {
  expect(await upload(one.lead, { id: 'moja', version: '1' })).toMatchObject({ ok: true });
  expect(await upload(one.lead, { id: 'moja', version: '1', ...title('Lepsza') })).toMatchObject({ ok: true });
  expect(await db.methodology.findFirstOrThrow({ where: { key: 'moja' } })).toMatchObject({ teamId: one.teamId });
  const before = await rows();
  const tries = [
    [() => upload(other.lead, { id: 'moja', version: '1', ...title('Cudza') }), 'others'],
    [() => upload(other.lead, { id: 'moja', version: '1' }, { mapping: 'T01 = T02' }), 'others'],
    [() => upload(other.lead, { id: 'moja', version: '2' }), 'key-taken'],
    [() => upload(admin, { id: 'moja', version: '2' }), 'key-taken'],
    [() => upload(admin, { id: 'moja', version: '1', ...title('Cudza') }), 'others'],
    [() => upload(one.lead, title('Inna')), 'built-in'],
    [() => upload(admin, title('Inna')), 'built-in'],
  ] as const;
  for (const [attempt, code] of tries) expect(await attempt()).toMatchObject({ ok: false, error: { code } });
  expect(await rows()).toEqual(before);
});

test('only a lead uploads, for the team that is led; who leads two names one', async () => {
  await expect(upload(one.member, { id: 'x', version: '1' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(upload(one.lead, { id: 'x', version: '1' }, { teamId: other.teamId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const both: Viewer = { ...one.lead, grants: [...one.lead.grants, ...other.lead.grants] };
  expect(await upload(both, { id: 'x', version: '1' })).toEqual({ ok: false, error: { code: 'team' } });
  expect(await upload(both, { id: 'x', version: '1' }, { teamId: other.teamId })).toMatchObject({ ok: true });
  expect(await db.methodology.findFirstOrThrow({ where: { key: 'x' } })).toMatchObject({ teamId: other.teamId });
});

test("two teams go on from one version side by side: neither version, number nor bridge is the other's", async () => {
  expect(await upload(one.lead, { version: '2.0', indicators: renamed }, { mapping: 'T04 = T44' })).toMatchObject({
    ok: true,
  });
  expect(await upload(other.lead, { version: '2.0', indicators: renamed, ...title('Inna') })).toMatchObject({
    ok: false,
    error: { code: 'others' },
  });
  expect(await upload(other.lead, { version: '2.0-b' })).toMatchObject({ ok: true });
  expect(await upload(one.lead, { version: '3.0', indicators: renamed })).toMatchObject({ ok: true });
  expect(await findBridge(db, { key: shipped.id, version: '2.0-b' })).toMatchObject({ fromVersion: shipped.version });
  expect(await findBridge(db, { key: shipped.id, version: '3.0' })).toMatchObject({ fromVersion: '2.0' });
  expect([...(await findBridges(db, manifestOf('3.0'))).keys()].sort()).toEqual(['1.0.0-draft', '2.0']);
  expect((await findBridges(db, manifestOf('3.0'))).get(shipped.version)?.length).toBe(shipped.indicators.length);
  expect([...(await findBridges(db, manifestOf(shipped.version))).keys()].sort()).toEqual(['2.0', '2.0-b', '3.0']);
});

test('once an edition refers to a version, it, those before it and the bridges between them are frozen', async () => {
  const free = await upload(one.lead, { version: '2.0', indicators: renamed }, { mapping: 'T05 = T44' });
  expect(free).toMatchObject({ ok: true });
  expect(await upload(one.lead, { version: '2.0', indicators: renamed }, { mapping: 'T04 = T44' })).toMatchObject({
    ok: true,
  });
  await makeEdition(db, { lead: one.lead, teamId: one.teamId, teryts: ['9902062'] });
  const made = await createEdition(db, {
    viewer: one.lead,
    teamId: one.teamId,
    titlePl: 'Trzecia',
    titleEn: 'Third',
    methodology: { key: shipped.id, version: '3.0' },
    measuredFrom: '2026-01-01',
    measuredTo: '2026-06-30',
    municipalities: '9902062',
    doubleShare: 0,
  });
  expect(made).toMatchObject({ ok: true });
  const before = await rows();
  expect(await upload(one.lead, { version: '3.0', indicators: renamed, ...title('Zmieniona') })).toMatchObject({
    ok: false,
    error: { code: 'used' },
  });
  expect(await upload(one.lead, { version: '2.0', indicators: renamed, ...title('Zmieniona') })).toMatchObject({
    ok: false,
    error: { code: 'used' },
  });
  expect(await upload(one.lead, { version: '2.0', indicators: renamed }, { mapping: 'T05 = T44' })).toMatchObject({
    ok: false,
    error: { code: 'bridge-used' },
  });
  expect(await upload(one.lead, { version: '3.0', indicators: renamed }, { mapping: 'T44 = T05' })).toMatchObject({
    ok: false,
  });
  expect(await rows()).toEqual(before);
  expect(await upload(other.lead, { version: '2.0-b', ...title('Nieużywana') })).toMatchObject({ ok: true });
});
