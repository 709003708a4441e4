import { runTask } from '#app/workers/run-task.server.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { changedText, type NextTextResult } from './next-text.ts';
import { makeNextText } from './tasks.server.ts';

/**
 * What `changes` would make of a version (see `nextText`). Putting units in their places and numbering them is little work for the
 * longest act; references are looked for in all its words, on a thread, when units bear other numbers.
 */
export async function nextTextOf(
  { units, numbering }: { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' },
  changes: readonly DraftChange[],
): Promise<NextTextResult> {
  const changed = changedText({ units, numbering }, changes);
  if (!changed.ok) return changed;
  if (changed.value.keepsNumbers) return { ok: true, value: { units: changed.value.units, references: [], lost: [] } };
  return runTask(makeNextText, { draft: { units, numbering }, changes });
}
