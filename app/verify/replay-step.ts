import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText, notedReferences, type NextText } from '#app/drafting/acts/next-text.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import { notedChanges } from '#app/drafting/carry/noted-changes.ts';
import { firstUnlike, sameWritten } from '#app/record/difference.ts';
import type { Recorded, Step } from '#app/drafting/rulings/recorded-ruling.ts';

/** A version as it is stored, with what made it. */
export type StoredStep = Step & { numbering: 'draft' | 'adopted'; noted: readonly VersionChange[] };

/**
 * Makes the version after a recorded act again from the one before and says what is otherwise in the stored one: units, their order, marks
 * and words, references that follow, and the list of changes. Null where all agrees.
 */
export function replayStep(recorded: Recorded, { before, after, numbering, noted }: StoredStep): string | null {
  const next = nextText({ units: before, numbering: recorded.numbering ?? numbering }, recorded.changes, {
    isReplay: true,
  });
  if (!next.ok) return `the change cannot have been made (${next.error.code})`;
  return (
    unitDifference(next.value, { before, after, free: recorded.free }) ??
    notedDifference(next.value, { recorded, before, noted })
  );
}

/** What each of several ways leads to, in their order. */
export function replaySteps({ ways, step }: { ways: readonly Recorded[]; step: StoredStep }): (string | null)[] {
  return ways.map((way) => replayStep(way, step));
}

function unitDifference({ units }: NextText, { before, after, free }: Step & Pick<Recorded, 'free'>): string | null {
  if (units.length !== after.length) return `it has ${after.length} units, made again ${units.length}`;
  const citations = citationsByClause(after);
  const known = new Set(before.map(({ clauseId }) => clauseId));
  for (const [at, made] of units.entries()) {
    const stored = after[at]!;
    const found = unlikeUnit(stored, made, { isKnown: known.has(stored.clauseId), isFree: free.has(stored.clauseId) });
    if (found) return `${citations.get(stored.clauseId) || `unit ${at + 1}`}: ${found}`;
  }
  return null;
}

function unlikeUnit(
  stored: DraftUnit,
  made: NextText['units'][number],
  { isKnown, isFree }: { isKnown: boolean; isFree: boolean },
): string | null {
  if (made.clauseId === null ? isKnown : made.clauseId !== stored.clauseId) return 'another unit stands there';
  const marks = (['type', 'label', 'number', 'quoted', 'depth'] as const).find((name) => stored[name] !== made[name]);
  if (marks) return `its ${marks} is ${JSON.stringify(stored[marks])}, made again ${JSON.stringify(made[marks])}`;
  if (isFree) return null;
  return sameWritten(stored.heading, made.heading) && sameWritten(stored.text, made.text)
    ? null
    : 'its words are not those that the record leads to';
}

/** The list of changes that the version keeps; where words are free, so are the references in them. */
function notedDifference(
  next: NextText,
  { recorded, before, noted }: { recorded: Recorded; before: readonly DraftUnit[]; noted: readonly VersionChange[] },
): string | null {
  const changes: VersionChange[] =
    recorded.numbering === 'draft'
      ? [{ op: 'renumber', citation: '' }]
      : notedChanges(recorded.changes, citationsByClause(before));
  const again = [...changes, ...(recorded.free.size > 0 ? noted.slice(changes.length) : notedReferences(next))];
  const found = firstUnlike(noted, again);
  return found === null ? null : `its list of changes: ${found}`;
}
