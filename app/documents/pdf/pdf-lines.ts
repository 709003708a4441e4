import { isBound } from '#app/text/tree/bound-spaces.ts';
import { xmlSafe } from '../model/xml-text.ts';
import { clustersOf } from './clusters.ts';
import { inPrintedOrder, isRightToLeft } from './direction.ts';
import type { FaceName } from './pdf-fonts.ts';

/** Words in one font; '\n' ends a line. */
export type Run = { text: string; font: FaceName; mark?: Mark };

/** What words at the beginning of a paragraph are to readers of the file: its heading, or its mark in an enumeration. */
export type Mark = 'head' | 'label';

/** A printed line: its parts from left to right. A space at the end tells readers of the file where two words part. */
export type Line = { parts: (Run & { width: number })[]; width: number };

type Piece = Run & { width: number };
/** Pieces between which no line ends. */
type Box = { pieces: Piece[]; width: number; endsLine: false | 'words' | 'cut' };

/** Width of words in points, in the size at hand. */
export type Measure = (text: string, font: FaceName) => number;

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
    if (box.endsLine) close(box.endsLine === 'words');
  }
  if (open.length > 0 || lines.length === 0) close(false);
  return lines;
}

function toBoxes(runs: readonly Run[], width: number, measure: Measure): Box[] {
  const boxes: Box[] = [];
  let glue = false;
  for (const { text, font, mark } of runs) {
    for (const [at, row] of xmlSafe(text).split('\n').entries()) {
      if (at > 0) {
        const last = boxes.at(-1);
        if (!last || last.endsLine) boxes.push({ pieces: [], width: 0, endsLine: 'words' });
        else last.endsLine = 'words';
        glue = false;
      }
      for (const [i, word] of row.split(' ').entries()) {
        if (word === '') {
          glue = false;
          continue;
        }
        const last = boxes.at(-1);
        const joins = glue && i === 0;
        if (last && !last.endsLine && (joins || isBound(lastWord(last), word)))
          append(last, { text: joins ? word : ` ${word}`, font, mark }, measure);
        else boxes.push(...boxesOf({ text: word, font, mark }, width, measure));
        glue = true;
      }
    }
  }
  return boxes.flatMap((box) => (box.width > width ? cut(box, width, measure) : [box]));
}

const lastWord = ({ pieces }: Box): string => (pieces.at(-1)?.text ?? '').split(' ').at(-1) ?? '';

function append(box: Box, run: Run, measure: Measure): void {
  const width = measure(run.text, run.font);
  box.pieces.push({ ...run, width });
  box.width += width;
}

function boxesOf(word: Run, width: number, measure: Measure): Box[] {
  const own = measure(word.text, word.font);
  const box: Box = { pieces: [{ ...word, width: own }], width: own, endsLine: false };
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
        parts.push({ ...part, endsLine: 'cut' });
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
  const add = ({ text, font, mark }: Run, isNext: boolean): void => {
    const last = joined.at(-1);
    if (last && last.font === font && last.mark === mark) last.text += isNext ? ` ${text}` : text;
    else if (last && isNext && last.mark !== mark) {
      // The space belongs to the mark: what is read apart ends where its words end.
      last.text += ' ';
      joined.push({ text, font, mark });
    } else joined.push({ text: isNext ? ` ${text}` : text, font, mark });
  };
  boxes.forEach((box, at) => box.pieces.forEach((piece, i) => add(piece, at > 0 && i === 0)));
  const parts = inPrintedOrder(joined).map((part) => ({ ...part, width: measure(part.text, part.font) }));
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const last = parts.at(-1);
  if (goesOn && last && isRightToLeft(last.text)) parts.push({ text: ' ', font: last.font, width: 0 });
  else if (goesOn && last) last.text += ' ';
  return { parts, width };
}
