import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf } from './bands.ts';
import {
  add,
  compare,
  divide,
  formatFraction,
  fraction,
  fractionOf,
  lcm,
  multiply,
  parseFraction,
  subtract,
  toNumber,
} from './fraction.ts';
import { displayFraction, roundHalfUp, roundHalfUpNumber } from './rounding.ts';
import { sharedRanks } from './ranks.ts';

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]) => fraction(n, d));

test('fractions are kept in lowest terms with a positive denominator', () => {
  expect(fraction(6n, -4n)).toEqual({ n: -3n, d: 2n });
  expect(fraction(0n, -7n)).toEqual({ n: 0n, d: 1n });
  expect(lcm(4n, 6n)).toBe(12n);
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
});

test('a number is read as it is written in decimal', () => {
  expect([0.7, 1.5, -0.05, 1e21, 2.5e-7, 33].map((value) => formatFraction(fractionOf(value)))).toEqual([
    '7/10',
    '3/2',
    '-1/20',
    '1000000000000000000000',
    '1/4000000',
    '33',
  ]);
  expect(() => fractionOf(NaN)).toThrow('NaN is not a finite number');
});

test('a written fraction is read back', () => {
  fc.assert(
    fc.property(rational, (value) => {
      expect(parseFraction(formatFraction(value))).toEqual(value);
    }),
  );
  expect(() => parseFraction('1/0')).toThrow(RangeError);
  expect(() => parseFraction('1.5')).toThrow(RangeError);
});

test('the four operations undo each other', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      fc.pre(b.n !== 0n);
      expect(divide(multiply(a, b), b)).toEqual(a);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
    }),
  );
});

test('every double survives the way through a fraction', () => {
  const double = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => value === 0 || Math.abs(value) > 1e-300);
  fc.assert(
    fc.property(double, (value) => {
      expect(toNumber(fractionOf(value))).toBe(value + 0);
    }),
  );
});

test('long fractions give the nearest double', () => {
  expect(toNumber(fraction(10n ** 40n, 3n * 10n ** 40n))).toBe(1 / 3);
  expect(toNumber(fraction(-(2n * 10n ** 40n + 1n), 3n * 10n ** 40n))).toBe(-2 / 3);
  expect(toNumber(fraction(2n ** 80n + 1n, 2n ** 80n))).toBe(1);
});

test('halves go up', () => {
  const tenths = (value: number) => displayFraction(fractionOf(value), 1);
  expect([0.05, 0.15, 0.25, 49.949999, 49.95, 99.95, 0.04].map(tenths)).toEqual([
    '0.1',
    '0.2',
    '0.3',
    '49.9',
    '50.0',
    '100.0',
    '0.0',
  ]);
  expect([-0.05, -0.06, -12.34].map(tenths)).toEqual(['0.0', '-0.1', '-12.3']);
  expect(displayFraction(fractionOf(12.5), 0)).toBe('13');
});

test('rounding a double agrees with exact rounding wherever the double is exact to ten digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
      expect(roundHalfUpNumber(value / 100_000, decimals)).toBe(
        Number(roundHalfUp(fraction(BigInt(value), 100_000n), decimals)),
      );
    }),
  );
});

test('a band begins at its border, on the displayed value', () => {
  expect(['80.0', '79.9', '60.0', '20.0', '19.9', '0.0'].map((value) => bandOf(value)?.id)).toEqual([
    'A',
    'B',
    'B',
    'D',
    'E',
    'E',
  ]);
  expect(bandOf(null)).toBeNull();
});

test('a value within 1.5 points of a border is marked as near it', () => {
  const near = (value: string) => bandOf(value)?.nearBorder?.border ?? null;
  expect(['78.4', '78.5', '80.0', '81.5', '81.6', '49.5', '0.0', '100.0'].map(near)).toEqual([
    null,
    80,
    80,
    80,
    null,
    null,
    null,
    null,
  ]);
  expect(bandOf('59.0')?.nearBorder).toEqual({ border: 60, above: 'B', below: 'C' });
});

test('equal values share a rank, missing ones have none', () => {
  expect(sharedRanks([7, 9, null, 7, 3])).toEqual([2, 1, null, 2, 4]);
  expect(sharedRanks([])).toEqual([]);
});
