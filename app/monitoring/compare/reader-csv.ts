import { csvOf, type CsvColumn } from '../cards/csv.ts';
import type { EditionManifest, ManifestRow } from '../cards/scorecard-document.ts';
import { scoreWithWeights, weightParams, type ReaderWeights } from '../cards/reader-weights.ts';

/** Scores under a reader's weights, one row per municipality; every row names the weights, so that no row can be taken for the edition's. */
export function readerCsv(manifest: EditionManifest, weights: ReaderWeights): string {
  return csvOf(readerColumns(manifest, weights), manifest.municipalities);
}

export function readerColumns(manifest: EditionManifest, weights: ReaderWeights): CsvColumn<ManifestRow>[] {
  const own = scoreWithWeights(manifest, weights);
  const chosen = Object.entries(weightParams(weights))
    .map(([name, value]) => `${name.slice(2)}=${value}`)
    .join(' ');
  const column = (
    name: string,
    value: CsvColumn<ManifestRow>['value'],
    base: 'string' | 'decimal' = 'string',
  ): CsvColumn<ManifestRow> => ({ name, title: { pl: name, en: name }, type: { base }, value });
  return [
    column('teryt', (row) => row.teryt),
    column('name', (row) => row.name),
    column('reader_total', (row) => own.get(row.teryt)?.total.display ?? null, 'decimal'),
    column('reader_rank', (row) => own.get(row.teryt)?.rank ?? null, 'decimal'),
    ...manifest.areas.map(({ id }) =>
      column(`reader_${id}_score`, (row) => own.get(row.teryt)?.areas[id]?.display ?? null, 'decimal'),
    ),
    column('edition_total', (row) => row.total.display, 'decimal'),
    column('reader_weights', () => chosen),
    column('edition', () => manifest.edition.slug),
    column('issue', () => manifest.issue, 'decimal'),
    column('demonstration', () => (manifest.edition.isDemo ? 'yes' : 'no')),
  ];
}
