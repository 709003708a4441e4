import { expect, test } from 'vitest';
import { createRandom, nextDirichlet, nextLogGamma, nextNormal, randomFromState } from './random.ts';

const take = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

test('the generator gives the numbers of its authors’ own program', () => {
  // xoshiro128starstar.c, version 1.1, state 1, 2, 3, 4
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(take(10, randomFromState([1, 2, 3, 4]).nextUint32)).toEqual(expected);
});

test('a seed is spread by SplitMix64, whose first outputs for the seed 1234567 are known', () => {
  // 6457827717110365317 and 3203168211198807973, low word first
  const words = [6457827717110365317n, 3203168211198807973n].flatMap((word) => [
    Number(word & 0xffffffffn),
    Number(word >> 32n),
  ]);
  const [a = 0, b = 0, c = 0, d = 0] = words;
  expect(take(5, createRandom(1234567).nextUint32)).toEqual(take(5, randomFromState([a, b, c, d]).nextUint32));
});

test('one seed gives one sequence, another seed another', () => {
  expect(take(20, createRandom(5).nextUniform)).toEqual(take(20, createRandom(5).nextUniform));
  expect(take(20, createRandom(5).nextUniform)).not.toEqual(take(20, createRandom(6).nextUniform));
  expect(() => createRandom(-1)).toThrow(RangeError);
  expect(() => createRandom(0.5)).toThrow(RangeError);
});

test('uniform numbers lie strictly between 0 and 1 and fill that space', () => {
  const values = take(20_000, createRandom(1).nextUniform);
  expect(Math.min(...values)).toBeGreaterThan(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean(values)).toBeCloseTo(0.5, 2);
  expect(deviation(values)).toBeCloseTo(Math.sqrt(1 / 12), 2);
});

test('normal and gamma numbers have the mean and spread of their distributions', () => {
  const random = createRandom(2);
  const normal = take(20_000, () => nextNormal(random));
  expect(mean(normal)).toBeCloseTo(0, 1);
  expect(deviation(normal)).toBeCloseTo(1, 1);
  for (const shape of [0.5, 1, 10]) {
    const gamma = take(40_000, () => Math.exp(nextLogGamma(random, shape)));
    expect(Math.abs(mean(gamma) / shape - 1), `mean, shape ${shape}`).toBeLessThan(0.03);
    expect(Math.abs(deviation(gamma) / Math.sqrt(shape) - 1), `spread, shape ${shape}`).toBeLessThan(0.05);
  }
});

test('Dirichlet(10) over three areas has the mean 1/3 and a standard deviation of about 0.085', () => {
  const random = createRandom(3);
  const draws = take(20_000, () => 0).map(() => nextDirichlet(random, [10, 10, 10]));
  for (const area of [0, 1, 2]) {
    const shares = draws.map((draw) => draw[area] ?? NaN);
    expect(mean(shares)).toBeCloseTo(1 / 3, 2);
    expect(deviation(shares)).toBeCloseTo(0.085, 2);
  }
  for (const draw of draws) expect(draw.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
});

test('even a shape close to 0 gives weights, and a shape of 0 gives none', () => {
  const random = createRandom(4);
  for (let round = 0; round < 200; round += 1) {
    const weights = nextDirichlet(random, [0.001, 0.001, 0]);
    expect(weights[2]).toBe(0);
    expect(weights.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  }
});
