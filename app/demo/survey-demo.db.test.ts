import { expect, test } from 'vitest';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { surveyFigures } from '#app/surveys/survey-figures.server.ts';
import { surveyResults } from '#app/surveys/results-page.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { jurowice, seedDemoPeople } from './people-demo.server.ts';
import { seedSurveyDemo } from './survey-demo.server.ts';

const db = await testDb();

test('the demonstration has a finished survey with results and an open one, and makes them once', async () => {
  const people = await seedDemoPeople(db);
  await withoutLimits(async () => {
    await seedSurveyDemo(db, people);
    await seedSurveyDemo(db, people);
  });
  const surveys = await db.survey.findMany({ where: { teryt: jurowice }, orderBy: { closesAt: 'asc' } });
  expect(surveys.map(({ isDemo, version }) => [isDemo, version])).toEqual([
    [true, 1],
    [true, 1],
  ]);
  const [finished, open] = surveys;
  const asked = { version: null, left: 'q6', top: 'q3', now: new Date() };
  const page = await surveyResults(db, { ...asked, slug: finished?.slug ?? '' });
  expect(page).toMatchObject({ isPublic: true, sheets: { valid: 8, invalid: 3 } });
  expect(page.total).toBe(244);
  expect(page.cross?.table.cells?.flat()).toContain(null);
  expect((await surveyFigures(db, finished?.id ?? '')).length).toBeGreaterThan(15);
  expect((await surveyResults(db, { ...asked, slug: open?.slug ?? '' })).isPublic).toBe(false);
});
