import { stringify } from 'csv-stringify/sync';
import type { EditionManifest, ScorecardDocument } from './scorecard-document.ts';

export type CsvCell = string | number | null;

/** Spreadsheets run a cell that begins with one of these as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** A text cell that cannot be taken for a formula. Figures are left alone: "-2.1" stays a number. */
export function safeCell(cell: CsvCell): CsvCell {
  if (typeof cell !== 'string' || !FORMULA_START.test(cell) || /^-?\d+(\.\d+)?$/.test(cell)) return cell;
  return `'${cell}`;
}

/** Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Polish letters. Null is an empty cell. */
export function toCsv(head: readonly string[], rows: readonly CsvCell[][]): string {
  return stringify([[...head], ...rows.map((row) => row.map(safeCell))], { bom: true, record_delimiter: '\r\n' });
}

/** One row per municipality. Column names are English in both languages, so that a program reads every edition alike. */
export function editionCsv({ edition, areas, indicators, municipalities }: EditionManifest): string {
  const head = [
    'teryt', 'name', 'kind', 'county', 'voivodeship', 'population', 'total', 'total_exact', 'coverage', 'low', 'high', 'band', 'rank', 'rank_p05', 'rank_p95', 'ranked',
    ...areas.flatMap(({ id }) => [`${id}_score`, `${id}_coverage`]), ...indicators.map(({ id }) => id),
    'edition', 'methodology', 'methodology_version', 'scorecard_sha256', 'licence', 'demonstration',
  ];
  const rows = municipalities.map((row): CsvCell[] => [
    row.teryt, row.name, row.kind, row.county, row.voivodeship, row.population,
    row.total.display, row.total.display === null ? null : row.total.exact, rounded(row.total.coverage),
    row.total.lowDisplay, row.total.highDisplay, row.band?.id ?? null,
    row.standing?.rank ?? null, row.standing?.p05 ?? null, row.standing?.p95 ?? null, row.standing?.of ?? null,
    ...areas.flatMap(({ id }) => [row.areas[id]?.display ?? null, rounded(row.areas[id]?.coverage ?? null)]),
    ...indicators.map(({ id }) => row.answers[id] ?? null),
    edition.slug, edition.methodology.key, edition.methodology.version, row.hash, edition.licence.id, edition.isDemo ? 'yes' : 'no',
  ]);
  return toCsv(head, rows);
}

/** One row per indicator of one municipality, its questions and words in the language asked for. */
export function scorecardCsv(document: ScorecardDocument, hash: string, locale: 'pl' | 'en'): string {
  const { edition, municipality } = document;
  const head = [
    'teryt', 'municipality', 'edition', 'area', 'indicator', 'question', 'weight', 'state', 'incomplete', 'level', 'level_max', 'level_words', 'points', 'earned_weight',
    'reason', 'requested_on', 'evidence_count', 'evidence', 'coder', 'coded_at', 'methodology', 'methodology_version', 'scorecard_sha256', 'licence', 'demonstration',
  ];
  const rows = document.indicators.map((each): CsvCell[] => [
    municipality.teryt, municipality.name, edition.slug, each.area, each.id, each.question[locale], each.weight, each.state, each.incomplete ? 'yes' : 'no',
    each.level, each.scale.max, each.scale.levels.find((level) => level.value === each.level)?.[locale] ?? null, each.points, each.earned,
    each.reason, each.requestedOn, each.evidence.length, each.evidence.map((item) => item.url).join(' '), each.coder, each.codedAt,
    edition.methodology.key, edition.methodology.version, hash, edition.licence.id, edition.isDemo ? 'yes' : 'no',
  ]);
  return toCsv(head, rows);
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000;
}
