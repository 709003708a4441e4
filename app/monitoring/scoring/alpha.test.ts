import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coincidences, krippendorffAlpha, pairableUnits } from './alpha.ts';
import type { MeasurementLevel } from './alpha.ts';

type Matrix = (number | null)[][];

interface VectorFile {
  vectors: {
    id: string;
    data: Matrix;
    pairableUnits: number;
    pairableValues: number;
    marginals: number[];
    published: Partial<Record<MeasurementLevel, number>>;
    recomputed: Partial<Record<MeasurementLevel, number>>;
  }[];
  edgeCases: { id: string; data: Matrix; sameAs?: Matrix; level: MeasurementLevel; expected: number | null }[];
}

/** The fixture is part of the project; the shared file may have grown more vectors since. */
const FILES = ['tests/fixtures/krippendorff-vectors.json', '../shared/data/krippendorff-vectors.json'].filter((file) =>
  existsSync(file),
);

/** Seven decimals are enough to tell values apart, and rounding errors lie far below. */
const rounded = (value: number | null) => (value === null ? null : value.toFixed(7));

const levelsOf = (values: Partial<Record<MeasurementLevel, number>>) =>
  Object.entries(values) as [MeasurementLevel, number][];

for (const name of FILES) {
  const file = JSON.parse(readFileSync(name, 'utf8')) as VectorFile;

  test.each(file.vectors)(`published example $id comes out (${name})`, (vector) => {
    const units = pairableUnits(vector.data);
    const { cells, categories } = coincidences(units);
    const marginals = categories.map((_, c) =>
      cells.slice(c * categories.length, (c + 1) * categories.length).reduce((a, b) => a + b, 0),
    );
    expect(marginals).toEqual(vector.marginals.map((marginal): unknown => expect.closeTo(marginal, 9)));
    for (const [level, value] of levelsOf(vector.recomputed)) {
      const result = krippendorffAlpha(vector.data, level);
      expect(result).toMatchObject({ units: vector.pairableUnits, values: vector.pairableValues });
      expect(Math.abs((result.alpha ?? NaN) - value)).toBeLessThan(1e-6);
    }
    for (const [level, value] of levelsOf(vector.published)) {
      const decimals = String(value).split('.')[1]?.length ?? 0;
      expect(krippendorffAlpha(vector.data, level).alpha?.toFixed(decimals)).toBe(value.toFixed(decimals));
    }
  });

  test.each(file.edgeCases)(`edge case $id comes out (${name})`, (edge) => {
    for (const data of [edge.data, edge.sameAs ?? edge.data]) {
      const { alpha } = krippendorffAlpha(data, edge.level);
      expect(rounded(alpha)).toBe(rounded(edge.expected));
    }
  });
}

test('the reason why there is no alpha is named', () => {
  expect(
    krippendorffAlpha(
      [
        [2, 2],
        [2, 2],
      ],
      'ordinal',
    ),
  ).toMatchObject({ alpha: null, reason: 'no-variation', units: 2, values: 4 });
  expect(
    krippendorffAlpha(
      [
        [1, null],
        [null, 2],
      ],
      'ordinal',
    ),
  ).toMatchObject({ alpha: null, reason: 'no-pairs', units: 0, values: 0 });
  expect(krippendorffAlpha([], 'nominal')).toMatchObject({ alpha: null, reason: 'no-pairs' });
});

test('a value that has no partner does not count as variation', () => {
  expect(
    krippendorffAlpha(
      [
        [2, 2, 3],
        [2, 2, null],
      ],
      'nominal',
    ),
  ).toMatchObject({ alpha: null, reason: 'no-variation' });
});

test('rows of different length and negative ratios are refused', () => {
  expect(() => krippendorffAlpha([[1, 2], [1]], 'nominal')).toThrow('same number of units');
  expect(() =>
    krippendorffAlpha(
      [
        [1, -2],
        [1, 2],
      ],
      'ratio',
    ),
  ).toThrow('below 0');
});

const matrix = fc
  .integer({ min: 2, max: 4 })
  .chain((coders) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 4 }), { minLength: coders, maxLength: coders }),
      { minLength: 1, maxLength: 12 },
    ),
  );
const level = fc.constantFrom<MeasurementLevel>('nominal', 'ordinal', 'interval', 'ratio');
const transpose = (units: (number | null)[][]) =>
  (units[0] ?? []).map((_, coder) => units.map((unit) => unit[coder] ?? null));

test('alpha never exceeds 1, and is 1 exactly where all pairs agree', () => {
  fc.assert(
    fc.property(matrix, level, (units, measured) => {
      const { alpha } = krippendorffAlpha(transpose(units), measured);
      if (alpha === null) return;
      const agree = units.every((unit) => new Set(unit.filter((value) => value !== null)).size <= 1);
      expect(alpha === 1).toBe(agree);
      expect(alpha).toBeLessThanOrEqual(1);
    }),
  );
});

test('neither the order of coders nor that of units moves alpha', () => {
  fc.assert(
    fc.property(matrix, level, fc.integer(), (units, measured, turn) => {
      const turned = units.map((unit) => [...unit].reverse());
      const at = Math.abs(turn) % units.length;
      const a = krippendorffAlpha(transpose(units), measured).alpha;
      const b = krippendorffAlpha(transpose([...turned.slice(at), ...turned.slice(0, at)]), measured).alpha;
      expect(rounded(a)).toBe(rounded(b));
    }),
  );
});

test('thirds of four coders come out the same in any order, to the last bit', () => {
  const gap = null;
  const units = [
    [2, 2, 0, 2],
    [2, 3, 3, 1],
    [gap, gap, 3, 0],
    [1, 3, gap, 3],
    [1, 2, gap, gap],
    [gap, 1, 3, 0],
    [0, 2, 2, 0],
    [0, 0, 2, 2],
    [1, 0, gap, 2],
    [gap, 1, 0, 2],
    [2, 2, gap, 2],
    [1, 3, 3, 2],
  ];
  const turned = [...units.slice(1), ...units.slice(0, 1)].map((unit) => [...unit].reverse());
  const { alpha } = krippendorffAlpha(transpose(units), 'nominal');
  expect(alpha).toBeCloseTo(0, 12);
  expect(krippendorffAlpha(transpose(turned), 'nominal').alpha).toBe(alpha);
});

test('ordinal alpha depends on the order of values alone', () => {
  fc.assert(
    fc.property(matrix, (units) => {
      const relabelled = units.map((unit) => unit.map((value) => (value === null ? null : value ** 3 * 10 - 7)));
      expect(krippendorffAlpha(transpose(relabelled), 'ordinal').alpha).toBe(
        krippendorffAlpha(transpose(units), 'ordinal').alpha,
      );
    }),
  );
});
