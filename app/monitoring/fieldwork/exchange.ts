import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import type { CsvCell } from '#app/publishing/csv/write-csv.ts';
import type { ReplyStance } from '../cards/cells.ts';

/** One step of the exchange between a team and an office, as it is exported. */
export type ExchangeRow = {
  /** ISO instant. */
  at: string;
  teryt: string;
  municipality: string;
  step: 'proposed' | 'reply' | 'decision' | 'no-reply';
  indicator: string;
  /** Number of the reply to this indicator; null for the team's steps. */
  seq: number | null;
  stance: ReplyStance | null;
  outcome: 'kept' | 'changed' | null;
  state: string | null;
  level: number | null;
  text: string;
  by: string;
  /** SHA-256 of attached files. */
  files: string[];
};

export const EXCHANGE_COLUMNS = [
  'at',
  'teryt',
  'municipality',
  'step',
  'indicator',
  'seq',
  'stance',
  'outcome',
  'state',
  'level',
  'text',
  'by',
  'files',
] as const;

export const exchangeShape: TableShape = { figures: ['seq', 'level'], days: [] };

/** The exchange as rows of a table, one per step. */
export function exchangeTable(rows: readonly ExchangeRow[]): CsvCell[][] {
  return rows.map((row) =>
    EXCHANGE_COLUMNS.map((column) => {
      const value = row[column];
      return Array.isArray(value) ? value.join(' ') : value;
    }),
  );
}
