import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { guardedText, unguardedText } from './formula-guard.ts';
import { isFigureCell, type TableShape } from './table-shape.ts';

export type CsvCell = string | number | null;

/** A cell with one of these is quoted: any of them ends a cell or a row for some reader. */
const QUOTED = /[\r\n\t;,"\v\f\u0085\u2028\u2029]/;

/** The same, but for a figure with its comma: in quotation marks some programs take it for words. */
const QUOTED_LOCALLY = /^(?!-?\d+,\d+$)[^\r\n\t;,"\v\f\u0085\u2028\u2029]*[\r\n\t;,"\v\f\u0085\u2028\u2029]/;

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

/**
 * One of our CSVs as a spreadsheet with Polish settings opens it by itself: semicolons between the cells, a comma in the figures.
 * Words keep their guard, figures in columns of words their point.
 */
export function toExcelCsv(csv: string, { figures }: TableShape): string {
  const [head = [], ...rows] = readCsv(csv);
  const isFigures = head.map((name) => figures.includes(name));
  const local = rows.map((row) =>
    row.map((cell, at) => (isFigures[at] && isFigureCell(cell) ? cell.replace('.', ',') : cell)),
  );
  return stringify([head, ...local], { ...shape, quoted_match: QUOTED_LOCALLY, delimiter: ';', bom: true });
}

/** A CSV of ours with other words in its cells; its head stays. */
export function changeCells(csv: string, change: (words: string) => string): string {
  const [head = [], ...rows] = readCsv(csv);
  const changed = rows.map((row) => row.map((cell) => guardedText(change(unguardedText(cell)))));
  return stringify([head, ...changed], { ...shape, bom: true });
}

/** Rows of one of our CSVs. One whose words were covered before cells were known may have a cell too many. */
export function readCsv(csv: string): string[][] {
  return parse(csv, { bom: true, relax_column_count: true, relax_quotes: true });
}
