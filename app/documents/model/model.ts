import type { DocumentProperties } from './tracked-document.ts';

/** An item of a list: its printed mark, its words, and what hangs below it. */
export type ModelItem = { label: string; text: string; items: ModelItem[] };

/** Parts every document here is made of, whether an act, a report or a scorecard. */
export type ModelBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; place?: Place }
  /** `label` is set in bold before the words ("1."), and before that the head that the paragraph runs in with ("§ 3."). */
  | {
      kind: 'paragraph';
      head?: RunInHead;
      label: string;
      text: string;
      centred: boolean;
      look?: ParagraphLook;
      staysWithNext?: boolean;
      place?: Place;
    }
  | { kind: 'list'; items: ModelItem[]; place?: Place }
  /** Names with their words, as a form has them. */
  | { kind: 'facts'; pairs: Pair[] }
  /**
   * Every row has as many cells as `head`; the first cell of a row is its heading where `rowHeadings` is set. `figures` names
   * the columns of numbers, `widths` are shares of the page, one for each column.
   */
  | {
      kind: 'table';
      caption: string;
      head: string[];
      rows: string[][];
      rowHeadings: boolean;
      figures?: number[];
      widths?: number[];
    };

/** A heading in one line with the words below it, as laws print „§ 3.". */
export type RunInHead = { level: HeadLevel; label: string };
export type HeadLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Where a block stands that is an item of an enumeration, or a further part of one: how deep, and whether the item begins with it. */
export type Place = { depth: number; begins: boolean };

export type Pair = [name: string, words: string];

/** How a paragraph stands out: the first words of a document, a remark in small print, a result in large figures. */
export type ParagraphLook = 'lead' | 'note' | 'figure';

export type DocumentModel = { language: 'pl' | 'en'; properties: DocumentProperties; blocks: ModelBlock[] };

export function heading(level: 1 | 2 | 3 | 4, text: string): ModelBlock {
  return { kind: 'heading', level, text };
}

export function paragraph(
  text: string,
  {
    label = '',
    centred = false,
    ...rest
  }: { head?: RunInHead; label?: string; centred?: boolean; look?: ParagraphLook; staysWithNext?: boolean } = {},
): ModelBlock {
  return { kind: 'paragraph', label, text, centred, ...rest };
}

/** Marks that are set before the words of a paragraph. */
export function marksOf({ head, label }: { head?: RunInHead; label: string }): string[] {
  return [head?.label ?? '', label].filter((mark) => mark !== '');
}

/** Names with their words; pairs without words are left out. */
export function facts(pairs: readonly (readonly [name: string, words: string])[]): ModelBlock {
  return {
    kind: 'facts',
    pairs: pairs.filter(([, words]) => words !== '').map(([name, words]): Pair => [name, words]),
  };
}

/** A list of plain items, each with the same mark. */
export function plainList(texts: readonly string[], label = '–'): ModelBlock {
  return { kind: 'list', items: texts.map((text) => ({ label, text, items: [] })) };
}

type TableOptions = { rowHeadings?: boolean; figures?: number[]; widths?: number[] };

/** Throws RangeError for a row that does not have as many cells as the head. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): ModelBlock {
  rows.forEach((row, i) => {
    if (row.length !== head.length)
      throw new RangeError(`row ${i + 1} of the table has ${row.length} cells, its head has ${head.length}`);
  });
  const { rowHeadings = false, ...rest } = options;
  return { kind: 'table', caption, head: [...head], rows: rows.map((row) => [...row]), rowHeadings, ...rest };
}
