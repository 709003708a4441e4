import { csvRecords } from '#app/publishing/csv/read-csv.ts';
import { unguardedText } from '#app/publishing/csv/formula-guard.ts';

/** `above`: rows before the header, a title and the like. */
export type Table = { headers: string[]; rows: string[][]; above?: string[] };
export type TableResult =
  | { ok: true; value: Table }
  | { ok: false; error: { code: 'empty' | 'broken' | 'too-many-rows' | 'too-many-columns'; line: number | null } };

/** Rows and columns one import may have. A register of remarks has about fifteen columns. */
const maxRows = 20_000;
const maxColumns = 200;

/** Rows among which the header is looked for. */
const headerWithin = 15;

/**
 * A table from CSV (RFC 4180, `,` or `;` or tabs, told from the first lines or by a line `sep=;` before all). The header is the first
 * row unless `isHeader` knows a later one; what stands before it is in `above`. Apostrophes that kept a spreadsheet from
 * taking words for a formula are taken off again. Rows without any words are left out.
 */
export function readTable(source: string, isHeader?: (cells: string[]) => boolean): TableResult {
  const records = csvRecords(source);
  if (!records.ok) return { ok: false, error: records.error };
  const cells = records.value.map((record) => record.map(plainCell));
  const found = isHeader === undefined ? 0 : cells.slice(0, headerWithin).findIndex(isHeader);
  const at = Math.max(0, found);
  const [headers = [], ...rows] = cells.slice(at);
  const above = cells.slice(0, at).flatMap((row) => row.filter((cell) => cell !== '').join(' ') || []);
  if (headers.length > maxColumns || rows.some((row) => row.length > maxColumns))
    return { ok: false, error: { code: 'too-many-columns', line: null } };
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  if (filled.length === 0) return { ok: false, error: { code: 'empty', line: null } };
  if (filled.length > maxRows) return { ok: false, error: { code: 'too-many-rows', line: null } };
  return { ok: true, value: { headers, rows: filled, ...(above.length === 0 ? {} : { above }) } };
}

function plainCell(cell: string): string {
  return unguardedText(cell).replace(/\r\n?/g, '\n').trim();
}
