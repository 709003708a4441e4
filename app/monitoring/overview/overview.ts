import { bandOf } from '../scoring/bands.ts';
import { editionFigures, type EditionFigures } from '../cards/edition-table.ts';
import type { ReaderScore } from '../cards/reader-weights.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';

export type OverviewRow = {
  /** Voivodeship, or county where the edition has one voivodeship. */ name: string;
  voivodeship: string;
  count: number;
  figures: EditionFigures;
};

/**
 * An edition by region, without a map: how many municipalities, their middle score and every score as a dot on one scale. By
 * voivodeship, or by county where all lie in one; the highest median first, regions without a score last.
 */
export function overviewOf(manifest: EditionManifest, own: ReadonlyMap<string, ReaderScore> | null): OverviewRow[] {
  const isOne = new Set(manifest.municipalities.map((row) => row.voivodeship)).size === 1;
  const groups = new Map<string, EditionManifest['municipalities']>();
  for (const row of manifest.municipalities) {
    const name = isOne ? row.county : row.voivodeship;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const median = ({ figures }: OverviewRow) => (figures ? Number(figures.median) : -1);
  return [...groups]
    .map(([name, rows]): OverviewRow => ({
      name,
      voivodeship: rows[0]?.voivodeship ?? '',
      count: rows.length,
      figures: editionFigures({
        municipalities: rows.map((row) => ({ total: (own?.get(row.teryt) ?? row).total, band: row.band })),
      }),
    }))
    .sort((a, b) => median(b) - median(a) || (a.name < b.name ? -1 : 1));
}

export type BandList = { id: string | null; municipalities: { teryt: string; name: string; display: string | null }[] };

/** Municipalities by band, the highest first and those without a score last: the whole edition in names, for a phone. */
export function byBand(manifest: EditionManifest, own: ReadonlyMap<string, ReaderScore> | null): BandList[] {
  const rows = manifest.municipalities
    .map((row) => {
      const { display } = (own?.get(row.teryt) ?? row).total;
      return { teryt: row.teryt, name: row.name, display, band: bandOf(display, manifest.bands)?.id ?? null };
    })
    .sort((a, b) => Number(b.display ?? -1) - Number(a.display ?? -1) || (a.teryt < b.teryt ? -1 : 1));
  const order = [...manifest.bands].sort((a, b) => b.min - a.min).map((band) => band.id);
  return [...order, null]
    .map((id) => ({ id, municipalities: rows.filter((row) => row.band === id) }))
    .filter((list) => list.municipalities.length > 0);
}
