import { z } from 'zod';
import { officeChannels, type OfficeChannel } from '../state/channels.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { guessColumns, importColumns, type ImportColumn } from './remark-columns.ts';
import { readTable, type Table } from './read-table.ts';

/** One column of the table as the page shows it. */
type ColumnView = { header: string; meaning: ImportColumn | null; example: string };

export type ImportView = {
  source: string;
  channel: OfficeChannel;
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
  const table = readTable(source);
  if (!table.ok) return table;
  const columns = readColumns(table.value, values);
  const channel = channelSchema.safeParse(values.channel?.[0]).data ?? 'paper';
  const { headers, rows } = table.value;
  return {
    ok: true,
    value: {
      source,
      channel,
      rows: rows.length,
      plan: planImport(table.value, columns, channel),
      columns: headers.map((header, at) => ({
        header,
        meaning: columns[at] ?? null,
        example: (rows.find((row) => row[at])?.[at] ?? '').slice(0, 80),
      })),
    },
  };
}
