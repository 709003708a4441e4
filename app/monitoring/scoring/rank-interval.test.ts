import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL } from '#tests/fixtures/worked-example.ts';
import type { ScoreTable } from './draw-totals.ts';
import { settingsOf } from './draw-totals.ts';
import type { Answer, ScoredUnit, ScoringModel } from './model.ts';
import { comparePairs } from './pairs.ts';
import { percentileOf, rankIntervals } from './rank-interval.ts';
import type { RankInterval } from './rank-interval.ts';
import { createRandom } from './random.ts';
import { sharedRanks } from './ranks.ts';
import { roundHalfUpNumber } from './rounding.ts';
import { computeScores } from './score.ts';
import { drawWeights } from './weight-draws.ts';

const NO_LIMITS = { minCoverageArea: 0, minCoverageTotal: 0 };
const ITEMS = EXAMPLE_MODEL.areas.flatMap((area) => area.items);

/** Units with random answers on the 36 items of the worked example; `gaps` is the share without a level. */
function randomUnits(count: number, seed: number, gaps = 0.1): ScoredUnit[] {
  const random = createRandom(seed);
  const others: Answer[] = [{ state: 'not_applicable' }, { state: 'not_assessed' }, { state: 'withheld' }];
  const answer = (max: number): Answer =>
    random.nextUniform() < gaps
      ? (others[random.nextBelow(3)] as Answer)
      : { state: 'scored', level: random.nextBelow(max + 1) };
  return Array.from({ length: count }, (_, index) => ({
    id: `u${index}`,
    answers: Object.fromEntries(ITEMS.map((item) => [item.id, answer(item.max)])),
  }));
}

/** The method written down as plainly as possible: every draw, every product, every rank by sorting. */
function plainIntervals(table: ScoreTable): RankInterval[] {
  const { options, drawing } = settingsOf(table);
  const base = computeScores(table.model, table.units, options);
  const ranked = table.units.filter((_, index) => base[index]?.rank !== null);
  const draws = drawWeights(table.model, drawing);
  const ranksOfDraws = Array.from({ length: draws.draws }, (_, draw) => {
    const weight = (itemId: string) =>
      draws.itemWeights[draw * draws.items.length + draws.items.findIndex((item) => item.id === itemId)] ?? NaN;
    const rounded = ranked.map((unit) => {
      let sum = 0;
      let weights = 0;
      draws.areas.forEach((areaId, place) => {
        const items = table.model.areas.find((area) => area.id === areaId)?.items ?? [];
        const counted = items.filter((item) => ['scored', 'withheld'].includes(unit.answers[item.id]?.state ?? ''));
        const points = counted.map((item) => {
          const answer = unit.answers[item.id];
          return answer?.state === 'scored' ? (100 * (answer.level - item.min)) / (item.max - item.min) : 0;
        });
        const area = draws.areaWeights[draw * draws.areas.length + place] ?? NaN;
        const total = counted.reduce((before, item) => before + weight(item.id), 0);
        sum +=
          (area * counted.reduce((before, item, index) => before + weight(item.id) * (points[index] ?? NaN), 0)) /
          total;
        weights += area;
      });
      return roundHalfUpNumber(sum / weights, options.decimals);
    });
    return { ranks: sharedRanks(rounded), below: rounded.map((own) => rounded.filter((other) => other < own).length) };
  });
  return table.units.map((unit, index) => {
    const place = ranked.indexOf(unit);
    if (place < 0) return { id: unit.id, rank: null, median: null, p05: null, p95: null, top10: null, bottom10: null };
    const sorted = ranksOfDraws.map((draw) => draw.ranks[place] ?? NaN).sort((a, b) => a - b);
    const element = (percent: number) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? NaN;
    return {
      id: unit.id,
      rank: base[index]?.rank ?? null,
      median: element(50),
      p05: element(5),
      p95: element(95),
      top10: sorted.filter((rank) => rank <= 10).length / sorted.length,
      bottom10: ranksOfDraws.filter((draw) => (draw.below[place] ?? NaN) < 10).length / sorted.length,
    };
  });
}

test.each([
  ['one decimal', { decimals: 1 }, { draws: 100 }],
  ['whole points, with many ties', { decimals: 0 }, { draws: 33 }],
  ['four decimals, ranked by sorting', { decimals: 4 }, { draws: 50 }],
  ['fixed areas', {}, { draws: 40, areaAlpha: null }],
  ['a wide spread', {}, { draws: 40, weightSpread: 1, areaAlpha: 1 }],
  ['a single draw', {}, { draws: 1 }],
])('the intervals are those of the method worked out plainly: %s', (_, options, drawing) => {
  const table = {
    model: EXAMPLE_MODEL,
    units: randomUnits(60, 5),
    options: { ...NO_LIMITS, ...options },
    drawing: { seed: 9, ...drawing },
  };
  expect(rankIntervals(table)).toEqual(plainIntervals(table));
});

test('more draws than are kept at once, and units without a total, are no exception', () => {
  const table = { model: EXAMPLE_MODEL, units: randomUnits(15, 6, 0.35), drawing: { draws: 2100, seed: 2 } };
  const intervals = rankIntervals(table);
  expect(intervals.filter((interval) => interval.rank === null).length).toBeGreaterThan(0);
  expect(intervals.filter((interval) => interval.rank !== null).length).toBeGreaterThan(1);
  expect(intervals).toEqual(plainIntervals(table));
});

test('a model of a hundred items in one area is no exception', () => {
  const items = Array.from({ length: 100 }, (_, index) => ({
    id: `i${index}`,
    weight: 1 + (index % 3),
    min: 0,
    max: 3,
  }));
  const random = createRandom(8);
  const units = Array.from({ length: 12 }, (_, unit) => ({
    id: `u${unit}`,
    answers: Object.fromEntries(
      items.map((item): [string, Answer] => [item.id, { state: 'scored', level: random.nextBelow(4) }]),
    ),
  }));
  const table = { model: { areas: [{ id: 'A', weight: 2, items }] }, units, drawing: { draws: 40 } };
  expect(rankIntervals(table)).toEqual(plainIntervals(table));
});

test('with all units equal every interval is 1–1', () => {
  const units = randomUnits(1, 3).flatMap((unit) => ['a', 'b', 'c'].map((id) => ({ ...unit, id })));
  const table = { model: EXAMPLE_MODEL, units, drawing: { draws: 300 } };
  for (const interval of rankIntervals(table))
    expect(interval).toMatchObject({ rank: 1, median: 1, p05: 1, p95: 1, top10: 1 });
});

test('one seed gives one result, another seed another', () => {
  const table = (seed: number) => ({ model: EXAMPLE_MODEL, units: randomUnits(40, 4), drawing: { draws: 200, seed } });
  expect(rankIntervals(table(1))).toEqual(rankIntervals(table(1)));
  expect(rankIntervals(table(1))).not.toEqual(rankIntervals(table(2)));
});

test.each([10, null])(
  'with a weight range of no width every interval is the base rank alone (areaAlpha %s)',
  (areaAlpha) => {
    const table = { model: EXAMPLE_MODEL, units: randomUnits(40, 4), drawing: { weightSpread: 0, areaAlpha } };
    const intervals = rankIntervals(table);
    for (const { rank, median, p05, p95 } of intervals) expect([median, p05, p95]).toEqual([rank, rank, rank]);
    expect(intervals.map((interval) => interval.rank)).toEqual(
      computeScores(EXAMPLE_MODEL, table.units).map((score) => score.rank),
    );
    expect(intervals.reduce((sum, interval) => sum + (interval.bottom10 ?? 0), 0)).toBeGreaterThanOrEqual(10);
  },
);

test('area weights stay put when α is null, 0 or infinite, and nearly so when it is huge', () => {
  const intervals = (areaAlpha: number | null) =>
    rankIntervals({ model: EXAMPLE_MODEL, units: randomUnits(20, 4), drawing: { draws: 100, areaAlpha } });
  expect(intervals(0)).toEqual(intervals(null));
  expect(intervals(Infinity)).toEqual(intervals(null));
  expect(intervals(10)).not.toEqual(intervals(null));
});

test('drawn weights stay in their range, and area weights keep the proportions of the methodology on average', () => {
  const model = { areas: EXAMPLE_MODEL.areas.map((area, index) => ({ ...area, weight: [2, 1, 0][index] ?? 0 })) };
  const draws = drawWeights(model, { draws: 4000, seed: 1, weightSpread: 0.5, all: null, areaAlpha: 10 });
  const factors = Array.from(draws.itemWeights, (weight, at) => {
    const own = ITEMS.find((item) => item.id === draws.items[at % draws.items.length]?.id)?.weight ?? NaN;
    return weight / own;
  });
  expect(factors.every((factor) => factor > 0.5 && factor < 1.5)).toBe(true);
  const areaMean = (id: string) => {
    const place = draws.areas.indexOf(id);
    return (
      draws.areaWeights.reduce((sum, weight, at) => sum + (at % draws.areas.length === place ? weight : 0), 0) /
      draws.draws
    );
  };
  expect(areaMean('T')).toBeCloseTo(2 / 3, 2);
  expect(areaMean('I')).toBeCloseTo(1 / 3, 2);
  expect(areaMean('P')).toBe(0);
});

const levels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
const gaps = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
const SMALL: ScoringModel = {
  areas: ['A', 'B'].map((id, area) => ({
    id,
    weight: area + 1,
    items: [0, 1, 2, 3].map((index) => ({ id: `${id}${index}`, weight: 1 + (index % 3), min: 0, max: 3 })),
  })),
};
const SMALL_ITEMS = SMALL.areas.flatMap((area) => area.items.map((item) => item.id));

function smallUnit(id: string, own: number[], missing: boolean[]): ScoredUnit {
  // The first item of each area is always there, so that each has a score.
  const answer = (index: number): Answer =>
    missing[index] && index % 4 !== 0 ? { state: 'not_applicable' } : { state: 'scored', level: own[index] ?? 0 };
  return { id, answers: Object.fromEntries(SMALL_ITEMS.map((item, index) => [item, answer(index)])) };
}

test('a unit that is nowhere worse on the same items never ranks below the other in any draw', () => {
  fc.assert(
    fc.property(
      levels,
      levels,
      gaps,
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 3 }),
      (a, b, missing, seed, decimals) => {
        const better = a.map((level, index) => Math.max(level, b[index] ?? 0));
        const units = [smallUnit('worse', b, missing), smallUnit('better', better, missing)];
        const table = { model: SMALL, units, options: { decimals }, drawing: { draws: 50, seed, weightSpread: 1 } };
        expect(comparePairs(table, [['worse', 'better']])[0]?.aBeatsB).toBe(0);
        const scores = computeScores(SMALL, units, { decimals: 6 });
        expect(Number(scores[1]?.total.display)).toBeGreaterThanOrEqual(Number(scores[0]?.total.display));
      },
    ),
  );
});

test('the order in which units, areas and items are stored changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(levels, gaps), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 0, max: 1e6 }),
      (rows, seed) => {
        const units = rows.map(([own, missing], index) => smallUnit(`u${index}`, own, missing));
        const turned = {
          areas: [...SMALL.areas].reverse().map((area) => ({ ...area, items: [...area.items].reverse() })),
        };
        const drawing = { draws: 50, seed };
        const a = rankIntervals({ model: SMALL, units, drawing });
        const b = rankIntervals({ model: turned, units: [...units].reverse(), drawing });
        expect([...b].reverse()).toEqual(a);
        const scores = computeScores(SMALL, units).map((score) => [score.id, score.total, score.rank]);
        expect(
          computeScores(turned, [...units].reverse())
            .map((score) => [score.id, score.total, score.rank])
            .reverse(),
        ).toEqual(scores);
      },
    ),
  );
});

test('weights twice or a tenth as large give the same scores and intervals', () => {
  const units = randomUnits(20, 12);
  const scaled = (by: number) => ({
    areas: EXAMPLE_MODEL.areas.map((area) => ({
      ...area,
      weight: area.weight * by,
      items: area.items.map((item) => ({ ...item, weight: item.weight / by })),
    })),
  });
  const drawing = { draws: 60 };
  for (const by of [2, 0.1]) {
    expect(computeScores(scaled(by), units)).toEqual(computeScores(EXAMPLE_MODEL, units));
    expect(rankIntervals({ model: scaled(by), units, drawing })).toEqual(
      rankIntervals({ model: EXAMPLE_MODEL, units, drawing }),
    );
  }
});

test('scores that lie on a rounding border in every draw are rounded up, as they are exactly', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, weight: 1, min: 0, max: 16 }));
  const unit = (id: string, level: number): ScoredUnit => ({
    id,
    answers: Object.fromEntries(items.map((item): [string, Answer] => [item.id, { state: 'scored', level }])),
  });
  const table = {
    model: { areas: [{ id: 'A', weight: 1, items }] },
    units: [unit('border', 1), unit('above', 1.008)],
    drawing: { draws: 400 },
  };
  expect(computeScores(table.model, table.units).map((score) => score.total.display)).toEqual(['6.3', '6.3']);
  expect(comparePairs(table, [['above', 'border']])[0]).toMatchObject({ aBeatsB: 0, bBeatsA: 0 });
});

test('a difference is clear when either side wins 95 % of draws', () => {
  const top = smallUnit('top', [3, 3, 3, 3, 3, 3, 3, 3], []);
  const low = smallUnit('low', [0, 0, 0, 1, 0, 0, 0, 0], []);
  const left = smallUnit('left', [3, 3, 3, 3, 1, 1, 1, 1], []);
  const right = smallUnit('right', [0, 0, 0, 0, 3, 3, 2, 2], []);
  const hidden: ScoredUnit = { id: 'hidden', answers: {} };
  const table = { model: SMALL, units: [top, low, left, right, hidden] };
  const [a, b, c, d] = comparePairs(table, [
    ['top', 'low'],
    ['low', 'top'],
    ['left', 'right'],
    ['top', 'hidden'],
  ]);
  expect(a).toEqual({ a: 'top', b: 'low', byMean: null, aBeatsB: 1, bBeatsA: 0, clear: true });
  expect(b).toEqual({ a: 'low', b: 'top', byMean: null, aBeatsB: 0, bBeatsA: 1, clear: true });
  expect(c?.clear).toBe(false);
  expect(d).toEqual({ a: 'top', b: 'hidden', byMean: null, aBeatsB: null, bBeatsA: null, clear: null });
  expect(() => comparePairs(table, [['top', 'nobody']])).toThrow('No unit has the id "nobody"');
});

test('percentiles are the nearest rank', () => {
  const occurrences = [0, 1, 1, 1, 1];
  expect([5, 25, 26, 50, 95, 100].map((percent) => percentileOf(occurrences, 4, percent))).toEqual([1, 1, 2, 2, 4, 4]);
});

test('an empty table has no intervals', () => {
  expect(rankIntervals({ model: EXAMPLE_MODEL, units: [] })).toEqual([]);
});

const REPLAY = '../shared/data/obs-2015.json';

test.skipIf(!existsSync(REPLAY))('on real document scores the intervals are as wide as they were found before', () => {
  const { round } = JSON.parse(readFileSync(REPLAY, 'utf8')) as {
    round: { groups: Record<string, string[]>; units: { id: string; published: Record<string, number> }[] };
  };
  const documents = Object.keys(round.groups).filter((group) => group.startsWith('obi_'));
  const items = documents.map((id) => ({ id, weight: round.groups[id]?.length ?? 0, min: 0, max: 100 }));
  const units = round.units.map(({ id, published }) => ({
    id,
    answers: Object.fromEntries(
      documents.map((group): [string, Answer] => [group, { state: 'scored', level: published[group] ?? NaN }]),
    ),
  }));
  const table = {
    model: { areas: [{ id: 'documents', weight: 1, items }] },
    units,
    drawing: { draws: 2000, seed: 1, weightSpread: 0.25, areaAlpha: null },
  };
  const intervals = rankIntervals(table);
  const width = (interval: RankInterval) => (interval.p95 ?? NaN) - (interval.p05 ?? NaN);
  const widths = intervals.map(width).sort((a, b) => a - b);
  expect(Math.abs((widths[51] ?? NaN) - 4)).toBeLessThanOrEqual(1);
  expect(Math.abs((widths.at(-1) ?? NaN) - 15)).toBeLessThanOrEqual(3);
  const poland = intervals.find((interval) => interval.id === 'PL');
  expect(Math.abs((poland?.p05 ?? NaN) - 19)).toBeLessThanOrEqual(1);
  expect(Math.abs((poland?.p95 ?? NaN) - 23)).toBeLessThanOrEqual(1);
});
