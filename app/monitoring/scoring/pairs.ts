import { drawOnce, settingsOf } from './draw-totals.ts';
import type { Collector, Mean, PublishedUnits, ScoreTable } from './draw-totals.ts';
import { isFixed } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/** Share of draws, in per cent, from which on a difference is called clear. */
const CLEAR_PERCENT = 95;

/** Two units under drawn weights; shares and `clear` are null when one has no published total. */
export interface PairComparison {
  a: string;
  b: string;
  /** Share of draws (0–1) in which the displayed total of a is greater; ties count for neither. */
  aBeatsB: number | null;
  bBeatsA: number | null;
  /** The same under each mean of the areas apart; null where only one is drawn. */
  byMean: Record<Mean, { aBeatsB: number; bBeatsA: number }> | null;
  /** One of the two, whichever it is, is ahead in at least 95 % of draws under every mean; otherwise "not distinguishable". */
  clear: boolean | null;
}

interface Count {
  won: number;
  lost: number;
}

/**
 * Compares pairs of units by id under the same draws as `rankIntervals`, in the order
 * given. Throws RangeError for an id that the table does not hold.
 */
export function comparePairs(table: ScoreTable, pairs: readonly (readonly [string, string])[]): PairComparison[] {
  return drawOnce(table, [pairCollector(pairs)])[0];
}

/** Takes who is ahead in every draw. */
export function pairCollector(pairs: readonly (readonly [string, string])[]) {
  return (table: ScoreTable, published: PublishedUnits): Collector<PairComparison[]> => {
    const known = new Set(table.units.map((unit) => unit.id));
    const place = new Map(published.units.map((unit, index) => [unit.id, index]));
    const counts = pairs.map(([a, b]) => {
      const stranger = [a, b].find((id) => !known.has(id));
      if (stranger !== undefined) throw new RangeError(`No unit has the id "${stranger}"`);
      return { a: place.get(a) ?? -1, b: place.get(b) ?? -1, by: { arithmetic: none(), geometric: none() } };
    });
    const comparable = counts.filter((pair) => pair.a >= 0 && pair.b >= 0);
    const draws = { arithmetic: 0, geometric: 0 };
    if (isFixed(settingsOf(table).drawing)) {
      draws.arithmetic = 1;
      for (const { a, b, by } of comparable)
        compareOnce(by.arithmetic, published.rounded[a] ?? 0, published.rounded[b] ?? 0);
    }
    return {
      visit(rounded, count, mean) {
        draws[mean] += count;
        for (const pair of comparable) {
          for (let draw = 0; draw < count; draw += 1) {
            compareOnce(pair.by[mean], rounded[pair.a * CHUNK + draw] ?? 0, rounded[pair.b * CHUNK + draw] ?? 0);
          }
        }
      },
      finish: () => {
        const found = new Set(comparable);
        return counts.map((pair, index) => {
          const [a, b] = pairs[index] ?? ['', ''];
          return found.has(pair)
            ? { a, b, ...sharesOf(pair.by, draws) }
            : { a, b, aBeatsB: null, bBeatsA: null, byMean: null, clear: null };
        });
      },
    };
  };
}

function compareOnce(count: Count, a: number | bigint, b: number | bigint): void {
  if (a > b) count.won += 1;
  else if (a < b) count.lost += 1;
}

const none = (): Count => ({ won: 0, lost: 0 });

function sharesOf(
  by: Record<Mean, Count>,
  draws: Record<Mean, number>,
): Pick<PairComparison, 'aBeatsB' | 'bBeatsA' | 'byMean' | 'clear'> {
  const means = (['arithmetic', 'geometric'] as const).filter((mean) => draws[mean] > 0);
  const all = draws.arithmetic + draws.geometric;
  const share = ({ won, lost }: Count, of: number) => ({ aBeatsB: won / of, bBeatsA: lost / of });
  const ahead = (side: keyof Count) => means.every((mean) => 100 * by[mean][side] >= CLEAR_PERCENT * draws[mean]);
  return {
    ...share({ won: by.arithmetic.won + by.geometric.won, lost: by.arithmetic.lost + by.geometric.lost }, all),
    byMean:
      means.length < 2
        ? null
        : {
            arithmetic: share(by.arithmetic, draws.arithmetic),
            geometric: share(by.geometric, draws.geometric),
          },
    clear: ahead('won') || ahead('lost'),
  };
}
