/** Comparisons under thousands of drawn weight sets, each as one function of plain data. */
import { comparePair, type Pair } from './compare-pair.ts';
import type { EditionManifest, ManifestRow } from '../cards/scorecard-document.ts';
import { editionVariants, type EditionVariants, type VariantsOrder } from './edition-variants.ts';
import { trendOf, type TrendStep } from './trend.ts';
import type { Bridge } from '../scoring/compare.ts';

export function pair({ manifest, rows }: { manifest: EditionManifest; rows: [ManifestRow, ManifestRow] }): Pair {
  return comparePair(manifest, rows);
}

export function trend({
  current,
  earlier,
  teryt,
  bridges,
}: {
  current: EditionManifest;
  earlier: readonly EditionManifest[];
  teryt: string;
  bridges: ReadonlyMap<string, Bridge>;
}): TrendStep[] {
  return trendOf(current, earlier, teryt, bridges);
}

export function variants(order: VariantsOrder): EditionVariants {
  return editionVariants(order);
}
