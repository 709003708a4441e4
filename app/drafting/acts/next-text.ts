import { tryChanges, type ChangedUnit, type ChangeProblem, type WrittenUnit } from './apply-changes.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { followReferences, isNumberedAlike, type FollowedReference, type LostReference } from './follow-references.ts';
import { lastAnswers } from '#app/drafting/acts/last-answers.ts';
import { ofShape } from '#app/drafting/acts/shape.ts';
import { citationsOf, printedMarks } from './unit-tree.ts';
import type { VersionChange } from './version-note.ts';

/** The text a change gives: numbered, with its references following, and those that lead nowhere any more. */
export type NextText = {
  units: readonly ChangedUnit[];
  references: readonly FollowedReference[];
  lost: readonly LostReference[];
};
export type NextTextResult = { ok: true; value: NextText } | { ok: false; error: ChangeProblem };

type Version = { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' };
type Options = { isReplay?: boolean };

/** What `changes` would make of a version, without writing anything; `isReplay` for those that made one already. */
export function nextText(draft: Version, changes: readonly DraftChange[], options: Options = {}): NextTextResult {
  const changed = changedText(draft, changes, options);
  return changed.ok ? { ok: true, value: followReferences(changed.value.asWritten, changed.value.units) } : changed;
}

/** A changed text in its places and with its numbers, references as they were; `keepsNumbers` when none of them can have changed its meaning. */
type ChangedText = { units: readonly ChangedUnit[]; asWritten: readonly WrittenUnit[]; keepsNumbers: boolean };
export type ChangedTextResult = { ok: true; value: ChangedText } | { ok: false; error: ChangeProblem };

export function changedText(
  { units, numbering }: Version,
  changes: readonly DraftChange[],
  options: Options = {},
): ChangedTextResult {
  return answerFor(units, { numbering, changes, options });
}

const answerFor = lastAnswers(
  (
    before: readonly DraftUnit[],
    { numbering, changes, options }: Omit<Version, 'units'> & { changes: readonly DraftChange[]; options: Options },
  ): ChangedTextResult => {
    const applied = tryChanges(before, changes, options);
    if (!applied.ok) return applied;
    const { units, asWritten } = applied.value;
    // Marks follow from where units stand, and nothing has moved.
    if (units === asWritten && bearsItsMarks[numbering](before))
      return { ok: true, value: { units, asWritten, keepsNumbers: true } };
    const marks = printedMarks(units, numbering);
    const marked = units.map((unit, at) => (bears(unit, marks[at]!) ? unit : { ...unit, ...marks[at]! }));
    const keepsNumbers = isNumberedAlike(asWritten, marked, ({ key }) => key);
    return { ok: true, value: { units: marked, asWritten, keepsNumbers } };
  },
);

type Mark = Pick<DraftUnit, 'label' | 'number'>;
const bears = (unit: Mark, mark: Mark) => unit.label === mark.label && unit.number === mark.number;

/** Whether every unit of a version bears the mark that it would be given now. */
const bearMarks = (numbering: Version['numbering']) =>
  ofShape((units): boolean => {
    const marks = printedMarks(units, numbering);
    return units.every((unit, at) => bears(unit, marks[at]!));
  });
const bearsItsMarks = { draft: bearMarks('draft'), adopted: bearMarks('adopted') };

/** What happened to references, as the version keeps it; citations are those of the new version. */
export function notedReferences({ units, references, lost }: NextText): VersionChange[] {
  if (references.length + lost.length === 0) return [];
  const citations = citationsOf(units);
  const names = new Map(units.map(({ key }, at) => [key, citations[at]!]));
  return [
    ...references.map(({ key, was, is }): VersionChange => ({
      op: 'reference',
      citation: names.get(key) ?? '',
      was,
      is,
    })),
    ...lost.map(({ key, words, target }): VersionChange => ({
      op: 'lost-reference',
      citation: names.get(key) ?? '',
      was: words,
      target,
    })),
  ];
}

/** The text to come as if it were a version, with names for what the database has yet to name. */
export function asUnits({ units }: Pick<NextText, 'units'>): DraftUnit[] {
  return units.map(({ parent, splitFromId: _, key, ...unit }, at) => ({
    ...unit,
    clauseId: key,
    code: unit.code ?? -at - 1,
    revisionId: unit.revisionId ?? key,
    parentClauseId: parent === null ? null : units[parent]!.key,
  }));
}
