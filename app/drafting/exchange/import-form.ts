import { z } from 'zod';
import { officeChannels, type OfficeChannel } from '../state/channels.ts';
import { planImport, readDay, type ImportPlan } from './plan-import.ts';
import { guessColumns, importColumns, type ImportColumn } from './remark-columns.ts';
import { readTable, type Table } from './read-table.ts';

/** One column of the table as the page shows it. */
type ColumnView = { header: string; meaning: ImportColumn | null; example: string };

export type ImportView = {
  source: string;
  channel: OfficeChannel;
  /** The day of rows that name none (yyyy-mm-dd), null while nobody has given one. */
  day: string | null;
  /** Some row has no day of its own. */
  asksForDay: boolean;
  /** Rows before the header, which are left out. */
  above: string[];
  columns: ColumnView[];
  plan: ImportPlan;
  rows: number;
};

const channelSchema = z.enum(officeChannels);

/** Meanings of the columns as picked on the page; the guess where the page was not asked yet. Each meaning holds for its first column only. */
function readColumns(table: Table, values: Readonly<Record<string, readonly string[]>>): (ImportColumn | null)[] {
  if (values.column0 === undefined) return guessColumns(table.headers);
  const taken = new Set<ImportColumn>();
  return table.headers.map((_, at) => {
    const found = importColumns.find((column) => column === values[`column${at}`]?.[0]) ?? null;
    if (!found || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}

export type ImportViewResult =
  | { ok: true; value: ImportView }
  | { ok: false; error: { code: 'empty' | 'broken' | 'too-many-rows' | 'too-many-columns'; line: number | null } };

/** The table with what an import would make of it; `source` is the text of the file. */
export function viewImport(source: string, values: Readonly<Record<string, readonly string[]>>): ImportViewResult {
  const table = readTable(source, (cells) => guessColumns(cells).filter((one) => one !== null).length >= 2);
  if (!table.ok) return table;
  const columns = readColumns(table.value, values);
  const channel = channelSchema.safeParse(values.channel?.[0]).data ?? 'paper';
  const { headers, rows, above = [] } = table.value;
  const day = readDay(values.day?.[0] ?? '');
  const dated = columns.indexOf('data_wplywu');
  return {
    ok: true,
    value: {
      source,
      channel,
      rows: rows.length,
      day,
      asksForDay: dated < 0 || rows.some((row) => (row[dated] ?? '') === ''),
      above: above.slice(0, 5).map((words) => words.slice(0, 200)),
      plan: planImport(table.value, columns, { channel, day }),
      columns: headers.map((header, at) => ({
        header,
        meaning: columns[at] ?? null,
        example: (rows.find((row) => row[at])?.[at] ?? '').slice(0, 80),
      })),
    },
  };
}

export function viewImportedTable({
  source,
  values,
}: {
  source: string;
  values: Parameters<typeof viewImport>[1];
}): ImportViewResult {
  return viewImport(source, values);
}
