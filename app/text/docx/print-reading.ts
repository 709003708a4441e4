import type { Block, WordParagraph } from './blocks.ts';
import type { Reading } from './equation.ts';
import { labelOf, looksIn, placeIn, type Numbers } from './label.ts';
import type { Mark } from './marks.ts';
import { defaultStyle } from './styles.ts';
import type { Segment } from './walk.ts';

export type { Reading } from './equation.ts';

/** `label` is the automatic mark, empty without one. Cells of a row are parted by tabs. */
type PrintedParagraph = {
  text: string;
  label: string;
  style: string | null;
  isRow: boolean;
  /** Twentieths of a point from the margin. */
  left: number;
  /** Blanks before a dash that stands below another one with the same sign. */
  place?: string;
};

export type Printed = {
  text: string;
  /** Line (from 1) on which each block begins; null for one without words in this reading. */
  lineOf: (number | null)[];
  /** Each paragraph, row and note as it is printed. */
  paragraphs: PrintedParagraph[];
  /** Paragraphs that run together in this reading though both have words: someone joined or split them. */
  joined: { block: number; mark: Mark }[];
};

function isVisible(segment: Pick<Segment, 'insert' | 'remove'>, reading: Reading): boolean {
  return reading === 'rejected' ? segment.insert === null : segment.remove === null;
}

export function wordsOf(paragraph: WordParagraph, reading: Reading): string {
  return paragraph.segments
    .filter((segment) => isVisible(segment, reading))
    .map(({ text }) => text)
    .join('');
}

/** Prints one reading of the document, with the automatic numbers it has in this reading. */
export function printReading(blocks: readonly Block[], reading: Reading, numbers: Numbers): Printed {
  const paragraphs: PrintedParagraph[] = [];
  const lineOf = new Array<number | null>(blocks.length).fill(null);
  const joined: Printed['joined'] = [];
  let line = 1;
  const withPlace = placer();
  const add = (one: PrintedParagraph, members: readonly number[]): void => {
    const paragraph = withPlace(one);
    const text = printed(paragraph);
    if (text === '') return;
    for (const member of members) lineOf[member] = line;
    paragraphs.push(paragraph);
    line += text.split('\n').length + 1;
  };
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]!;
    if (block.kind === 'row') {
      add(printRow(block, reading, numbers), [i]);
      continue;
    }
    const members = [i];
    const parts = [block.paragraph];
    let [hasWords, hasKept] = [hasWordsIn(block.paragraph, reading), hasKeptWords(block.paragraph)];
    for (let end = endOf(block.paragraph, reading); end !== null; end = endOf(parts.at(-1)!, reading)) {
      const next = blocks[i + 1];
      if (next?.kind !== 'paragraph') break;
      const [nextWords, nextKept] = [hasWordsIn(next.paragraph, reading), hasKeptWords(next.paragraph)];
      if (hasWords && nextWords && hasKept && nextKept) joined.push({ block: i, mark: end });
      [hasWords, hasKept] = [hasWords || nextWords, hasKept || nextKept];
      parts.push(next.paragraph);
      members.push((i += 1));
    }
    const paragraph = printParagraph(parts, reading, numbers);
    // Only those with words of their own: an inserted paragraph does not stand where the next one stands.
    const own = members.filter((_, k) => parts.length === 1 || wordsOf(parts[k]!, reading).trim() !== '');
    add(paragraph, own);
  }
  return {
    text: paragraphs.length === 0 ? '' : `${paragraphs.map(printed).join('\n\n')}\n`,
    lineOf,
    paragraphs,
    joined,
  };
}

/** Words that stand in both readings: without them the paragraph as a whole came or went. */
function hasKeptWords({ segments }: WordParagraph): boolean {
  return segments.some((one) => one.insert === null && one.remove === null && one.text.trim() !== '');
}

function hasWordsIn({ segments }: WordParagraph, reading: Reading): boolean {
  return segments.some((one) => isVisible(one, reading) && one.text.trim() !== '');
}

/** The mark that makes a paragraph run on into the next one in this reading. */
function endOf(paragraph: WordParagraph, reading: Reading): Mark | null {
  return reading === 'rejected' ? paragraph.insert : paragraph.remove;
}

/** A paragraph with its mark. */
function printed({ label, text, place }: PrintedParagraph): string {
  const words = label === '' ? text : `${label} ${text}`.trim();
  return words === '' ? '' : (place ?? '') + words;
}

const DASHED = /^[–—•·▪●○■□*-](?=\s)/u;
/** Set further to the right than a dash by so many twentieths of a point, one stands below it. */
const DEEPER = 150;

/** Tells which dashes stand below one with the same sign that goes on ("- budynki:"): their place is all that shows it. */
function placer(): (paragraph: PrintedParagraph) => PrintedParagraph {
  let outer: { sign: string; left: number; holds: boolean } | null = null;
  return (paragraph) => {
    const words = printed(paragraph);
    const sign = paragraph.isRow ? undefined : DASHED.exec(words)?.[0];
    if (sign === undefined) outer = null;
    else if (outer?.sign === sign && outer.holds && paragraph.left > outer.left + DEEPER)
      return { ...paragraph, place: '    ' };
    else outer = { sign, left: paragraph.left, holds: !/[.;,]$/.test(words) };
    return paragraph;
  };
}

function printParagraph(parts: readonly WordParagraph[], reading: Reading, numbers: Numbers): PrintedParagraph {
  const words = parts.map((part) => wordsOf(part, reading)).join('');
  const lead = parts.find((part) => wordsOf(part, reading) !== '') ?? parts.at(-1)!;
  const isGone =
    words.trim() === '' &&
    parts.some((part) => endOf(part, reading) !== null || part.segments.some(({ text }) => text.trim() !== ''));
  const looks = looksIn(lead, reading, defaultStyle(numbers.styles));
  const label = isGone ? '' : labelOf(numbers, looks, { text: words, reading });
  return { text: words.trim(), label, style: looks.style, isRow: false, left: placeIn(numbers, looks) };
}

function printRow(row: Extract<Block, { kind: 'row' }>, reading: Reading, numbers: Numbers): PrintedParagraph {
  const isGone = (reading === 'rejected' ? row.insert : row.remove) !== null;
  const cells = isGone
    ? []
    : row.cells.map((cell) =>
        cell
          .map((one) => printed(printParagraph([one], reading, numbers)).replace(/\s+/g, ' '))
          .filter((text) => text !== '')
          .join(' '),
      );
  const text = cells.join('\t').trim();
  return { text, label: text === '' ? '' : row.label, style: null, isRow: true, left: 0 };
}
