import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declareRest, exampleAnswers, makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { createEdition } from '../publication/create-edition.server.ts';
import { getPublishedEdition, listManifests } from '../access/edition-queries.server.ts';
import { getMethodology } from '../access/methodologies.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { methodologySchema } from '../methodology/parse-methodology.ts';
import { previewPublication } from '../publication/preview-publication.server.ts';
import { publishEdition } from '../publication/publish-edition.server.ts';
import { saveCodings } from '../fieldwork/save-codings.server.ts';
import type { CodingAnswer } from '../fieldwork/coding-answer.ts';
import { trendOf } from '../compare/trend.ts';
import { findBridge, findBridges } from './bridges.server.ts';
import { uploadMethodology } from './upload-methodology.server.ts';

const db = await testDb();
const first = methodologySchema.parse(
  JSON.parse(readFileSync(new URL('../methodology/data/methodology-gmina-2026.json', import.meta.url), 'utf8')),
);
const reworded = { pl: 'Inne pytanie?', en: 'Another question?' };
/** T04 has another code and words, T05 other words under its old code. */
const second: Methodology = {
  ...first,
  version: '2.0.0',
  indicators: first.indicators.map((each) =>
    each.id === 'T04'
      ? { ...each, id: 'T44', question: reworded }
      : each.id === 'T05'
        ? { ...each, question: reworded }
        : each,
  ),
};
const teryt = '9902012';

test('an edition under a new version is compared with one under the old version on the items of the bridge alone', async () => {
  const team = await makeTeam(db);
  const { lead, member, teamId } = team;
  const release = async (slug: string, answers: CodingAnswer[], day: string) => {
    await declareRest(db, { viewer: member, slug });
    expect(await saveCodings(db, { viewer: member, slug, teryt, answers })).toMatchObject({ ok: true });
    const { stamp } = await previewPublication(db, { viewer: lead, slug });
    expect(await publishEdition(db, { viewer: lead, slug, stamp, now: new Date(`${day}T09:00:00Z`) })).toMatchObject({
      ok: true,
    });
  };
  const old = await makeEdition(db, { lead, teamId, teryts: [teryt] });
  await release(old.slug, exampleAnswers(old.methodology), '2026-03-01');

  const upload = (mapping?: string) =>
    uploadMethodology(db, { viewer: lead, text: JSON.stringify(second), mapping, shown: new Map() });
  expect(await upload('T05 = T44\nT04 = T44')).toMatchObject({
    ok: false,
    error: { code: 'mapping', line: 'T04 = T44' },
  });
  expect(await upload('T04 = T44')).toMatchObject({ ok: true });
  const created = await createEdition(db, {
    viewer: lead,
    teamId,
    titlePl: 'Ocena nowa',
    titleEn: 'New review',
    methodology: { key: first.id, version: '2.0.0' },
    measuredFrom: '2026-01-01',
    measuredTo: '2026-06-30',
    municipalities: teryt,
    doubleShare: 0,
  });
  const slug = created.ok ? created.slug : '';
  const { methodology } = await getMethodology(db, { key: first.id, version: '2.0.0' });
  const moved = exampleAnswers(old.methodology).map((each): CodingAnswer =>
    each.indicator === 'T04' ? { ...each, indicator: 'T44' } : each,
  );
  expect(methodology.indicators.some((each) => each.id === 'T44')).toBe(true);
  // Only the reworded question is answered otherwise: on common items nothing changed.
  await release(
    slug,
    moved.map((each) => (each.indicator === 'T05' ? { ...each, level: 0 } : each)),
    '2026-10-01',
  );

  const { manifest } = await getPublishedEdition(db, { slug });
  const trend = async () =>
    trendOf(manifest, await listManifests(db, { of: teryt }), teryt, await findBridges(db, manifest));
  expect(await trend()).toMatchObject([
    {
      slug: old.slug,
      isOtherVersion: true,
      methodVersion: first.version,
      common: 35,
      of: 36,
      change: { change: { display: '0.0' } },
    },
  ]);
  const [step] = await trend();
  expect(step?.change.before?.score.exact).toBe(step?.change.after?.score.exact);
  expect(step?.published).not.toBe(manifest.municipalities[0]?.total.display);

  // The same two files once more, without pairs: versions in use keep their text and their bridge.
  expect(await upload()).toMatchObject({ ok: true });
  expect(await uploadMethodology(db, { viewer: lead, text: JSON.stringify(first), shown: new Map() })).toMatchObject({
    ok: true,
  });
  expect(await trend()).toMatchObject([{ common: 35 }]);
  expect(await findBridge(db, { key: first.id, version: first.version })).toBeNull();
  expect(
    await uploadMethodology(db, {
      viewer: lead,
      text: JSON.stringify({ ...second, title: { pl: 'Inny', en: 'Other' } }),
      shown: new Map(),
    }),
  ).toMatchObject({ ok: false, error: { code: 'used' } });
});
