import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL, EXAMPLE_UNIT } from '#tests/fixtures/worked-example.ts';
import type { Answer, ScoredUnit, ScoringModel } from '../scoring/model.ts';
import { computeScores } from '../scoring/score.ts';
import { whatWouldRaise } from './what-would-raise.ts';

const MODEL: ScoringModel = {
  areas: [
    {
      id: 'A',
      weight: 1,
      items: [
        { id: 'a1', weight: 3, min: 0, max: 3, levels: [0, 1, 2, 3] },
        { id: 'a2', weight: 1, min: 0, max: 3 },
      ],
    },
    {
      id: 'B',
      weight: 1,
      items: [
        { id: 'b1', weight: 1, min: 0, max: 100, levels: [0, 33, 67, 100] },
        { id: 'b2', weight: 1, min: 0, max: 1 },
      ],
    },
  ],
};

function unit(id: string, answers: Record<string, number | Answer>): ScoredUnit {
  return {
    id,
    answers: Object.fromEntries(
      Object.entries(answers).map(([item, answer]): [string, Answer] => [
        item,
        typeof answer === 'number' ? { state: 'scored', level: answer } : answer,
      ]),
    ),
  };
}

test('the largest gain comes first, and each gain is what the score would really gain', () => {
  const own = unit('x', { a1: 1, a2: 3, b1: 33, b2: 0 });
  const steps = whatWouldRaise(MODEL, own);
  expect(steps.map(({ itemId, from, to }) => [itemId, from, to])).toEqual([
    ['b2', 0, 1],
    ['a1', 1, 2],
    ['b1', 33, 67],
  ]);
  expect(steps[0]).toMatchObject({ gain: { exact: '25', display: '25.0' }, newTotal: '58.3', areaId: 'B' });
  expect(steps[1]?.gain).toEqual({ exact: '25/2', display: '12.5' });
});

test('an item at its top, not applicable or not assessed is no way up; a withheld one is', () => {
  const own = unit('x', { a1: { state: 'withheld' }, a2: 3, b1: 100, b2: { state: 'not_applicable' } });
  expect(whatWouldRaise(MODEL, own).map(({ itemId, from, to }) => [itemId, from, to])).toEqual([['a1', null, 1]]);
});

test('among equal gains the step that more like units have taken comes first, with those units named', () => {
  const model: ScoringModel = {
    areas: [{ id: 'A', weight: 1, items: ['p', 'q', 'r'].map((id) => ({ id, weight: 1, min: 0, max: 3 })) }],
  };
  const own = unit('x', { p: 1, q: 1, r: 1 });
  const peers = [own, unit('u', { p: 1, q: 2, r: 3 }), unit('v', { p: 0, q: { state: 'withheld' }, r: 2 })];
  const steps = whatWouldRaise(model, own, { peers });
  expect(steps.map(({ itemId, reachedBy, comparable }) => [itemId, reachedBy, comparable])).toEqual([
    ['q', ['u'], 1],
    ['r', ['u', 'v'], 2],
    ['p', [], 2],
  ]);
});

test('a unit without a total gets no advice', () => {
  expect(whatWouldRaise(MODEL, unit('x', { a1: 1 }))).toEqual([]);
});

test('a step promised is a step kept', () => {
  const items = EXAMPLE_MODEL.areas.flatMap((area) => area.items);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 36, maxLength: 36 }), (levels) => {
      const own = unit(
        'x',
        Object.fromEntries(items.map((item, index) => [item.id, Math.min(item.max, levels[index] ?? 0)])),
      );
      for (const step of whatWouldRaise(EXAMPLE_MODEL, own).slice(0, 3)) {
        const after = {
          ...own,
          answers: { ...own.answers, [step.itemId]: { state: 'scored', level: step.to } as const },
        };
        expect(computeScores(EXAMPLE_MODEL, [after])[0]?.total.display).toBe(step.newTotal);
      }
    }),
    { numRuns: 30 },
  );
});

test('in the worked example a heavy item of the weakest area gains most', () => {
  const [first] = whatWouldRaise(EXAMPLE_MODEL, EXAMPLE_UNIT);
  // One of P's weight-3 items by a third of its scale: 100 · 3 · ⅓ ÷ 20 ÷ 3
  expect(first).toMatchObject({ areaId: 'P', gain: { exact: '5/3', display: '1.7' }, newTotal: '51.1' });
});
