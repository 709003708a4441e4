import { expect, test } from 'vitest';
import { EXAMPLE_MODEL, EXAMPLE_UNIT } from '#tests/fixtures/worked-example.ts';
import { explainScore } from './explain.ts';
import { formatFraction, fraction } from '../scoring/fraction.ts';

test('the columns of the worked example add up by hand to its area scores', () => {
  const { areas, exact, score } = explainScore(EXAMPLE_MODEL, EXAMPLE_UNIT);
  for (const area of areas) {
    const sum = (column: 'points' | 'outOf') => area.rows.reduce((total, row) => total + (row[column] ?? 0), 0);
    expect([sum('points'), sum('outOf')]).toEqual([area.points, area.outOf]);
    expect(formatFraction(fraction(BigInt(100 * area.points), BigInt(area.outOf)))).toBe(area.exact);
  }
  expect(areas.map((area) => [area.areaId, area.points, area.outOf, area.score])).toEqual([
    ['T', 47, 81, '58.0247'],
    ['I', 38, 78, '48.7179'],
    ['P', 25, 60, '41.6667'],
  ]);
  expect([exact, score]).toEqual(['156275/3159', '49.4698']);
});

test('a row shows weight, level and points; what is not counted has neither points nor a maximum', () => {
  const rows = explainScore(EXAMPLE_MODEL, EXAMPLE_UNIT).areas.flatMap((area) => area.rows);
  const row = (id: string) => rows.find((candidate) => candidate.itemId === id);
  expect(row('T01')).toEqual({
    itemId: 'T01',
    state: 'scored',
    level: 2,
    min: 0,
    max: 3,
    weight: 3,
    points: 6,
    outOf: 9,
  });
  expect(row('I13')).toMatchObject({ level: 1, max: 1, weight: 1, points: 3, outOf: 3 });
  expect(row('T12')).toMatchObject({ state: 'not_applicable', level: null, points: null, outOf: null });
  expect(row('P06')).toMatchObject({ state: 'not_assessed', level: null, points: null, outOf: null });
});

test('the units of points do not depend on the answers', () => {
  const none = explainScore(EXAMPLE_MODEL, { id: 'x', answers: { T01: { state: 'withheld' } } });
  expect(none.areas.map((area) => area.pointsPerWeight)).toEqual([3, 3, 3]);
  expect(none.areas[0]).toMatchObject({ points: 0, outOf: 9, exact: '0', score: '0.0000' });
  expect(none.areas[1]).toMatchObject({ points: 0, outOf: 0, exact: null, score: null });
  expect(none.exact).toBeNull();
});

test('weights with decimals still give whole points', () => {
  const items = [
    { id: 'a', weight: 1.5, min: 0, max: 3 },
    { id: 'b', weight: 0.25, min: 1, max: 2 },
  ];
  const calculation = explainScore(
    { areas: [{ id: 'A', weight: 1, items }] },
    { id: 'x', answers: { a: { state: 'scored', level: 2 }, b: { state: 'scored', level: 2 } } },
  );
  expect(calculation.areas[0]).toMatchObject({ pointsPerWeight: 12, points: 15, outOf: 21, exact: '500/7' });
});
