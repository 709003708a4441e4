import { xmlSafe } from '../model/xml-text.ts';
import { clustersOf } from './clusters.ts';
import { inPrintedOrder, isRightToLeft } from './direction.ts';
import type { FaceName } from './pdf-fonts.ts';

/** Words in one font; '\n' ends a line. */
export type Run = { text: string; font: FaceName };

/** A printed line: its parts from left to right. A space at the end tells readers of the file where two words part. */
export type Line = { parts: (Run & { width: number })[]; width: number };

type Piece = Run & { width: number };
/** Pieces between which no line ends. */
type Box = { pieces: Piece[]; width: number; endsLine: boolean };

/** Width of words in points, in the size at hand. */
export type Measure = (text: string, font: FaceName) => number;

/** Words that do not stay behind at the end of a line: single letters, marks of units, „nr". */
const STICKY = /^(?:[\p{L}§]|art\.|ust\.|pkt|lit\.|nr|poz\.)$/u;

/** Words that stay with the figure before them. */
const COUNTED = /^(?:r\.|dni|dnia|zł|mln|tys\.|osób|osoby|kB)[),.;:]*$/u;

/** Breaks words into lines of at most `width` points. A word longer than a line, such as an address, is cut. Always at least one line. */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let open: Box[] = [];
  let used = 0;
  const close = (goesOn: boolean): void => {
    lines.push(toLine(open, goesOn, measure));
    open = [];
    used = 0;
  };
  for (const box of toBoxes(runs, width, measure)) {
    const space = open.length === 0 ? 0 : measure(' ', box.pieces[0]?.font ?? 'regular');
    if (open.length > 0 && used + space + box.width > width) close(true);
    used += (open.length === 0 ? 0 : space) + box.width;
    open.push(box);
    if (box.endsLine) close(false);
  }
  if (open.length > 0 || lines.length === 0) close(false);
  return lines;
}

function toBoxes(runs: readonly Run[], width: number, measure: Measure): Box[] {
  const boxes: Box[] = [];
  let glue = false;
  for (const { text, font } of runs) {
    for (const [at, row] of xmlSafe(text).split('\n').entries()) {
      if (at > 0) {
        const last = boxes.at(-1);
        if (!last || last.endsLine) boxes.push({ pieces: [], width: 0, endsLine: true });
        else last.endsLine = true;
        glue = false;
      }
      for (const [i, word] of row.split(' ').entries()) {
        if (word === '') {
          glue = false;
          continue;
        }
        const last = boxes.at(-1);
        const joins = glue && i === 0;
        if (last && !last.endsLine && (joins || isSticky(last) || isCounted(last, word)))
          append(last, joins ? word : ` ${word}`, font, measure);
        else boxes.push(...boxesOf(word, font, width, measure));
        glue = true;
      }
    }
  }
  return boxes.flatMap((box) => (box.width > width ? cut(box, width, measure) : [box]));
}

const isCounted = ({ pieces }: Box, word: string): boolean =>
  COUNTED.test(word) && /\d$/.test(pieces.at(-1)?.text ?? '');
const isSticky = ({ pieces }: Box): boolean => STICKY.test((pieces.at(-1)?.text ?? '').split(' ').at(-1) ?? '');

function append(box: Box, text: string, font: FaceName, measure: Measure): void {
  const width = measure(text, font);
  box.pieces.push({ text, font, width });
  box.width += width;
}

function boxesOf(word: string, font: FaceName, width: number, measure: Measure): Box[] {
  const box: Box = { pieces: [{ text: word, font, width: measure(word, font) }], width: 0, endsLine: false };
  box.width = box.pieces[0]!.width;
  return box.width > width ? cut(box, width, measure) : [box];
}

/** Parts of a box that is wider than a line, letter by letter, each with its marks. */
function cut(box: Box, width: number, measure: Measure): Box[] {
  const parts: Box[] = [];
  let part: Box = { pieces: [], width: 0, endsLine: false };
  for (const { text, font } of box.pieces) {
    for (const letter of clustersOf(text)) {
      const own = measure(letter, font);
      if (part.pieces.length > 0 && part.width + own > width) {
        parts.push({ ...part, endsLine: true });
        part = { pieces: [], width: 0, endsLine: false };
      }
      const last = part.pieces.at(-1);
      if (last?.font === font) last.text += letter;
      else part.pieces.push({ text: letter, font, width: 0 });
      part.width += own;
    }
  }
  return [...parts, { ...part, endsLine: box.endsLine }];
}

function toLine(boxes: readonly Box[], goesOn: boolean, measure: Measure): Line {
  const joined: Run[] = [];
  const add = (text: string, font: FaceName): void => {
    const last = joined.at(-1);
    if (last?.font === font) last.text += text;
    else joined.push({ text, font });
  };
  boxes.forEach((box, at) =>
    box.pieces.forEach((piece, i) => add(at > 0 && i === 0 ? ` ${piece.text}` : piece.text, piece.font)),
  );
  const parts = inPrintedOrder(joined).map(({ text, font }) => ({ text, font, width: measure(text, font) }));
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const last = parts.at(-1);
  if (goesOn && last && isRightToLeft(last.text)) parts.push({ text: ' ', font: last.font, width: 0 });
  else if (goesOn && last) last.text += ' ';
  return { parts, width };
}
