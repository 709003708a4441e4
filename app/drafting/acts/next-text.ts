import { tryChanges, type ChangedUnit, type ChangeProblem, type WrittenUnit } from './apply-changes.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { followReferences, isNumberedAlike, type FollowedReference, type LostReference } from './follow-references.ts';
import { lastAnswer } from '#app/drafting/acts/last-answer.ts';
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

const answerFor = lastAnswer(
  (
    before: readonly DraftUnit[],
    { numbering, changes, options }: Omit<Version, 'units'> & { changes: readonly DraftChange[]; options: Options },
  ): ChangedTextResult => {
    const applied = tryChanges(before, changes, options);
    if (!applied.ok) return applied;
    const { units, asWritten } = applied.value;
    const marks = printedMarks(units, numbering);
    // The list is this function's own until it is handed on.
    units.forEach((unit, at) => Object.assign(unit, marks[at]!));
    return { ok: true, value: { units, asWritten, keepsNumbers: isNumberedAlike(asWritten, units, ({ key }) => key) } };
  },
);

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
