import { findByCitation, indexUnits, type Act, type Unit } from '#app/text/index.ts';
import type { AmendedClause } from '../model/amendments.ts';
import { DocumentError } from '../model/document-error.ts';
import { draftLine, linesOf, toTrackedParagraph, type DraftLine, type Edit } from '../model/draft-line.ts';
import { editsBetween, paragraphsOf, withoutMark } from '../model/new-wording.ts';
import { placeMerge, placeMove, placeNew, placeNote, placeSplit, placeWords } from './place-unit-change.ts';
import {
  addRequest,
  addVariant,
  comment,
  endOf,
  isFree,
  ownLines,
  reword,
  rewriteLines,
  type Placing,
  type Step,
} from '../model/placing.ts';
import {
  actParagraphs,
  type DocumentProperties,
  type Revision,
  type TrackedDocument,
} from '../model/tracked-document.ts';
import { isUnitChange, type TrackedAmendment, type UnitChange } from '../model/unit-change.ts';

export { EXPLAINER } from '../model/placing.ts';

/** Where the words of a step ended up, for the comment with its reason. */
type Where = DraftLine | Edit;

/**
 * The act with every amendment as tracked changes of its author and its reason as a comment on the changed words.
 * Amendments of one clause that touch different words stand side by side. One whose words another amendment already
 * changes is never dropped: its wording follows as a paragraph of its own (style "Wariant brzmienia", bookmark
 * `wariant_N`), a deletion as a comment, both with an explanation. Throws DocumentError for a unit the act does not have.
 */
export function trackAmendments(
  act: Act,
  amendments: readonly TrackedAmendment[],
  properties: DocumentProperties,
): TrackedDocument {
  const placing: Placing = {
    act,
    lines: actParagraphs(act).map(draftLine),
    comments: [],
    added: new Map(),
    bookmarks: 0,
    moves: 0,
  };
  const units = indexUnits(act);
  amendments.forEach((amendment, i) => {
    const by = { author: amendment.author, date: toInstant(amendment.date) };
    const unitOf = (name: { unit: string } | { citation: string }): Unit => {
      const unit = 'unit' in name ? units.get(name.unit) : findByCitation(act, name.citation);
      if (!unit)
        throw new DocumentError(
          `amendment ${i + 1} (${amendment.author}) names ${'unit' in name ? name.unit : name.citation}, which the text does not have`,
        );
      return unit;
    };
    const placed = amendment.clauses.map((clause) =>
      isUnitChange(clause)
        ? placeChange(placing, clause, { by, unitOf })
        : placeClause(placing, clause, { by, unit: unitOf(clause) }),
    );
    const [first] = placed;
    if (first !== undefined && amendment.reason.trim() !== '') comment(placing, first, by, amendment.reason.trim());
  });
  return { properties, paragraphs: placing.lines.map(toTrackedParagraph), comments: placing.comments };
}

function toInstant(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

function placeClause(placing: Placing, clause: AmendedClause, step: Step): Where {
  if (clause.op === 'insert-after') return insertAfter(placing, step, clause.text);
  if (clause.op === 'delete') return remove(placing, step);
  return replace(placing, step, clause.text);
}

type Naming = { by: Revision; unitOf: (name: { unit: string }) => Unit };

function placeChange(placing: Placing, change: UnitChange, { by, unitOf }: Naming): Where {
  if (change.op === 'note')
    return placeNote(placing, {
      by,
      unit: change.unit === null ? null : unitOf({ unit: change.unit }),
      text: change.text,
    });
  const step: Step = { by, unit: unitOf(change) };
  switch (change.op) {
    case 'words':
      return placeWords(placing, step, change.text);
    case 'insert-after':
      return insertAfter(placing, step, change.text);
    case 'delete':
      return remove(placing, step);
    case 'move':
      return placeMove(placing, step, unitOf({ unit: change.target }));
    case 'split':
      return placeSplit(placing, step, change);
    case 'merge':
      return placeMerge(placing, step, { target: unitOf({ unit: change.target }), text: change.text });
  }
}

function insertAfter(placing: Placing, step: Step, text: string): DraftLine {
  return placeNew(placing, step, text, endOf(placing, step.unit));
}

function remove(placing: Placing, step: Step): DraftLine {
  const lines = linesOf(placing.lines, step.unit);
  const { citation } = step.unit;
  if (!isFree(lines))
    return addRequest(placing, step, { asks: `Skreślić ${citation}.`, what: `Skreślenie ${citation}` });
  for (const line of lines) line.removed = step.by;
  return lines[0]!;
}

function replace(placing: Placing, step: Step, text: string): Where {
  const wording = paragraphsOf(text);
  const own = ownLines(placing, step.unit);
  wording[0] = withoutMark(wording[0]!, step.unit.label);
  if (wording.length === 1 && own.length <= 1) return replaceWords(placing, step, own[0]!, wording[0]);
  return replaceParagraphs(placing, step, wording);
}

function replaceWords(placing: Placing, step: Step, line: DraftLine, wording: string): Where {
  const label = line.text.slice(0, line.labelLength);
  const gap = /^\s*/.exec(line.text.slice(line.labelLength))![0];
  const start = line.labelLength + gap.length;
  const isBare = start >= line.text.length;
  const edits = editsBetween(
    line.text.slice(start),
    isBare && label !== '' && gap === '' ? ` ${wording}` : wording,
    start,
  );
  return reword(line, edits, step.by) ?? addVariant(placing, step, [label === '' ? wording : `${label} ${wording}`]);
}

/** A wording of several paragraphs stands for the unit with all below it. */
function replaceParagraphs(placing: Placing, step: Step, wording: readonly string[]): Where {
  const lines = linesOf(placing.lines, step.unit);
  const label = lines[0]!.text.slice(0, lines[0]!.labelLength);
  const after = wording.map((text, i) => (i === 0 && label !== '' ? `${label} ${text}` : text));
  return isFree(lines) ? rewriteLines(placing, step, lines, after) : addVariant(placing, step, after);
}
