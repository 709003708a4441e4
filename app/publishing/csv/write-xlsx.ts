import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { unguardedText } from './formula-guard.ts';
import { isDayCell, isFigureCell, type TableShape } from './table-shape.ts';
import { readCsv } from './write-csv.ts';

/** A table as one of our CSVs has it, with the words of its sheet of notes. */
export type Workbook = {
  csv: string;
  shape: TableShape;
  sheets: { table: string; notes: string };
  /** Label and words, a row each: source, licence, day. */
  notes: readonly (readonly [label: string, words: string])[];
  /** What stands at the end of words that are longer than a cell may be. */
  cut: string;
};

/** Characters that a cell may hold. */
const longest = 32_767;
const widest = 60;
const wide = 40;

/**
 * A workbook of two sheets: the table with its types, widths and a head that stays in sight, and notes on where it is from. Words
 * are cells of words, which no program takes for a formula, so they stand as they were typed. The same table is the same bytes.
 */
export async function writeXlsx({ csv, shape, sheets, notes, cut }: Workbook): Promise<Uint8Array> {
  const [head = [], ...rows] = readCsv(csv);
  const figures = new Set(shape.figures);
  const days = new Set(shape.days);
  const cellOf = (cell: string, column: string): CellObject | null => {
    if (cell === '') return null;
    if (figures.has(column) && isFigureCell(cell)) return { value: Number(cell), type: Number };
    if (days.has(column) && isDayCell(cell)) return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd' };
    return wordsCell(cell, cut);
  };
  const bytes = await writeExcelFile([
    {
      sheet: sheets.table,
      stickyRowsCount: 1,
      columns: widths([head, ...rows]),
      data: [
        head.map((name): CellObject => ({ ...wordsCell(name, cut), ...bold })),
        ...rows.map((row): Row => row.map((cell, at) => cellOf(cell, head[at] ?? ''))),
      ],
    },
    {
      sheet: sheets.notes,
      columns: [{ width: 24 }, { width: 80 }],
      data: [...notes, ...Object.entries(shape.titles ?? {})].map(([label, words]): Row => [
        { ...wordsCell(label, cut), ...bold },
        { ...wordsCell(words, cut), ...wrapped },
      ]),
    },
  ]).toBuffer();
  // The packer writes the hour into each entry: the parts are packed again with one that never changes.
  return zipSync(unzipSync(bytes), { level: 6, mtime: new Date(1980, 0, 1) });
}

const bold = { fontWeight: 'bold', alignVertical: 'top' } as const;
const wrapped = { wrap: true, alignVertical: 'top' } as const;

function wordsCell(cell: string, cut: string): CellObject {
  const words = unguardedText(cell);
  const whole = words.length <= longest ? words : `${words.slice(0, longest - cut.length)}${cut}`;
  // „_x0041_” means „A” to a spreadsheet: an underline of its own kind says that it means itself.
  const value = whole.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return { value, type: String, ...(words.length > wide || words.includes('\n') ? wrapped : {}) };
}

function widths(rows: readonly (readonly string[])[]): { width: number }[] {
  return (rows[0] ?? []).map((_, at) => {
    const longestCell = rows.reduce((width, row) => Math.max(width, firstLine(row[at] ?? '')), 0);
    return { width: Math.min(widest, Math.max(8, longestCell + 2)) };
  });
}

const firstLine = (cell: string) => Math.min(widest, cell.includes('\n') ? cell.indexOf('\n') : cell.length);
