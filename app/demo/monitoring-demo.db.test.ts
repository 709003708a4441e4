import { expect, test } from 'vitest';
import { getPublishedEdition, listEditions } from '#app/monitoring/edition-queries.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { seedMonitoringDemo } from './monitoring-demo.server.ts';

const db = await testDb();

test('the demonstration has one published edition of twelve invented municipalities and one in coding, and is made once', async () => {
  const notes: string[] = [];
  await seedMonitoringDemo(db, (text) => notes.push(text));
  await seedMonitoringDemo(db, (text) => notes.push(text));
  expect(notes).toHaveLength(1);
  expect(await db.edition.count()).toBe(2);
  const [edition] = await listEditions(db);
  expect(edition).toMatchObject({ municipalities: 12, withTotal: 11, isDemo: true });
  const { manifest } = await getPublishedEdition(db, { slug: edition?.slug ?? '' });
  const jurowice = manifest.municipalities.find((row) => row.name === 'Jurowice');
  expect(jurowice?.total).toMatchObject({ exact: '156275/3159', display: '49.5', lowDisplay: '47.7', highDisplay: '52.0' });
  const states = new Set(manifest.municipalities.flatMap((row) => Object.values(row.answers)));
  expect([...states]).toEqual(expect.arrayContaining([0, 1, 2, 3, 'not_applicable', 'not_assessed', 'withheld']));
});
