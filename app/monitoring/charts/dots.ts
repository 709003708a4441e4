/** Points between dots of one row: closer ones stand above each other. */
const APART = 2;
/** Rows of dots that a reader still counts; a larger edition is drawn in bars. */
const HIGHEST = 12;
/** Points of the scale that one bar covers. */
export const BAR = 4;

type Dot = {
  /** The score itself, per cent of the width. */ x: number;
  /** Place above the axis, from 0. */ row: number;
};
type Bar = { from: number; count: number; hasPicked: boolean };

export type ScorePlot =
  | { kind: 'dots'; dots: Dot[]; picked: Dot | null; rows: number }
  | { kind: 'bars'; bars: Bar[]; highest: number };

/**
 * Scores 0–100 as they lie: a dot for each at its own place, above the others where it would cover one. Where they would stand more than
 * twelve high, bars of four points with the number of scores in them, the last with those of 100. The picked score stands out; null picks
 * none.
 */
export function plotScores(scores: readonly number[], picked: number | null): ScorePlot {
  const places = [...scores].map((score) => Math.min(100, Math.max(0, score))).sort((a, b) => a - b);
  const dots: Dot[] = [];
  /** Where the last dot of each row is. */
  const ends: number[] = [];
  for (const x of places) {
    const free = ends.findIndex((end) => x - end >= APART);
    const row = free < 0 ? ends.length : free;
    if (row >= HIGHEST) return { kind: 'bars', ...barsOf(places, picked) };
    ends[row] = x;
    dots.push({ x, row });
  }
  const at = picked === null ? -1 : dots.findLastIndex(({ x }) => x === picked);
  return {
    kind: 'dots',
    dots: dots.filter((_, each) => each !== at),
    picked: dots[at] ?? null,
    rows: ends.length,
  };
}

function barsOf(places: readonly number[], picked: number | null): { bars: Bar[]; highest: number } {
  const barOf = (score: number) => Math.min(100 / BAR - 1, Math.floor(score / BAR));
  const counts = new Map<number, number>();
  for (const score of places) counts.set(barOf(score), (counts.get(barOf(score)) ?? 0) + 1);
  const bars = [...counts].map(([bar, count]) => ({
    from: bar * BAR,
    count,
    hasPicked: picked !== null && barOf(picked) === bar,
  }));
  return { bars, highest: Math.max(0, ...counts.values()) };
}

/** What the marks of a distribution are, for its caption. */
export const plotWords = ({ kind }: ScorePlot) =>
  kind === 'dots' ? ('monitoring.chart.dots' as const) : ('monitoring.chart.bars' as const);
