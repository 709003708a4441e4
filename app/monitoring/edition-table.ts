import type { EditionManifest, ManifestRow } from './scorecard-document.ts';

/** Population classes for like-with-like comparison; half-open, in people. */
export const SIZE_CLASSES = [
  { id: '0-5', from: 0, to: 5_000 },
  { id: '5-10', from: 5_000, to: 10_000 },
  { id: '10-25', from: 10_000, to: 25_000 },
  { id: '25-50', from: 25_000, to: 50_000 },
  { id: '50', from: 50_000, to: Infinity },
] as const;

export type SizeClass = (typeof SIZE_CLASSES)[number]['id'];

export const KINDS = ['urban', 'urban-rural', 'rural'] as const;

/** Null for a municipality whose population is not known. */
export function sizeClassOf(population: number | null): SizeClass | null {
  if (population === null) return null;
  return SIZE_CLASSES.find((size) => population >= size.from && population < size.to)?.id ?? null;
}

export type TableView = { sort: string; descending: boolean; kind: string; size: string; name: string };

/** Reads the table's state from an address; anything unknown gives the whole table by score. */
export function tableViewOf(params: URLSearchParams, areas: readonly string[]): TableView {
  const [, minus = '', wanted = ''] = /^(-?)(.*)$/.exec(params.get('sort') ?? '') ?? [];
  const sort = ['name', 'rank', ...areas].includes(wanted) ? wanted : 'total';
  const isGiven = wanted === sort;
  const kind = params.get('typ') ?? '';
  const size = params.get('lud') ?? '';
  return {
    sort,
    // Scores start with the greatest, names and ranks with the first.
    descending: isGiven ? minus === '-' : true,
    kind: KINDS.some((known) => known === kind) ? kind : '',
    size: SIZE_CLASSES.some((known) => known.id === size) ? size : '',
    name: (params.get('q') ?? '').trim().slice(0, 80),
  };
}

/** Rows that pass the filters, in the order asked for; municipalities without the figure sorted by come last, either way. */
export function tableRows(manifest: EditionManifest, view: TableView, options: { fold: (text: string) => string; collator: Intl.Collator }): ManifestRow[] {
  const wanted = options.fold(view.name);
  const rows = manifest.municipalities.filter((row) =>
    (!view.kind || row.kind === view.kind)
    && (!view.size || sizeClassOf(row.population) === view.size)
    && (!wanted || options.fold(row.name).includes(wanted)));
  const byName = (a: ManifestRow, b: ManifestRow) => options.collator.compare(a.name, b.name) || (a.teryt < b.teryt ? -1 : 1);
  const sign = view.descending ? -1 : 1;
  if (view.sort === 'name') return rows.sort((a, b) => sign * byName(a, b));
  return rows.sort((a, b) => {
    const [x, y] = [figureOf(a, view.sort), figureOf(b, view.sort)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return sign * (x - y) || byName(a, b);
  });
}

function figureOf(row: ManifestRow, sort: string): number | null {
  if (sort === 'rank') return row.standing?.rank ?? null;
  const display = sort === 'total' ? row.total.display : row.areas[sort]?.display ?? null;
  return display === null ? null : Number(display);
}

export type EditionFigures = { withTotal: number; lowest: string; highest: string; median: string; byBand: { id: string; count: number }[] } | null;

/** Figures of the finding sentence; null when no municipality has a total. The median of an even number is the lower middle one, a value that exists. */
export function editionFigures(manifest: EditionManifest): EditionFigures {
  const totals = manifest.municipalities.flatMap((row) => (row.total.display === null ? [] : [row.total.display]))
    .sort((a, b) => Number(a) - Number(b));
  const [lowest] = totals;
  const highest = totals.at(-1);
  const median = totals[Math.ceil(totals.length / 2) - 1];
  if (lowest === undefined || highest === undefined || median === undefined) return null;
  const counts = new Map<string, number>();
  for (const row of manifest.municipalities) if (row.band) counts.set(row.band.id, (counts.get(row.band.id) ?? 0) + 1);
  return { withTotal: totals.length, lowest, highest, median, byBand: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, count })) };
}
