import { descend, type Unit } from '#app/text/index.ts';
import type { ActParagraph, ParagraphKind, Revision, TrackedParagraph, TrackedRun } from './tracked-document.ts';

/** Words of one paragraph replaced by others; `from` and `to` are a half-open range of the paragraph as it stands. */
export type Edit = { from: number; to: number; insert: string; by: Revision; comments: number[] };

/** A paragraph while amendments are being written into it. */
export type DraftLine = {
  unit: Unit | null;
  kind: ParagraphKind;
  text: string;
  labelLength: number;
  isFirst: boolean;
  edits: Edit[];
  removed: Revision | null;
  inserted: Revision | null;
  /** Comments on the paragraph as a whole. */
  comments: number[];
  bookmark?: string;
  /** Joins both ends of a move. */
  move?: string;
};

export function draftLine(paragraph: ActParagraph): DraftLine {
  const { block, text, kind, labelLength, isFirst } = paragraph;
  return { unit: block.unit, kind, text, labelLength, isFirst, edits: [], removed: null, inserted: null, comments: [] };
}

export function insertedLine(
  text: string,
  of: { unit: Unit | null; kind: ParagraphKind; labelLength: number; by: Revision },
): DraftLine {
  const { unit, kind, labelLength, by } = of;
  return { unit, kind, text, labelLength, isFirst: false, edits: [], removed: null, inserted: by, comments: [] };
}

/** Lines of a unit with all below it, quoted wording included; lines added by amendments are left out. */
export function linesOf(lines: readonly DraftLine[], unit: Unit): DraftLine[] {
  const units = new Set<Unit>();
  const add = (one: Unit): void => {
    for (const below of descend(one)) {
      units.add(below);
      below.quoted?.forEach(add);
    }
  };
  add(unit);
  return lines.filter((line) => line.inserted === null && line.unit !== null && units.has(line.unit));
}

/** True when both edits want the same words, or words that touch: then people have to choose. */
export function collide(one: Pick<Edit, 'from' | 'to'>, other: Pick<Edit, 'from' | 'to'>): boolean {
  return one.from <= other.to && other.from <= one.to;
}

export function toTrackedParagraph(line: DraftLine): TrackedParagraph {
  const paragraph: TrackedParagraph = {
    kind: line.kind,
    citation: line.unit?.citation ?? '',
    labelLength: line.labelLength,
    runs: runsOf(line),
  };
  if (line.unit !== null) paragraph.unit = line.unit.id;
  if (line.inserted !== null) paragraph.insert = line.inserted;
  if (line.removed !== null) paragraph.remove = line.removed;
  if (line.bookmark !== undefined) paragraph.bookmark = line.bookmark;
  return paragraph;
}

function runsOf(line: DraftLine): TrackedRun[] {
  const { comments } = line;
  const move = line.move === undefined ? {} : { move: line.move };
  if (line.inserted !== null) return [{ text: line.text, insert: line.inserted, ...move, comments }];
  if (line.removed !== null) return [{ text: line.text, remove: line.removed, ...move, comments }];
  const runs: TrackedRun[] = [];
  let at = 0;
  for (const edit of [...line.edits].sort((a, b) => a.from - b.from)) {
    const own = [...comments, ...edit.comments];
    if (edit.from > at) runs.push({ text: line.text.slice(at, edit.from), comments });
    if (edit.to > edit.from) runs.push({ text: line.text.slice(edit.from, edit.to), remove: edit.by, comments: own });
    if (edit.insert !== '') runs.push({ text: edit.insert, insert: edit.by, comments: own });
    at = edit.to;
  }
  if (at < line.text.length || runs.length === 0) runs.push({ text: line.text.slice(at), comments });
  return runs;
}
