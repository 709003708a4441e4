import type { DocumentProperties } from './tracked-document.ts';

/** An item of a list: its printed mark, its words, and what hangs below it. */
export type ModelItem = { label: string; text: string; items: ModelItem[] };

/** Parts every document here is made of, whether an act, a report or a scorecard. */
export type ModelBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** `label` is set in bold before the words ("§ 3."). */
  | { kind: 'paragraph'; label: string; text: string; centred: boolean }
  | { kind: 'list'; items: ModelItem[] }
  /** Every row has as many cells as `head`; the first cell of a row is its heading where `rowHeadings` is set. */
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; rowHeadings: boolean };

export type DocumentModel = { language: 'pl' | 'en'; properties: DocumentProperties; blocks: ModelBlock[] };

export function heading(level: 1 | 2 | 3 | 4, text: string): ModelBlock {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, options: { label?: string; centred?: boolean } = {}): ModelBlock {
  return { kind: 'paragraph', label: options.label ?? '', text, centred: options.centred ?? false };
}

/** A list of plain items, each with the same mark. */
export function plainList(texts: readonly string[], label = '–'): ModelBlock {
  return { kind: 'list', items: texts.map((text) => ({ label, text, items: [] })) };
}

/** Throws RangeError for a row that does not have as many cells as the head. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], options: { rowHeadings?: boolean } = {}): ModelBlock {
  rows.forEach((row, i) => {
    if (row.length !== head.length) throw new RangeError(`row ${i + 1} of the table has ${row.length} cells, its head has ${head.length}`);
  });
  return { kind: 'table', caption, head: [...head], rows: rows.map((row) => [...row]), rowHeadings: options.rowHeadings ?? false };
}
