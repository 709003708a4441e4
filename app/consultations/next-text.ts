import { tryChanges, type ChangedUnit, type ChangeProblem } from './apply-changes.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { followReferences, type FollowedReference, type LostReference } from './follow-references.ts';
import { citationsOf, printedMarks } from './unit-tree.ts';
import type { VersionChange } from './version-note.ts';

/** The text a change gives: numbered, with its references following, and those that lead nowhere any more. */
export type NextText = { units: ChangedUnit[]; references: FollowedReference[]; lost: LostReference[] };
export type NextTextResult = { ok: true; value: NextText } | { ok: false; error: ChangeProblem };

/** What `changes` would make of a version, without writing anything; `isReplay` for those that made one already. */
export function nextText(draft: { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' }, changes: readonly DraftChange[], options: { isReplay?: boolean } = {}): NextTextResult {
  const applied = tryChanges(draft.units, changes, options);
  if (!applied.ok) return applied;
  const { units, asWritten } = applied.value;
  const marks = printedMarks(units, draft.numbering);
  return { ok: true, value: followReferences(asWritten, units.map((unit, at) => ({ ...unit, ...marks[at]! }))) };
}

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
