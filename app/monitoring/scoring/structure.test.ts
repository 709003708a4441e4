import { expect, test } from 'vitest';
import { correlation, correlationMatrix, importances } from './structure.ts';

const rising = Array.from({ length: 12 }, (_, at) => at);

test('a correlation needs enough places where both are known, and something that varies', () => {
  expect(
    correlation(
      rising,
      rising.map((each) => 3 - 2 * each),
    ),
  ).toBeCloseTo(-1, 12);
  expect(
    correlation(
      rising,
      rising.map((each) => (each < 3 ? null : each)),
    ),
  ).toBeNull();
  expect(
    correlation(
      rising,
      rising.map(() => 5),
    ),
  ).toBeNull();
  // By the formula of the sums, in another program.
  const rough = rising.map((each) => each + (each % 2));
  expect(correlation(rising, rough)).toBeCloseTo(0.990291, 6);
  expect(correlationMatrix([rising, rough]).map((row) => row.map((each) => each?.toFixed(3)))).toEqual([
    ['1.000', '0.990'],
    ['0.990', '1.000'],
  ]);
});

test('two parts of the same weight are not as important when only one of them varies with the total', () => {
  const flat = rising.map((each) => (each % 2 === 0 ? 1 : 2));
  const found = importances(
    [
      { id: 'a', weight: 1, values: rising },
      { id: 'b', weight: 1, values: flat },
      { id: 'c', weight: 2, values: rising.map(() => 3) },
    ],
    rising,
  );
  expect(found.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.5]);
  expect(found[0]!.effective).toBeGreaterThan(0.97);
  expect(found[2]).toMatchObject({ correlation: null, effective: null });
  expect(found.reduce((sum, { effective }) => sum + (effective ?? 0), 0)).toBeCloseTo(1, 12);
});
