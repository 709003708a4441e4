import { stringify } from 'csv-stringify/sync';
import { guardedText } from './formula-guard.ts';

export type CsvCell = string | number | null;

/** A cell with one of these is quoted: any of them ends a cell or a row for some reader. */
const QUOTED = /[\r\n\t;,"\v\f\u0085\u2028\u2029]/;

const shape = { record_delimiter: '\r\n', quoted_match: QUOTED } as const;
const guarded = (row: readonly CsvCell[]): CsvCell[] =>
  row.map((cell) => (typeof cell === 'string' ? guardedText(cell) : cell));

/**
 * The only writer of CSV: RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to read Polish letters. No cell of
 * words can be taken for a formula, whether the file is split at commas or at semicolons. Null is an empty cell.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvHead(head) + csvRows(rows);
}

/** The first row of a table that is written piece by piece, with the byte order mark. */
export function csvHead(head: readonly string[]): string {
  return stringify([guarded(head)], { ...shape, bom: true });
}

/** Further rows of a table that is written piece by piece; '' for none. */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(rows.map(guarded), shape);
}
