import { tryChanges, type ChangedUnit, type ChangeProblem } from './apply-changes.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { followReferences, type FollowedReference, type LostReference } from './follow-references.ts';
import { lastAnswer } from './last-answer.ts';
import { citationsOf, printedMarks } from './unit-tree.ts';
import type { VersionChange } from './version-note.ts';

/** The text a change gives: numbered, with its references following, and those that lead nowhere any more. */
export type NextText = { units: readonly ChangedUnit[]; references: readonly FollowedReference[]; lost: readonly LostReference[] };
export type NextTextResult = { ok: true; value: NextText } | { ok: false; error: ChangeProblem };

type Version = { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' };

/** What `changes` would make of a version, without writing anything. */
export function nextText({ units, numbering }: Version, changes: readonly DraftChange[]): NextTextResult {
  return answerFor(units, { numbering, changes });
}

const answerFor = lastAnswer((before: readonly DraftUnit[], { numbering, changes }: Omit<Version, 'units'> & { changes: readonly DraftChange[] }): NextTextResult => {
  const applied = tryChanges(before, changes);
  if (!applied.ok) return applied;
  const { units, asWritten } = applied.value;
  const marks = printedMarks(units, numbering);
  // The list is this function's own until it is handed on.
  units.forEach((unit, at) => Object.assign(unit, marks[at]!));
  return { ok: true, value: followReferences(asWritten, units) };
});

/** What happened to references, as the version keeps it; citations are those of the new version. */
export function notedReferences({ units, references, lost }: NextText): VersionChange[] {
  if (references.length + lost.length === 0) return [];
  const citations = citationsOf(units);
  const names = new Map(units.map(({ key }, at) => [key, citations[at]!]));
  return [
    ...references.map(({ key, was, is }): VersionChange => ({ op: 'reference', citation: names.get(key) ?? '', was, is })),
    ...lost.map(({ key, words, target }): VersionChange => ({ op: 'lost-reference', citation: names.get(key) ?? '', was: words, target })),
  ];
}
