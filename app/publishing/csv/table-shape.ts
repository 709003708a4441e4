/** What a spreadsheet has to know of a table, which CSV cannot say: by their names, the columns of figures and of days; every other holds words. */
export type TableShape = {
  figures: readonly string[];
  days: readonly string[];
  /** What a column means, where its name alone does not say. */
  titles?: Readonly<Record<string, string>>;
};

/** Other forms of a CSV, asked for at its own address as `?format=`. */
export const tableFormats = ['xlsx', 'excel'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const isTableFormat = (value: string | null): value is TableFormat =>
  tableFormats.some((format) => format === value);

/** Digits that a spreadsheet keeps; a longer figure stays words. */
const kept = 15;

/** A cell that is a figure, as the program writes one. */
export const isFigureCell = (cell: string): boolean =>
  cell.length <= kept + 2 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell);

export const isDayCell = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(cell);
