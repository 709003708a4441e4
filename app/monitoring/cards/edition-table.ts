import type { ReaderScore } from './reader-weights.ts';
import type { EditionManifest, ManifestRow } from './scorecard-document.ts';
import { bounds } from '#app/forms/bounds.ts';

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

/** Municipalities of the same kind and size class, the one itself among them, by rank. */
export function likeRows(
  { municipalities }: Pick<EditionManifest, 'municipalities'>,
  { kind, population }: Pick<ManifestRow, 'kind' | 'population'>,
): ManifestRow[] {
  const size = sizeClassOf(population);
  return municipalities
    .filter((row) => row.kind === kind && sizeClassOf(row.population) === size)
    .sort((a, b) => (a.standing?.rank ?? Infinity) - (b.standing?.rank ?? Infinity) || (a.teryt < b.teryt ? -1 : 1));
}

export type TableView = {
  sort: string;
  descending: boolean;
  kind: string;
  size: string;
  voivodeship: string;
  band: string;
  name: string;
  /** From 1; beyond the last it is the last. */
  page: number;
};

/** Municipalities on one page of the table. */
export const PER_PAGE = 100;

/** A row of the table; `own` holds what the reader's weights give, and null where the edition's are used. */
export type TableRow = ManifestRow & { own: ReaderScore | null };

/** Reads the table's state from an address; anything unknown gives the whole table by score. */
export function tableViewOf(
  params: URLSearchParams,
  manifest: Pick<EditionManifest, 'areas' | 'bands' | 'municipalities'>,
): TableView {
  const [, minus = '', wanted = ''] = /^(-?)(.*)$/.exec(params.get('sort') ?? '') ?? [];
  const sort = ['name', 'rank', ...manifest.areas.map((area) => area.id)].includes(wanted) ? wanted : 'total';
  const isGiven = wanted === sort;
  const known = (name: string, values: readonly string[]) => values.find((value) => value === params.get(name)) ?? '';
  return {
    sort,
    // Scores start with the greatest, names and ranks with the first.
    descending: isGiven ? minus === '-' : true,
    kind: known('typ', KINDS),
    size: known(
      'lud',
      SIZE_CLASSES.map((size) => size.id),
    ),
    voivodeship: known('woj', voivodeshipsOf(manifest)),
    band: known('pasmo', [...manifest.bands.map((band) => band.id), NO_BAND]),
    name: (params.get('q') ?? '').trim().slice(0, bounds.searchedName),
    page: pageAsked(params),
  };
}

/** Filter for municipalities without a published total. */
export const NO_BAND = 'brak';

export function voivodeshipsOf({ municipalities }: Pick<EditionManifest, 'municipalities'>): string[] {
  return [...new Set(municipalities.map((row) => row.voivodeship))].sort((a, b) => a.localeCompare(b, 'pl'));
}

/** The view as parameters of an address, only what differs from the whole table. */
export function viewParams({ kind, size, voivodeship, band, name }: TableView): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ typ: kind, lud: size, woj: voivodeship, pasmo: band, q: name }).filter(
      ([, value]) => value !== '',
    ),
  );
}

export type TablePage<Row = TableRow> = {
  rows: Row[];
  /** Rows that pass the filters. */ found: number;
  page: number;
  pages: number;
};

/** The page that an address asks for; nonsense counts as the first. */
export function pageAsked(params: URLSearchParams): number {
  const asked = params.get('strona') ?? '';
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}

/** The rows of one page; a page beyond the last is the last. */
export function pageOf<Row>(rows: readonly Row[], page: number): TablePage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const own = Math.min(page, pages);
  return { rows: rows.slice((own - 1) * PER_PAGE, own * PER_PAGE), found: rows.length, page: own, pages };
}

type Listing = {
  fold: (text: string) => string;
  collator: Intl.Collator;
  /** By code; null for the edition's own weights. */ own: ReadonlyMap<string, ReaderScore> | null;
};

/** Rows that pass the filters, in the order asked for; municipalities without the figure sorted by come last, either way. */
export function tableRows(
  manifest: Pick<EditionManifest, 'municipalities'>,
  view: TableView,
  { fold, collator, own }: Listing,
): TableRow[] {
  const wanted = fold(view.name);
  const rows = manifest.municipalities
    .filter(
      (row) =>
        (!view.kind || row.kind === view.kind) &&
        (!view.size || sizeClassOf(row.population) === view.size) &&
        (!view.voivodeship || row.voivodeship === view.voivodeship) &&
        (!view.band || (row.band?.id ?? NO_BAND) === view.band) &&
        (!wanted || fold(row.name).includes(wanted)),
    )
    .map((row): TableRow => ({ ...row, own: own?.get(row.teryt) ?? null }));
  const byName = (a: ManifestRow, b: ManifestRow) => collator.compare(a.name, b.name) || (a.teryt < b.teryt ? -1 : 1);
  const sign = view.descending ? -1 : 1;
  if (view.sort === 'name') return rows.sort((a, b) => sign * byName(a, b));
  return rows.sort((a, b) => {
    const [x, y] = [figureOf(a, view.sort), figureOf(b, view.sort)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return sign * (x - y) || byName(a, b);
  });
}

function figureOf(row: TableRow, sort: string): number | null {
  if (sort === 'rank') return row.own ? row.own.rank : (row.standing?.rank ?? null);
  const { total, areas } = row.own ?? row;
  const display = sort === 'total' ? total.display : (areas[sort]?.display ?? null);
  return display === null ? null : Number(display);
}

/**
 * The middle one of displayed totals in rising order; of an even number halfway between the two in the middle, with as many decimals, a half
 * up. Null of none.
 */
export function medianOf(rising: readonly string[]): string | null {
  const [low, high] = [rising[Math.ceil(rising.length / 2) - 1], rising[Math.floor(rising.length / 2)]];
  if (low === undefined || high === undefined) return null;
  // Counted in units of the last decimal, so that no half is lost.
  const decimals = Math.max(...[low, high].map((each) => (each.split('.')[1] ?? '').length));
  const units = [low, high].map((each) => Math.round(Number(each) * 10 ** decimals));
  return (Math.ceil((units[0]! + units[1]!) / 2) / 10 ** decimals).toFixed(decimals);
}

export type EditionFigures = {
  withTotal: number;
  lowest: string;
  highest: string;
  median: string;
  byBand: { id: string; count: number }[];
  /** Displayed totals, rising. */ scores: number[];
} | null;

type Figured = { total: { display: string | null }; band: { id: string } | null };

/** Figures of the finding sentence; null when no municipality has a total. */
export function editionFigures({ municipalities }: { municipalities: readonly Figured[] }): EditionFigures {
  const totals = municipalities
    .flatMap((row) => (row.total.display === null ? [] : [row.total.display]))
    .sort((a, b) => Number(a) - Number(b));
  const [lowest] = totals;
  const highest = totals.at(-1);
  const median = medianOf(totals);
  if (lowest === undefined || highest === undefined || median === null) return null;
  const counts = new Map<string, number>();
  for (const row of municipalities) if (row.band) counts.set(row.band.id, (counts.get(row.band.id) ?? 0) + 1);
  return {
    withTotal: totals.length,
    lowest,
    highest,
    median,
    scores: totals.map(Number),
    byBand: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, count })),
  };
}
