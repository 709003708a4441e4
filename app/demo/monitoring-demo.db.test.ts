import { expect, test } from 'vitest';
import { getPublishedEdition, listEditions, listManifests } from '#app/monitoring/access/edition-queries.server.ts';
import { verifyEdition } from '#app/monitoring/publication/verify-edition.server.ts';
import type { ScorecardDocument } from '#app/monitoring/cards/scorecard-document.ts';
import { trendOf } from '#app/monitoring/compare/trend.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { seedMonitoringDemo } from './monitoring-demo.server.ts';

const db = await testDb();

test('the demonstration has two published editions of invented municipalities, one with a correction, and one in coding, and is made once', async () => {
  const notes: string[] = [];
  await seedMonitoringDemo(db, (text) => notes.push(text));
  await seedMonitoringDemo(db, (text) => notes.push(text));
  expect(notes).toHaveLength(1);
  expect(await db.edition.count()).toBe(3);
  const [edition] = await listEditions(db);
  expect(edition).toMatchObject({ municipalities: 12, withTotal: 11, isDemo: true });
  const { manifest } = await getPublishedEdition(db, { slug: edition?.slug ?? '' });
  // Nothing on a released card happened after its release.
  const cards = await db.scorecard.findMany({
    where: { edition: { slug: edition?.slug ?? '' }, issue: 1 },
    select: { json: true },
  });
  const days = cards
    .flatMap(({ json }) => (json as unknown as ScorecardDocument).indicators)
    .flatMap((each) => [
      each.codedAt,
      each.adjudication?.at,
      each.reply?.at,
      each.reply?.decision?.at,
      ...each.codings.map((coding) => coding.at),
    ])
    .filter((at) => typeof at === 'string');
  expect(days.filter((at) => at > manifest.edition.publishedAt)).toEqual([]);
  const earlier = await listManifests(db);
  const jurowice = manifest.municipalities.find((row) => row.name === 'Jurowice');
  expect(jurowice?.total).toMatchObject({
    exact: '156275/3159',
    display: '49.5',
    lowDisplay: '47.7',
    highDisplay: '52.0',
  });
  expect(manifest.corrections).toMatchObject([
    { issue: 2, name: 'Kalinów Dolny', indicator: 'P03', after: { state: 'scored', level: 3 } },
  ]);
  const steps = manifest.municipalities.flatMap((row) => trendOf(manifest, earlier, row.teryt, new Map()));
  expect(steps).toHaveLength(9);
  expect(new Set(steps.map((step) => step.change.direction))).toEqual(new Set(['up', 'down', 'none']));
  for (const { slug } of await listEditions(db)) expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  const states = new Set(manifest.municipalities.flatMap((row) => Object.values(row.answers)));
  expect([...states]).toEqual(expect.arrayContaining([0, 1, 2, 3, 'not_applicable', 'not_assessed', 'withheld']));
});
