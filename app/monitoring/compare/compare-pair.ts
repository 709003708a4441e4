import { drawOnce, settingsOf } from '../scoring/draw-totals.ts';
import { pairCollector, type PairComparison } from '../scoring/pairs.ts';
import { scoreCollector, type ScoreInterval } from '../scoring/score-interval.ts';
import { differenceVariances, sharesOf, type SourceShares } from '../scoring/sensitivity.ts';
import { allSources } from '../cards/all-sources.ts';
import { answersOf } from '../cards/reader-weights.ts';
import { scoringModelOf, scoringOptionsOf } from '../cards/scoring-model.ts';
import type { EditionManifest, ManifestAnswer, ManifestRow } from '../cards/scorecard-document.ts';

type PairRow = { id: string; area: string; weight: number; a: ManifestAnswer; b: ManifestAnswer };
export type Pair = {
  a: ManifestRow;
  b: ManifestRow;
  comparison: PairComparison;
  /** First-order shares of the sources in the difference; null where weights alone are drawn, or nothing varies. */
  shares: SourceShares | null;
  /** 5th and 95th percentile of each total under all sources. */
  intervals: { a: ScoreInterval | null; b: ScoreInterval | null };
  /** Indicators answered differently, the weightiest first. */ differences: PairRow[];
  same: number;
};

/** The two municipalities an address names; without names the first two of the list, and never one beside itself. Null in an edition of one. */
export function pairOf(
  params: URLSearchParams,
  manifest: EditionManifest,
  collator: Intl.Collator,
): [ManifestRow, ManifestRow] | null {
  const listed = [...manifest.municipalities].sort(
    (x, y) => collator.compare(x.name, y.name) || (x.teryt < y.teryt ? -1 : 1),
  );
  const named = (key: string) => listed.find((row) => row.teryt === params.get(key));
  const a = named('a') ?? listed.find((row) => row !== named('b'));
  const b = named('b') !== a ? (named('b') ?? listed.find((row) => row !== a)) : listed.find((row) => row !== a);
  return a && b ? [a, b] : null;
}

/** Whether one of two municipalities is ahead whatever the weights: their totals under the edition's own draws (monitoring method 2.4). */
export function comparePair(manifest: EditionManifest, [a, b]: [ManifestRow, ManifestRow]): Pair {
  const { indicators, edition } = manifest;
  const model = scoringModelOf(manifest);
  const units = [a, b].map((row) => ({ id: row.teryt, answers: answersOf(row) }));
  const table = {
    model,
    units,
    options: scoringOptionsOf(manifest),
    drawing: { draws: edition.draws, seed: edition.seed, all: allSources(manifest) },
  };
  const [[comparison], intervals] = drawOnce(table, [pairCollector([[a.teryt, b.teryt]]), scoreCollector]);
  const coders = table.drawing.all?.coders;
  const shares =
    coders && comparison?.clear != null
      ? sharesOf([differenceVariances({ model, units, drawing: settingsOf(table).drawing, coders })])
      : null;
  if (!comparison) throw new RangeError('A pair without a comparison');
  const rows = indicators.map(({ id, area, weight }): PairRow => ({
    id,
    area,
    weight,
    a: a.answers[id] ?? 'not_assessed',
    b: b.answers[id] ?? 'not_assessed',
  }));
  const differences = rows.filter((row) => row.a !== row.b).sort((x, y) => y.weight - x.weight);
  return {
    a,
    b,
    comparison,
    shares,
    intervals: { a: intervals.get(a.teryt) ?? null, b: intervals.get(b.teryt) ?? null },
    differences,
    same: rows.length - differences.length,
  };
}
