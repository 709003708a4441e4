import type { ModelItem, Pair } from '../model/model.ts';
import type { Line, Mark } from './pdf-lines.ts';
import {
  drawLines,
  flowLines,
  gap,
  INK,
  leadingOf,
  leastHeight,
  linesOf,
  MARGIN,
  measureIn,
  widthOf,
  type Pen,
  type Words,
} from './pen.ts';

const STEP = 22;
export const BODY = 10.5;
const LABEL = 9.5;

type Element = PDFKit.PDFStructureElement;

export type Passage = {
  words: readonly Words[];
  size: number;
  indent?: number;
  centred?: boolean;
  color?: string;
  tail?: number;
  /** Draws this mark alone. */
  only?: Mark;
  /** Marks that are left out, because they were drawn already. */
  apart?: ReadonlySet<Mark | undefined>;
};

/** Lines of words in the width that is left beside the indent. */
export function passageLines(pen: Pen, { words, size, indent = 0 }: Passage): Line[] {
  return linesOf(pen, words, { width: widthOf(pen) - indent, size });
}

/** Draws them from here on, over pages if need be. */
export function drawWords(pen: Pen, passage: Passage, lines: readonly Line[] = passageLines(pen, passage)): void {
  const { size, indent = 0, centred = false, color, tail = 0, only, apart } = passage;
  flowLines(pen, lines, {
    x: MARGIN.side + indent,
    size,
    tail,
    isDrawn: ({ mark }) => (only === undefined ? !apart?.has(mark) : mark === only),
    ...(color ? { color } : {}),
    ...(centred ? { centredIn: widthOf(pen) - indent } : {}),
  });
}

/** A list with its items, their marks and the lists below them. */
export function drawList(pen: Pen, parent: Element, items: readonly ModelItem[], depth: number): void {
  const { document } = pen;
  const list = document.struct('L');
  parent.add(list);
  for (const item of items) {
    const element = document.struct('LI');
    list.add(element);
    drawItem(pen, element, item, depth);
    if (item.items.length > 0) drawList(pen, element, item.items, depth + 1);
    element.end();
  }
  list.end();
}

type SetItem = { mark: Line | null; passage: Passage; lines: Line[] };

/** An item as it will stand: its mark, and its words beside it. */
function setItem(pen: Pen, item: ModelItem, depth: number): SetItem {
  const mark =
    item.label === ''
      ? null
      : (linesOf(pen, [{ text: item.label, font: pen.text }], { width: Infinity, size: BODY })[0] ?? null);
  const space = measureIn(pen, BODY)(' ', pen.text);
  // The space tells readers of the file where the mark ends.
  mark?.parts.push({ text: ' ', font: pen.text, width: space });
  const indent = Math.max(depth * STEP, (depth - 1) * STEP + (mark?.width ?? 0) + space + 3);
  const passage = { words: [{ text: item.text, font: pen.text }], size: BODY, indent };
  return { mark, passage, lines: passageLines(pen, passage) };
}

/** What an item needs to begin here: its first lines, and where it is short those of the first item below it. */
export function leastOfItem(pen: Pen, item: ModelItem, depth: number): number {
  return leastHeight(setItem(pen, item, depth).lines.length, BODY, tailOf(pen, item, depth));
}

function tailOf(pen: Pen, { items: [below] }: ModelItem, depth: number): number {
  return below ? 4 + leastOfItem(pen, below, depth + 1) : 0;
}

function drawItem(pen: Pen, element: Element, item: ModelItem, depth: number): void {
  const { document } = pen;
  const { mark, passage, lines } = setItem(pen, item, depth);
  const tail = tailOf(pen, item, depth);
  gap(pen, leastHeight(lines.length, BODY, tail), 0);
  const top = document.y;
  if (mark)
    element.add(
      document.struct('Lbl', {}, () => drawLines(pen, [mark], { x: MARGIN.side + (depth - 1) * STEP + 2, size: BODY })),
    );
  document.y = top;
  element.add(document.struct('LBody', {}, () => drawWords(pen, { ...passage, tail }, lines)));
  gap(pen, 0, 4);
}

type SetPair = { label: Line[]; passage: Passage; lines: Line[] };

function setPair(pen: Pen, [name, words]: Pair): SetPair {
  const column = Math.min(170, widthOf(pen) * 0.34);
  const passage: Passage = { words: [{ text: words, font: 'regular' }], size: BODY, indent: column };
  return {
    label: linesOf(pen, [{ text: name, font: 'regular' }], { width: column - 12, size: LABEL }),
    passage,
    lines: passageLines(pen, passage),
  };
}

const leastOfSet = ({ label, lines }: SetPair): number =>
  Math.max(label.length * leadingOf(LABEL) + 1, leastHeight(lines.length, BODY));

/** What a name with its words needs to begin here. */
export function leastOfPair(pen: Pen, pair: Pair): number {
  return leastOfSet(setPair(pen, pair));
}

/** Names on the left, their words beside them: to readers of the file a list with labels. */
export function drawFacts(pen: Pen, parent: Element, pairs: readonly Pair[]): void {
  const { document } = pen;
  const list = document.struct('L');
  parent.add(list);
  for (const pair of pairs) {
    const set = setPair(pen, pair);
    gap(pen, leastOfSet(set), 0);
    const element = document.struct('LI');
    list.add(element);
    const top = document.y;
    const page = document.page;
    element.add(
      document.struct('Lbl', {}, () => {
        document.y = top + 1;
        drawLines(pen, set.label, { x: MARGIN.side, size: LABEL, color: INK.quiet });
      }),
    );
    const below = document.y;
    document.y = top;
    element.add(document.struct('LBody', {}, () => drawWords(pen, set.passage, set.lines)));
    if (document.page === page) document.y = Math.max(document.y, below);
    element.end();
    gap(pen, 0, 4);
  }
  list.end();
  gap(pen, 0, 4);
}
