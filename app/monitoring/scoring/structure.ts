/** How the parts of a score hang together: correlations, and what each part really does to the total. */

/** Pairs of values below which a correlation says nothing. */
const MIN_VALUES = 10;

/** From this correlation on (either sign) two indicators measure nearly the same. */
export const REDUNDANT = 0.8;

/** Pearson's correlation over the places where both are known; null below MIN_VALUES of them and where one does not vary. */
export function correlation(a: readonly (number | null)[], b: readonly (number | null)[]): number | null {
  let count = 0;
  let [sumA, sumB] = [0, 0];
  a.forEach((x, at) => {
    const y = b[at] ?? null;
    if (x === null || y === null) return;
    count += 1;
    sumA += x;
    sumB += y;
  });
  if (count < MIN_VALUES) return null;
  const [meanA, meanB] = [sumA / count, sumB / count];
  let [product, squaresA, squaresB] = [0, 0, 0];
  a.forEach((x, at) => {
    const y = b[at] ?? null;
    if (x === null || y === null) return;
    product += (x - meanA) * (y - meanB);
    squaresA += (x - meanA) ** 2;
    squaresB += (y - meanB) ** 2;
  });
  return squaresA === 0 || squaresB === 0 ? null : product / Math.sqrt(squaresA * squaresB);
}

export function correlationMatrix(columns: readonly (readonly (number | null)[])[]): (number | null)[][] {
  return columns.map((a) => columns.map((b) => correlation(a, b)));
}

export interface Importance {
  id: string;
  /** Share of the weights of the total, 0–1. */
  weight: number;
  /** Correlation with the total. */
  correlation: number | null;
  /** Its squared correlation with the total as a share of those of all parts: what it does, beside what it was meant to do. */
  effective: number | null;
}

/**
 * Weight of each part beside its effective importance: the squared correlation with the total, as a share of the sum over all parts (the
 * linear case of the main effect; Paruolo, Saisana and Saltelli 2013). Null where too little is known.
 */
export function importances(
  parts: readonly { id: string; weight: number; values: readonly (number | null)[] }[],
  totals: readonly (number | null)[],
): Importance[] {
  const weights = parts.reduce((sum, each) => sum + each.weight, 0);
  const known = parts.map(({ values }) => correlation(values, totals));
  const squares = known.reduce((sum: number, each) => sum + (each ?? 0) ** 2, 0);
  return parts.map(({ id, weight }, at) => {
    const own = known[at] ?? null;
    return {
      id,
      weight: weights === 0 ? 0 : weight / weights,
      correlation: own,
      effective: own === null || squares === 0 ? null : own ** 2 / squares,
    };
  });
}
