import { parse } from 'csv-parse/sync';
import { unguardedText } from '#app/publishing/csv/formula-guard.ts';

export type Table = { headers: string[]; rows: string[][] };
export type TableResult =
  | { ok: true; value: Table }
  | { ok: false; error: { code: 'empty' | 'broken' | 'too-many-rows' | 'too-many-columns'; line: number | null } };

/** Rows and columns one import may have. A register of remarks has about fifteen columns. */
const maxRows = 20_000;
const maxColumns = 200;

/**
 * A table from CSV (RFC 4180, `,` or `;` or tabs, told from the first line). Apostrophes that kept a spreadsheet from
 * taking words for a formula are taken off again. Rows without any words are left out.
 */
export function readTable(source: string): TableResult {
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: false, error: { code: 'empty', line: null } };
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    });
  } catch (error) {
    const line =
      typeof error === 'object' && error !== null && 'lines' in error && typeof error.lines === 'number'
        ? error.lines
        : null;
    return { ok: false, error: { code: 'broken', line } };
  }
  const [headers = [], ...rows] = records.map((record) => record.map(plainCell));
  if (headers.length > maxColumns || rows.some((row) => row.length > maxColumns))
    return { ok: false, error: { code: 'too-many-columns', line: null } };
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  if (filled.length === 0) return { ok: false, error: { code: 'empty', line: null } };
  if (filled.length > maxRows) return { ok: false, error: { code: 'too-many-rows', line: null } };
  return { ok: true, value: { headers, rows: filled } };
}

/** Characters within which the first line is looked for. */
const longestHeader = 64_000;

/** The sign that stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let isQuoted = false;
  for (const sign of text.slice(0, longestHeader)) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) break;
    else if (!isQuoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function plainCell(cell: string): string {
  return unguardedText(cell).replace(/\r\n?/g, '\n').trim();
}
