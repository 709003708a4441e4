import type { DraftChange } from '#app/drafting/acts/draft.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';

/** What a ruling changes, for the list of versions: it is kept as data and worded in the language of whoever reads it. */
export function notedChanges(changes: readonly DraftChange[], citations: ReadonlyMap<string, string>): VersionChange[] {
  return changes.map((change) => ({
    op: change.op,
    citation: citations.get(change.clauseId) ?? '',
    ...('targetId' in change ? { target: citations.get(change.targetId) ?? '' } : {}),
  }));
}
