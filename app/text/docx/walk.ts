import type { Budget } from './budget.ts';
import { closeComment, openComment, type CommentRanges } from './comment-ranges.ts';
import type { FieldStep, OpenField } from './fields.ts';
import type { Finding, FindingKind } from './findings.ts';
import type { Mark, State } from './marks.ts';
import type { ParagraphStyle } from './styles.ts';
import { lettersOf } from './words-in.ts';
import type { XmlNode } from './xml.ts';

/** Words with the same marks. `place` is its number among all pieces of the document. */
export type Segment = State & { text: string; place: number };

export type FormatChange = { mark: Mark; text: string; kind: 'format' | 'numbering' };

/** What stands beside the paragraph that anchors it: a box of paragraphs, or lines of words. */
type Box = { kind: FindingKind; node: XmlNode | null; lines: string[]; state: State };

/** What is met on the way through one part of the document. */
export type Walk = {
  budget: Budget;
  styles: ReadonlyMap<string, ParagraphStyle>;
  ranges: CommentRanges;
  formats: FormatChange[];
  /** Ids of comments that are referred to. */
  references: string[];
  notes: { kind: 'footnote' | 'endnote'; id: string }[];
  boxes: Box[];
  findings: Finding[];
  /**
   * Letters and digits printed beyond those the file holds as words (numbers of notes, signs of symbols), less those it holds that
   * are not printed (hidden, in other forms of the same content): what is printed less `made` is what the file holds.
   */
  made: { letters: number };
  steps: ReadonlyMap<XmlNode, FieldStep>;
  fields: OpenField[];
  /** The number of the paragraph or row being read; null outside the body. */
  block: () => number | null;
  /** Lines of a part that this one refers to by id; none when it is not there. */
  lines: (id: string, kind: 'chart' | 'diagram') => string[];
  /** A whole document or text put in by id: its paragraphs, or null when it is of no kind that is read. */
  chunk: (id: string) => { name: string; lines: string[] | null };
};

/** What is named instead of being printed, with words the file holds as such. */
const UNPRINTED: ReadonlySet<string> = new Set<FindingKind>(['hidden', 'unknown']);

export function note(walk: Walk, kind: FindingKind, words: string, state: State): void {
  const block = walk.block();
  if (UNPRINTED.has(kind)) walk.made.letters -= lettersOf(words);
  const last = walk.findings.at(-1);
  // Words cut up into runs are one thing.
  if (kind === 'hidden' && last?.kind === 'hidden' && last.block === block) last.words += words;
  else walk.findings.push({ kind, words, block, mark: state.insert ?? state.remove });
}

/** Keeps where comments begin and end; true when the element is about a comment. */
export function noteComment(node: XmlNode, walk: Walk): boolean {
  const id = node.attributes['w:id'] ?? '';
  if (node.name === 'w:commentRangeStart') openComment(walk.ranges, id);
  else if (node.name === 'w:commentRangeEnd') closeComment(walk.ranges, id);
  else if (node.name === 'w:commentReference') walk.references.push(id);
  else return false;
  return true;
}

/** True where words are printed: not in the code of a field. */
export function isPrinting(walk: Walk): boolean {
  return walk.fields.every(({ inResult }) => inResult);
}
