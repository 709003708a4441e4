import { expect, test } from 'vitest';
import type { Answer, ScoredUnit, ScoringModel } from './model.ts';
import { rankVariants } from './variants.ts';

const MODEL: ScoringModel = {
  areas: [
    {
      id: 'A',
      weight: 1,
      items: [
        { id: 'a1', weight: 3, min: 0, max: 4 },
        { id: 'a2', weight: 1, min: 0, max: 4 },
      ],
    },
    { id: 'B', weight: 1, items: [{ id: 'b1', weight: 1, min: 0, max: 4 }] },
  ],
};

function unit(id: string, ...levels: (number | null)[]): ScoredUnit {
  const answer = (level: number | null): Answer =>
    level === null ? { state: 'not_assessed' } : { state: 'scored', level };
  return {
    id,
    answers: Object.fromEntries(['a1', 'a2', 'b1'].map((item, index) => [item, answer(levels[index] ?? null)])),
  };
}

test('the geometric mean puts an even unit above a lopsided one with the same total', () => {
  const [even, lopsided, half] = rankVariants({
    model: MODEL,
    units: [unit('even', 2, 2, 2), unit('lopsided', 4, 4, 0), unit('half', 1, 1, 1)],
  });
  expect([even?.rank, lopsided?.rank, half?.rank]).toEqual([1, 1, 3]);
  expect(even?.geometricMean).toEqual({ rank: 1, shift: 0 });
  // √(100 · 1) = 10 because of the floor, which is below the 25 of a unit at a quarter throughout
  expect(lopsided?.geometricMean).toEqual({ rank: 3, shift: 2 });
  expect(half?.geometricMean).toEqual({ rank: 2, shift: -1 });
});

test('a geometric mean that lies on a rounding border is rounded as the plain mean of equal areas is', () => {
  const model = {
    areas: ['A', 'B', 'C'].map((id) => ({ id, weight: 1, items: [{ id, weight: 1, min: 0, max: 2000 }] })),
  };
  const same = (id: string, level: number): ScoredUnit => ({
    id,
    answers: Object.fromEntries(['A', 'B', 'C'].map((item): [string, Answer] => [item, { state: 'scored', level }])),
  });
  for (const level of [125, 641, 997, 1383]) {
    const [a, b] = rankVariants({ model, units: [same('a', level), same('b', level + 1)] });
    expect([level, a?.geometricMean.shift, b?.geometricMean.shift]).toEqual([level, 0, 0]);
  }
});

test('equal weights and the loss of one indicator shift ranks as worked out by hand', () => {
  const [first, second] = rankVariants({ model: MODEL, units: [unit('first', 4, 0, 2), unit('second', 2, 4, 2)] });
  // A: 75 and 62.5; with equal weights 50 and 75; without a1 0 and 100; without a2 100 and 50
  expect([first?.rank, second?.rank]).toEqual([1, 2]);
  expect(first?.equalWeights).toEqual({ rank: 2, shift: 1 });
  expect(second?.equalWeights).toEqual({ rank: 1, shift: -1 });
  expect(first?.leaveOneOut).toEqual({ itemId: 'a1', rank: 2, shift: 1 });
});

test('a variant in which a unit has no total says nothing about it', () => {
  const [score] = rankVariants({ model: MODEL, units: [unit('x', 4, 0, 2), unit('y', 4, 0, 2)] });
  // without b1 area B has no score at all
  expect(score?.leaveOneOut.itemId).toBe('a1');
});

test('the other coder’s answers replace those they differed from', () => {
  const units = [unit('x', 3, 3, 3), unit('y', 2, 2, 2)];
  const [x, y] = rankVariants(
    { model: MODEL, units },
    { x: { a1: { state: 'scored', level: 0 }, b1: { state: 'withheld' } } },
  );
  expect(x?.otherCoder).toEqual({ rank: 2, shift: 1 });
  expect(y?.otherCoder).toEqual({ rank: 1, shift: -1 });
  expect(rankVariants({ model: MODEL, units })[0]?.otherCoder).toBeNull();
});

test('a unit without a published total has no rank in any variant and takes none', () => {
  const [hidden, shown] = rankVariants(
    { model: MODEL, units: [unit('hidden', 4, 4, null), unit('shown', 1, 1, 1)] },
    {},
  );
  const none = { rank: null, shift: null };
  expect(hidden).toEqual({
    id: 'hidden',
    rank: null,
    withoutArea: { A: none, B: none },
    geometricMean: none,
    equalWeights: none,
    leaveOneOut: { ...none, itemId: null },
    otherCoder: none,
  });
  expect(shown).toMatchObject({ rank: 1, geometricMean: { rank: 1, shift: 0 }, otherCoder: { rank: 1, shift: 0 } });
});
