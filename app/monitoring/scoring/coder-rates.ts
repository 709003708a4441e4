/** Pairs of one area in which two coders both gave a level: how many there are, and how many of them are 1, 2, … levels apart. */
export interface CoderCounts {
  area: string;
  pairs: number;
  differ: number[];
}

/** Pairs below which an area takes the rate of all areas together, and below which there is none at all. */
export const MIN_PAIRS = 20;

/** Pairs of levels as counts by area, in the order of `areas`. */
export function countDisagreements(
  areas: readonly string[],
  pairs: readonly { area: string; levels: readonly [number, number] }[],
): CoderCounts[] {
  return areas.map((area) => {
    const apart = pairs.flatMap((pair) => (pair.area === area ? [Math.abs(pair.levels[0] - pair.levels[1])] : []));
    const most = Math.max(0, ...apart);
    const differ = Array.from({ length: most }, (_, at) => apart.filter((each) => each === at + 1).length);
    return { area, pairs: apart.length, differ };
  });
}

/**
 * By area the share of pairs that are 1, 2, … levels apart: the area's own from MIN_PAIRS pairs on, that of all areas otherwise. Null
 * where too few answers were given twice to know anything.
 */
export function coderRates(counts: readonly CoderCounts[]): Map<string, number[]> | null {
  const pairs = counts.reduce((sum, each) => sum + each.pairs, 0);
  if (pairs < MIN_PAIRS) return null;
  const most = Math.max(0, ...counts.map((each) => each.differ.length));
  const together = Array.from({ length: most }, (_, at) =>
    counts.reduce((sum, each) => sum + (each.differ[at] ?? 0), 0),
  );
  return new Map(
    counts.map((own) => [
      own.area,
      own.pairs >= MIN_PAIRS ? own.differ.map((each) => each / own.pairs) : together.map((each) => each / pairs),
    ]),
  );
}
