import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL } from '#tests/fixtures/worked-example.ts';
import { coderRates, countDisagreements } from './coder-rates.ts';
import type { ScoreTable } from './draw-totals.ts';
import type { Answer, ScoredUnit } from './model.ts';
import { comparePairs } from './pairs.ts';
import { createRandom } from './random.ts';
import { rankIntervals } from './rank-interval.ts';
import { scoreIntervals } from './score-interval.ts';
import { differenceVariances, sharesOf, sourceVariances } from './sensitivity.ts';
import { DEFAULT_DRAWING } from './weight-draws.ts';

const ITEMS = EXAMPLE_MODEL.areas.flatMap((area) => area.items);
const CODERS = EXAMPLE_MODEL.areas.map(({ id }) => ({ area: id, pairs: 40, differ: [6, 2] }));
const NO_CODERS = EXAMPLE_MODEL.areas.map(({ id }) => ({ area: id, pairs: 0, differ: [] }));
const OPTIONS = { minCoverageArea: 0, minCoverageTotal: 0 };

function randomUnits(count: number, seed: number, missing: number): ScoredUnit[] {
  const random = createRandom(seed);
  const answer = (max: number): Answer =>
    random.nextUniform() < missing ? { state: 'not_assessed' } : { state: 'scored', level: random.nextBelow(max + 1) };
  return Array.from({ length: count }, (_, index) => ({
    id: String(1_000_001 + index),
    answers: Object.fromEntries(ITEMS.map((item) => [item.id, answer(item.max)])),
  }));
}

const tableOf = (units: readonly ScoredUnit[], coders = CODERS, draws = 200): ScoreTable => ({
  model: EXAMPLE_MODEL,
  units,
  options: OPTIONS,
  drawing: { draws, seed: 11, all: { coders } },
});

const variancesOf = (units: readonly ScoredUnit[], coders = CODERS, draws = 400) =>
  sourceVariances({
    model: EXAMPLE_MODEL,
    units,
    coders,
    drawing: { ...DEFAULT_DRAWING, draws, seed: 11, all: { coders } },
  });

test('what is drawn for a municipality depends on itself alone, and on no order', () => {
  const units = randomUnits(12, 3, 0.1);
  const both = scoreIntervals(tableOf(units));
  const alone = scoreIntervals(tableOf([units[4]!]));
  expect(alone.get(units[4]!.id)).toEqual(both.get(units[4]!.id));
  const ranks = new Map(rankIntervals(tableOf(units)).map((each) => [each.id, each]));
  for (const each of rankIntervals(tableOf([...units].reverse()))) expect(each).toEqual(ranks.get(each.id));
  const model = {
    areas: [...EXAMPLE_MODEL.areas].reverse().map((area) => ({ ...area, items: [...area.items].reverse() })),
  };
  expect(rankIntervals({ ...tableOf(units), model })).toEqual(rankIntervals(tableOf(units)));
});

test('a source that is not there explains nothing, and the shares of those that are there lie between 0 and 1', () => {
  const [whole] = variancesOf(randomUnits(1, 5, 0));
  expect(whole?.missing).toBe(0);
  const [unmeasured] = variancesOf(randomUnits(1, 5, 0.2), NO_CODERS);
  expect(unmeasured?.coders).toBeNull();
  expect(sharesOf([unmeasured!])).toMatchObject({ coders: null, missing: expect.closeTo(0.5, 0) });
  const all = sharesOf(variancesOf(randomUnits(6, 5, 0.2)))!;
  for (const share of Object.values(all)) expect(share >= 0 && share <= 1).toBe(true);
  expect(Object.values(all).reduce((sum: number, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 0);
  expect(sharesOf([])).toBeNull();
});

test('missing answers move a total within its bounds, and more of them move it further', () => {
  const width = (missing: number) => {
    const [unit] = randomUnits(1, 9, 0);
    const answers = Object.fromEntries(
      Object.entries(unit!.answers).map(([id, answer], at): [string, Answer] => [
        id,
        at % 10 < missing ? { state: 'not_assessed' } : answer,
      ]),
    );
    const interval = scoreIntervals(tableOf([{ id: unit!.id, answers }], NO_CODERS)).get(unit!.id)!;
    return interval.to - interval.from;
  };
  expect([width(1) > width(0), width(4) > width(1)]).toEqual([true, true]);
});

test('a difference is clear only when it is under both means, whatever the two together say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
      const [a, b] = randomUnits(2, seed, 0.05);
      const [pair] = comparePairs(tableOf([a!, b!], CODERS, 64), [[a!.id, b!.id]]);
      const { arithmetic, geometric } = pair!.byMean!;
      const ahead = (side: 'aBeatsB' | 'bBeatsA') => arithmetic[side] >= 0.95 && geometric[side] >= 0.95;
      expect(pair!.clear).toBe(ahead('aBeatsB') || ahead('bBeatsA'));
      expect(pair!.aBeatsB).toBeCloseTo((arithmetic.aBeatsB + geometric.aBeatsB) / 2, 12);
    }),
    { numRuns: 20 },
  );
});

test('of two that answered alike nothing of the difference comes from the weights', () => {
  const [a] = randomUnits(1, 2, 0);
  const drawing = { ...DEFAULT_DRAWING, draws: 400, seed: 11, all: { coders: CODERS } };
  const units = [a!, { ...a!, id: '1999999' }];
  const shares = sharesOf([differenceVariances({ model: EXAMPLE_MODEL, units, coders: CODERS, drawing })])!;
  expect(shares.coders).toBeGreaterThan(0.8);
  expect(shares.weights).toBeLessThan(0.1);
});

test('coders differ as often as they did in the pairs: by area where there are enough, together where not, unknown below 20', () => {
  const counts = countDisagreements(
    ['T', 'I'],
    [
      ...Array.from({ length: 30 }, (_, at) => ({ area: 'T', levels: [1, at < 3 ? 2 : 1] as const })),
      ...Array.from({ length: 10 }, (_, at) => ({ area: 'I', levels: [3, at < 2 ? 1 : 3] as const })),
    ],
  );
  expect(counts).toEqual([
    { area: 'T', pairs: 30, differ: [3] },
    { area: 'I', pairs: 10, differ: [0, 2] },
  ]);
  expect([...coderRates(counts)!]).toEqual([
    ['T', [0.1]],
    ['I', [3 / 40, 2 / 40]],
  ]);
  expect(coderRates(counts.slice(1))).toBeNull();
});

test('only municipalities with a code of seven digits have draws of their own', () => {
  const [unit] = randomUnits(1, 1, 0);
  expect(() => scoreIntervals(tableOf([{ ...unit!, id: 'a' }]))).toThrow('"a" is not a TERYT code');
});
