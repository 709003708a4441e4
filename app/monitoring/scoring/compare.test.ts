import { expect, test } from 'vitest';
import { commonItems, compareEditions } from './compare.ts';
import type { EditionComparison } from './compare.ts';
import type { Answer, ScoredUnit, ScoringModel } from './model.ts';
import { scoreIntervals } from './score-interval.ts';

function model(items: Record<string, { weight?: number; max?: number }>): ScoringModel {
  return {
    areas: [
      {
        id: 'A',
        weight: 1,
        items: Object.entries(items).map(([id, item]) => ({ id, weight: 1, min: 0, max: 100, ...item })),
      },
    ],
  };
}

function unit(id: string, levels: Record<string, number | null>): ScoredUnit {
  const answer = (level: number | null): Answer =>
    level === null ? { state: 'not_assessed' } : { state: 'scored', level };
  return { id, answers: Object.fromEntries(Object.entries(levels).map(([item, level]) => [item, answer(level)])) };
}

const NO_DRAWS = { weightSpread: 0 };

function editions(
  before: ScoredUnit[],
  after: ScoredUnit[],
  change: Partial<EditionComparison> = {},
): EditionComparison {
  const same = model({ a: {}, b: {} });
  return {
    before: { model: same, units: before },
    after: { model: same, units: after },
    bridge: commonItems(same, same),
    drawing: NO_DRAWS,
    ...change,
  };
}

test('only items of the same id and scale are common', () => {
  expect(commonItems(model({ a: {}, b: {}, c: { max: 3 } }), model({ b: {}, c: {}, d: {} }))).toEqual([
    { before: 'b', after: 'b' },
  ]);
});

test('both editions are scored on common items with the later weights', () => {
  const before = { model: model({ a: {}, old: {} }), units: [unit('x', { a: 40, old: 100 })] };
  const after = {
    model: model({ a: {}, b: { weight: 3 }, added: {} }),
    units: [unit('x', { a: 60, b: 20, added: 0 })],
  };
  const [change] = compareEditions({
    before,
    after,
    bridge: [
      { before: 'a', after: 'a' },
      { before: 'old', after: 'b' },
    ],
    drawing: NO_DRAWS,
  });
  expect([change?.before?.score.exact, change?.after?.score.exact]).toEqual(['85', '30']);
  expect(change).toMatchObject({ change: { exact: '-55', display: '−55.0' }, direction: 'down', reason: null });
});

test('less than 2 points is no clear change, 2 points are one', () => {
  const at = (level: number) =>
    compareEditions(editions([unit('x', { a: 50, b: 50 })], [unit('x', { a: level, b: level })]))[0];
  expect(at(51.99)).toMatchObject({ direction: 'none', reason: 'small', change: { display: '+2.0' } });
  expect(at(52)).toMatchObject({ direction: 'up', reason: null });
  expect(at(48)).toMatchObject({ direction: 'down', reason: null });
  expect(at(50)).toMatchObject({ direction: 'none', change: { exact: '0', display: '0.0' } });
});

test('a change whose intervals overlap is not clear', () => {
  const drawing = { draws: 400, seed: 1 };
  const comparison = editions([unit('x', { a: 100, b: 0 })], [unit('x', { a: 95, b: 11 })], { drawing });
  expect(compareEditions(comparison)[0]).toMatchObject({
    change: { exact: '3' },
    direction: 'none',
    reason: 'intervals-overlap',
  });
  const even = editions([unit('x', { a: 50, b: 50 })], [unit('x', { a: 53, b: 53 })], { drawing });
  expect(compareEditions(even)[0]).toMatchObject({ change: { exact: '3' }, direction: 'up' });
});

test('bounds of an incomplete edition widen its interval', () => {
  const wide = model({ a: { weight: 9 }, b: { weight: 1 } });
  const comparison = editions([unit('x', { a: 50, b: null })], [unit('x', { a: 54, b: 54 })]);
  const [change] = compareEditions({
    ...comparison,
    before: { ...comparison.before, model: wide },
    after: { ...comparison.after, model: wide },
  });
  expect(change?.before?.interval).toEqual({ from: 45, to: 55 });
  expect(change).toMatchObject({ direction: 'none', reason: 'intervals-overlap' });
});

test('a unit that is new, or has too few common answers, is not compared', () => {
  const [added, thin] = compareEditions(
    editions([unit('thin', { a: 50, b: null })], [unit('added', { a: 1, b: 1 }), unit('thin', { a: 1, b: 1 })]),
  );
  expect(added).toMatchObject({ before: null, change: null, direction: null });
  expect(thin).toMatchObject({ before: null, change: null, direction: null });
});

test('a bridge must name known items once and with equal scales', () => {
  const refused =
    (bridge: EditionComparison['bridge'], after = model({ a: {}, b: {} })) =>
    () =>
      compareEditions({ ...editions([], []), after: { model: after, units: [] }, bridge });
  expect(refused([{ before: 'z', after: 'a' }])).toThrow('The earlier version has no item "z"');
  expect(refused([{ before: 'a', after: 'z' }])).toThrow('The later version has no item "z"');
  expect(
    refused([
      { before: 'a', after: 'a' },
      { before: 'a', after: 'b' },
    ]),
  ).toThrow('can be bridged once');
  expect(refused([{ before: 'a', after: 'a' }], model({ a: { max: 3 } }))).toThrow('the scales differ');
});

test('the interval of a total holds 90 % of the drawn totals', () => {
  const table = {
    model: model({ a: {}, b: {} }),
    units: [unit('x', { a: 100, b: 0 }), unit('y', { a: 50, b: 50 })],
    drawing: { draws: 1000 },
  };
  const intervals = scoreIntervals(table);
  expect(intervals.get('y')).toEqual({ from: 50, to: 50 });
  const x = intervals.get('x');
  expect(x?.from).toBeGreaterThan(27);
  expect(x?.from).toBeLessThan(40);
  // u/(u + v) with u and v alike is symmetric about one half
  expect(Math.abs(100 - (x?.to ?? NaN) - (x?.from ?? NaN))).toBeLessThan(3);
});
