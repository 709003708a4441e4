import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL, EXAMPLE_UNIT } from '#tests/fixtures/worked-example.ts';
import { exactScores } from './exact-score.ts';
import { formatFraction } from './fraction.ts';
import type { Answer, ScoredUnit, ScoringModel } from './model.ts';
import { computeScores } from './score.ts';

const NO_LIMITS = { minCoverageArea: 0, minCoverageTotal: 0 };

function oneArea(items: Record<string, { weight?: number; min?: number; max?: number }>): ScoringModel {
  const list = Object.entries(items).map(([id, item]) => ({ id, weight: 1, min: 0, max: 3, ...item }));
  return { areas: [{ id: 'A', weight: 1, items: list }] };
}

function unit(id: string, answers: Record<string, number | Answer['state']>): ScoredUnit {
  const toAnswer = (answer: number | Answer['state']): Answer =>
    typeof answer === 'number'
      ? { state: 'scored', level: answer }
      : answer === 'scored'
        ? { state: 'scored', level: 0 }
        : { state: answer };
  return { id, answers: Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, toAnswer(answer)])) };
}

test('the worked example of the method comes out exactly', () => {
  const [score] = exactScores(EXAMPLE_MODEL, [EXAMPLE_UNIT]);
  const area = (id: string) => score?.areas.get(id);
  const write = (value: Parameters<typeof formatFraction>[0] | null | undefined) =>
    value ? formatFraction(value) : null;
  expect(write(area('T')?.score)).toBe('4700/81');
  expect(write(area('I')?.score)).toBe('1900/39');
  expect(write(area('P')?.score)).toBe('125/3');
  expect(write(area('P')?.coverage)).toBe('20/23');
  expect(write(score?.total.score)).toBe('156275/3159');
});

test('the worked example is printed and bounded as the method says', () => {
  const [score] = computeScores(EXAMPLE_MODEL, [EXAMPLE_UNIT]);
  const areas = score?.areas ?? {};
  expect([areas.T?.display, areas.I?.display, areas.P?.display, score?.total.display]).toEqual([
    '58.0',
    '48.7',
    '41.7',
    '49.5',
  ]);
  expect(areas.T?.value).toBeCloseTo(58.0247, 4);
  expect(areas.I?.value).toBeCloseTo(48.7179, 4);
  expect(areas.P?.value).toBeCloseTo(41.6667, 4);
  expect(areas.P?.coverage).toBeCloseTo(0.8696, 4);
  expect(areas.P?.low).toBeCloseTo(36.2319, 4);
  expect(areas.P?.high).toBeCloseTo(49.2754, 4);
  expect(score?.total.value).toBeCloseTo(49.4698, 4);
  expect(score?.total.low).toBeCloseTo(47.6582, 4);
  expect(score?.total.high).toBeCloseTo(52.006, 4);
  expect(score?.total.lowDisplay).toBe('47.7');
  expect(score?.total.highDisplay).toBe('52.0');
});

test('an item with its own smallest and greatest level is scored on that scale', () => {
  const model = oneArea({ a: { min: 1, max: 5 }, b: { min: -2, max: 2, weight: 3 } });
  const [score] = computeScores(model, [unit('x', { a: 2, b: 1 })]);
  expect(score?.total.exact).toBe('125/2');
});

test('a withheld answer counts as the lowest score also where the scale does not begin at 0', () => {
  const model = oneArea({ a: { min: 1, max: 5 }, b: {} });
  const [score] = computeScores(model, [unit('x', { a: 'withheld', b: 3 })]);
  expect(score?.total).toMatchObject({ exact: '50', coverage: 1, low: 50, high: 50 });
});

test('what is not applicable leaves score, coverage and bounds alone', () => {
  const model = oneArea({ a: {}, b: {}, c: { weight: 9 } });
  const [score] = computeScores(model, [unit('x', { a: 3, b: 0, c: 'not_applicable' })]);
  expect(score?.total).toMatchObject({ display: '50.0', coverage: 1, low: 50, high: 50 });
});

test('an answer that is absent is not assessed', () => {
  const model = oneArea({ a: {}, b: {} });
  const [score] = computeScores(model, [unit('x', { a: 3 })], NO_LIMITS);
  expect(score?.total).toMatchObject({ display: '100.0', coverage: 0.5, low: 50, high: 100 });
});

test('an area is published from the limit on, and not below it', () => {
  const model = oneArea({ a: { weight: 7 }, b: { weight: 3 }, c: { weight: 0.001 } });
  const limits = { minCoverageArea: 0.7, minCoverageTotal: 0 };
  const [at] = computeScores(model, [unit('x', { a: 2, c: 'not_applicable' })], limits);
  const [below] = computeScores(model, [unit('x', { a: 2 })], limits);
  expect(at?.areas.A?.display).toBe('66.7');
  expect(below?.areas.A?.display).toBeNull();
  expect(below?.total.display).toBeNull();
  expect(below?.rank).toBeNull();
});

test('a total needs its own coverage besides that of each area', () => {
  const model = oneArea({ a: { weight: 3 }, b: {} });
  const units = [unit('x', { a: 2 }), unit('y', { a: 1, b: 1 })];
  const scores = computeScores(model, units, { minCoverageArea: 0.7, minCoverageTotal: 0.8 });
  expect(scores[0]?.areas.A?.display).toBe('66.7');
  expect(scores[0]?.total.display).toBeNull();
  expect(scores.map((score) => score.rank)).toEqual([null, 1]);
});

test('an area where nothing was counted has no score and leaves no total', () => {
  const [area] = oneArea({ a: {} }).areas;
  const model = {
    areas: [
      { ...area!, id: 'A' },
      { id: 'B', weight: 1, items: [{ id: 'b', weight: 1, min: 0, max: 3 }] },
    ],
  };
  const [missing, empty] = computeScores(
    model,
    [unit('x', { a: 3, b: 'not_assessed' }), unit('y', { a: 3, b: 'not_applicable' })],
    NO_LIMITS,
  );
  expect(missing?.areas.B).toMatchObject({ exact: null, value: null, display: null, coverage: 0, low: 0, high: 100 });
  expect(missing?.total).toMatchObject({ exact: null, display: null, coverage: 0.5, low: 50, high: 100 });
  expect(empty?.areas.B).toMatchObject({ exact: null, display: null, coverage: null, low: null, high: null });
  expect(empty?.total.display).toBeNull();
});

test('an area that a reader gives the weight 0 does not touch the total', () => {
  const model: ScoringModel = {
    areas: [...oneArea({ a: {} }).areas, { id: 'B', weight: 0, items: [{ id: 'b', weight: 1, min: 0, max: 3 }] }],
  };
  const [score] = computeScores(model, [unit('x', { a: 3 })]);
  expect(score?.total).toMatchObject({ display: '100.0', coverage: 1 });
  expect(score?.areas.B?.display).toBeNull();
});

test('values that print alike share a rank and the next one is skipped', () => {
  const model = oneArea({ a: { max: 10_000 } });
  const levels = [9000, 5004, 4996, 100];
  const scores = computeScores(
    model,
    levels.map((level, index) => unit(`u${index}`, { a: level })),
  );
  expect(scores.map((score) => score.total.display)).toEqual(['90.0', '50.0', '50.0', '1.0']);
  expect(scores.map((score) => score.rank)).toEqual([1, 2, 2, 4]);
});

test('halves are rounded up on the exact value, also where binary fractions would fall below', () => {
  const model = oneArea({ a: { max: 2000 } });
  const [score] = computeScores(model, [unit('x', { a: 3 }), unit('y', { a: 20.1 })]);
  expect(score?.total).toMatchObject({ exact: '3/20', display: '0.2' });
});

test('the number of decimals is the caller’s', () => {
  const display = (decimals: number) => computeScores(EXAMPLE_MODEL, [EXAMPLE_UNIT], { decimals })[0]?.total.display;
  expect([0, 2, 4].map(display)).toEqual(['49', '49.47', '49.4698']);
});

test('names of object members are ordinary item ids', () => {
  const model = oneArea({ constructor: {}, a: {} });
  const [score] = computeScores(model, [unit('x', { a: 3 })], NO_LIMITS);
  expect(score?.total.coverage).toBe(0.5);
});

test('a level outside the scale is refused', () => {
  expect(() => computeScores(oneArea({ a: {} }), [unit('x', { a: 4 })])).toThrow('x, a: level 4 lies outside 0–3');
});

test('no units give no scores', () => {
  expect(computeScores(EXAMPLE_MODEL, [])).toEqual([]);
});

const REPLAY = '../shared/data/obs-2015.json';

interface Replay {
  replay: { tolerance: number; exceptions: { round: string; id: string; group: string }[] };
  round: {
    itemIds: string[];
    groups: Record<string, string[]>;
    units: { id: string; items: (number | null)[]; published: Record<string, number | string> }[];
  };
}

test.skipIf(!existsSync(REPLAY))('a published table of 102 countries comes out to four decimals', () => {
  const { round, replay } = JSON.parse(readFileSync(REPLAY, 'utf8')) as Replay;
  expect(round.units).toHaveLength(102);
  for (const [group, ids] of Object.entries(round.groups)) {
    const items = ids.map((id) => ({ id, weight: 1, min: 0, max: 100 }));
    const units = round.units.map(({ id, items: levels }) => ({
      id,
      answers: Object.fromEntries(
        round.itemIds.map((itemId, index): [string, Answer] => {
          const level = levels[index];
          return [
            itemId,
            level === null || level === undefined ? { state: 'not_applicable' } : { state: 'scored', level },
          ];
        }),
      ),
    }));
    const scores = computeScores({ areas: [{ id: group, weight: 1, items }] }, units, { ...NO_LIMITS, decimals: 4 });
    scores.forEach((score, index) => {
      const published = round.units[index]?.published[group];
      const isException = replay.exceptions.some(
        (known) => known.round === '2015' && known.id === score.id && known.group === group,
      );
      if (typeof published !== 'number' || isException) return;
      expect(score.total.value, `${score.id} ${group}`).not.toBeNull();
      expect(Math.abs((score.total.value ?? NaN) - published), `${score.id} ${group}`).toBeLessThanOrEqual(
        replay.tolerance,
      );
    });
  }
});
