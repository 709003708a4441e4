import { expect, test } from 'vitest';
import { toLevelMatrix, toStateMatrix } from '../fieldwork/codings.ts';
import type { Coding } from '../fieldwork/codings.ts';
import { measureReliability, readAlpha } from './reliability.ts';
import { createRandom } from './random.ts';

const OPTIONS = { level: 'ordinal', seed: 3, samples: 400 } as const;

/** Two coders, the second of whom is one level off in every `every`th unit. */
function codings(units: number, every: number): number[][] {
  const random = createRandom(11);
  const first = Array.from({ length: units }, () => random.nextBelow(4));
  return [first, first.map((level, index) => (index % every === 0 ? (level === 3 ? 2 : level + 1) : level))];
}

test('below 20 double-coded units only agreement is shown', () => {
  expect(measureReliability(codings(19, 10), OPTIONS)).toEqual({
    units: 19,
    values: 38,
    agreement: 17 / 19,
    alpha: null,
    reason: 'too-few-units',
  });
  expect(measureReliability(codings(20, 10), OPTIONS).alpha).not.toBeNull();
});

test('units with one value do not help to reach 20', () => {
  const [first = [], second = []] = codings(20, 10);
  expect(measureReliability([first, [null, ...second.slice(1)]], OPTIONS).reason).toBe('too-few-units');
});

test('agreement without variation has no alpha, and says so', () => {
  const same = Array.from({ length: 30 }, () => 2);
  expect(measureReliability([same, same], OPTIONS)).toMatchObject({
    agreement: 1,
    alpha: null,
    reason: 'no-variation',
  });
  expect(
    measureReliability(
      [
        [1, null],
        [null, 1],
      ],
      OPTIONS,
    ),
  ).toMatchObject({ agreement: null, alpha: null, reason: 'no-pairs' });
});

test('the interval holds alpha, is the same for one seed and narrows with more units', () => {
  const small = measureReliability(codings(30, 4), OPTIONS).alpha;
  const large = measureReliability(codings(400, 4), OPTIONS).alpha;
  expect(small).toEqual(measureReliability(codings(30, 4), OPTIONS).alpha);
  for (const alpha of [small, large]) {
    expect(alpha?.from).toBeLessThan(alpha?.value ?? NaN);
    expect(alpha?.to).toBeGreaterThan(alpha?.value ?? NaN);
  }
  expect((large?.to ?? NaN) - (large?.from ?? NaN)).toBeLessThan(((small?.to ?? NaN) - (small?.from ?? NaN)) / 2);
});

test('the order of units and coders leaves the interval alone', () => {
  const data = codings(40, 4);
  const turned = [...data].reverse().map((row) => [...row].reverse());
  const [a, b] = [measureReliability(data, OPTIONS).alpha, measureReliability(turned, OPTIONS).alpha];
  expect(a?.from).toBeCloseTo(b?.from ?? NaN, 12);
  expect(a?.to).toBeCloseTo(b?.to ?? NaN, 12);
});

test('alpha is read as Krippendorff advises', () => {
  expect([0.8, 0.7999, 0.667, 0.6669, -0.2].map(readAlpha)).toEqual([
    'reliable',
    'tentative',
    'tentative',
    'unreliable',
    'unreliable',
  ]);
});

const CODINGS: Coding[] = [
  { unitId: 'A', itemId: 'T01', coderId: 'x', answer: { state: 'scored', level: 2 } },
  { unitId: 'A', itemId: 'T01', coderId: 'y', answer: { state: 'scored', level: 3 } },
  { unitId: 'B', itemId: 'T01', coderId: 'y', answer: { state: 'not_applicable' } },
  { unitId: 'B', itemId: 'T01', coderId: 'z', answer: { state: 'withheld' } },
];

test('codings become a matrix of levels and one of states', () => {
  expect(toLevelMatrix(CODINGS)).toEqual([
    [2, null],
    [3, null],
    [null, null],
  ]);
  expect(toStateMatrix(CODINGS)).toEqual([
    [1, null],
    [1, 2],
    [null, 1],
  ]);
});

test('two codings of one cell by one coder are refused', () => {
  expect(() => toLevelMatrix([...CODINGS, CODINGS[0]!])).toThrow('x coded T01 of A twice');
});
