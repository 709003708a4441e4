import type { Aside, HtmlDone } from './elements.ts';
import type { HtmlList } from './list-marks.ts';

/**
 * `added`: marks that stand in the lines and not in the page; `replaced`: signs of the page for which a dash stands; `described`: what
 * is said of pictures and fields, which are no words of the page.
 */
export type HtmlReading = {
  lines: string[];
  done: HtmlDone[];
  added: string[];
  replaced: string[];
  described: string[];
};

export type Open = {
  name: string;
  font: string;
  aside: Aside | null;
  words: string;
  isLabel: boolean;
};
type Row = { cells: string[][]; inCell: boolean };

export type State = HtmlReading & {
  stack: Open[];
  /** How many elements of each name are open. */
  counts: Map<string, number>;
  /** The outermost element whose words are left out, and the one whose words are noted and stay. */
  left: Open | null;
  kept: Open | null;
  label: Open | null;
  lists: HtmlList[];
  rows: Row[];
  line: string;
  /** The last sign of the line. */
  lastSign: string;
  /** A superscript, until it ends. */
  raised: Open | null;
  last: string;
  /** The mark of an item, until its first words come; `isPrinted` where the page itself has it as words. */
  mark: { text: string; isPrinted: boolean } | null;
  /** A paragraph in a list of Word that has not printed its mark so far. */
  wordList: { list: string; level: number } | null;
  /** Levels of the bullets of Word that the next paragraph may stand below. */
  bullets: number[];
  wordLists: Map<string, { counts: (number | undefined)[]; end: string }>;
};

export function createState(): State {
  return {
    lines: [],
    done: [],
    added: [],
    replaced: [],
    described: [],
    stack: [],
    counts: new Map(),
    left: null,
    kept: null,
    label: null,
    lists: [],
    rows: [],
    line: '',
    lastSign: '',
    raised: null,
    last: '',
    mark: null,
    wordList: null,
    bullets: [],
    wordLists: new Map(),
  };
}
