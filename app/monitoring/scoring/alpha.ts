/** How values differ: nominal (same or not), ordinal (rank), interval (difference), ratio (proportion). */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Rows are coders, columns are units, null is a gap. */
export type CodingMatrix = readonly (readonly (number | null)[])[];

/** `units` and `values` are those that can be paired: from units with two or more values. */
export type AlphaResult =
  | { alpha: number; units: number; values: number }
  | { alpha: null; reason: 'no-variation' | 'no-pairs'; units: number; values: number };

/** Coincidences of values inside units, the base of every alpha. */
export interface Coincidences {
  /** Distinct values, rising. */
  categories: number[];
  /** o_ck row by row; symmetric. */
  cells: Float64Array;
  units: number;
  values: number;
}

/**
 * Krippendorff's alpha (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability",
 * 2011; ordinal difference as in Hayes and Krippendorff 2007). Undefined, with the
 * reason, when no unit has two values or when all values that can be paired are equal.
 * Throws RangeError when rows differ in length or a ratio scale has a value below 0.
 */
export function krippendorffAlpha(data: CodingMatrix, level: MeasurementLevel): AlphaResult {
  const units = pairableUnits(data);
  if (level === 'ratio' && units.some((values) => values.some((value) => value < 0))) {
    throw new RangeError('A ratio scale has no values below 0');
  }
  return alphaOf(coincidences(units), level);
}

/** The values of each unit that has two or more, in the order of the columns. */
export function pairableUnits(data: CodingMatrix): number[][] {
  const columns = data[0]?.length ?? 0;
  if (data.some((row) => row.length !== columns)) throw new RangeError('All coders need the same number of units');
  return Array.from({ length: columns }, (_, column) =>
    data.flatMap((row) => {
      const value = row[column];
      return value === null || value === undefined ? [] : [value];
    }),
  ).filter((values) => values.length >= 2);
}

/**
 * Adds up the coincidence matrix: each ordered pair inside a unit counts 1/(m − 1). Pairs are counted whole for each m and divided once:
 * thirds added up one by one would depend on the order of the units.
 */
export function coincidences(units: readonly (readonly number[])[]): Coincidences {
  return countCoincidences(units)(null);
}

/** The same of samples that have each of the units a given number of times; null: once. */
export function countCoincidences(
  units: readonly (readonly number[])[],
): (times: ArrayLike<number> | null) => Coincidences {
  const categories = [...new Set(units.flat())].sort((a, b) => a - b);
  const place = new Map(categories.map((value, index) => [value, index]));
  const size = categories.length;
  const places = units.map((unit) => unit.map((value) => place.get(value) ?? 0));
  return (times) => {
    const pairs = new Map<number, Float64Array>();
    let [all, values] = [0, 0];
    places.forEach((unit, at) => {
      const own = times === null ? 1 : (times[at] ?? 0);
      if (own === 0) return;
      all += own;
      values += own * unit.length;
      const counts = pairs.get(unit.length) ?? new Float64Array(size * size);
      pairs.set(unit.length, counts);
      unit.forEach((c, first) =>
        unit.forEach((k, second) => {
          if (first !== second) counts[c * size + k] = (counts[c * size + k] ?? 0) + own;
        }),
      );
    });
    const cells = new Float64Array(size * size);
    for (const [m, counts] of [...pairs].sort(([a], [b]) => a - b))
      counts.forEach((count, at) => (cells[at] = (cells[at] ?? 0) + count / (m - 1)));
    return { categories, cells, units: all, values };
  };
}

/** α = 1 − (n − 1) · Σ o_ck δ² / Σ n_c n_k δ², both sums over c < k. */
export function alphaOf(table: Coincidences, level: MeasurementLevel): AlphaResult {
  const { categories, cells, units, values } = table;
  if (values === 0) return { alpha: null, reason: 'no-pairs', units, values };
  const size = categories.length;
  const marginals = categories.map((_, c) => {
    let sum = 0;
    for (let k = 0; k < size; k += 1) sum += cells[c * size + k] ?? 0;
    return sum;
  });
  const difference = differenceFunction(level, categories, marginals);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = c + 1; k < size; k += 1) {
      const squared = difference(c, k);
      observed += (cells[c * size + k] ?? 0) * squared;
      expected += (marginals[c] ?? 0) * (marginals[k] ?? 0) * squared;
    }
  }
  if (expected === 0) return { alpha: null, reason: 'no-variation', units, values };
  return { alpha: 1 - ((values - 1) * observed) / expected, units, values };
}

/** The squared difference of the categories at places c < k. */
function differenceFunction(
  level: MeasurementLevel,
  categories: readonly number[],
  marginals: readonly number[],
): (c: number, k: number) => number {
  const value = (place: number) => categories[place] ?? 0;
  switch (level) {
    case 'nominal':
      return () => 1;
    case 'ordinal': {
      // Values up to and including each category, so that a sum over a range is one subtraction.
      const upTo = marginals.map((_, place) => marginals.slice(0, place + 1).reduce((sum, count) => sum + count, 0));
      const own = (place: number) => marginals[place] ?? 0;
      return (c, k) => ((upTo[k] ?? 0) - (upTo[c] ?? 0) + own(c) - (own(c) + own(k)) / 2) ** 2;
    }
    case 'interval':
      return (c, k) => (value(c) - value(k)) ** 2;
    case 'ratio':
      return (c, k) => ((value(c) - value(k)) / (value(c) + value(k))) ** 2;
  }
}
