import { isUuid } from '#app/db/is-uuid.ts';
import { unitsByClause, type DraftChange } from './draft.ts';
import { endMarksAfter } from './end-marks.ts';
import { changedText } from './next-text.ts';
import type { NumberedText } from './numbered-text.ts';

/** A mark at the end of a unit that changes would leave wrong, mended as a part of them. */
export type NeighbourMark = { clauseId: string; before: string; after: string };

/** One that was left chosen: the unit, and the mark that it ends with then. */
export type ChosenMark = { clauseId: string; mark: string };

/** Units that stand there with words that a change gives by itself. One that is moved keeps its words: its mark may be wrong where it goes. */
function held(change: DraftChange): string[] {
  if (change.op === 'replace' || change.op === 'split') return [change.clauseId];
  return change.op === 'merge' ? [change.clauseId, change.targetId] : [];
}

/** Marks of units that stand in the text already and would be wrong after the changes. */
export function neighbourMarks(draft: NumberedText, changes: readonly DraftChange[]): NeighbourMark[] {
  if (changes.every(({ op }) => op === 'replace')) return [];
  const next = changedText(draft, changes);
  if (!next.ok) return [];
  const own = new Set(changes.flatMap(held));
  const there = unitsByClause(draft.units);
  return endMarksAfter(draft.units, next.value.units).flatMap(({ clauseId, before, after }) =>
    clauseId !== null && there.has(clauseId) && !own.has(clauseId) ? [{ clauseId, before, after }] : [],
  );
}

/** Those that were chosen and are still called for by the changes, as changes of their own. */
export function chosenMarks(
  draft: NumberedText,
  changes: readonly DraftChange[],
  chosen: readonly ChosenMark[],
): { clauseId: string; text: string }[] {
  if (changes.length === 0 || chosen.length === 0) return [];
  return neighbourMarks(draft, changes).flatMap(({ clauseId, after }) =>
    chosen.some((each) => each.clauseId === clauseId && after.endsWith(each.mark)) ? [{ clauseId, text: after }] : [],
  );
}

/** How a form names a mark. */
export const markValue = ({ clauseId, after }: Pick<NeighbourMark, 'clauseId' | 'after'>): string =>
  `${clauseId} ${after.slice(-1)}`;

/** Marks that a form left chosen; undefined where it did not show them for this. */
export function readMarks(
  values: Readonly<Record<string, readonly string[]>>,
  offeredFor: string,
): ChosenMark[] | undefined {
  if (offeredFor === '' || values['marks-for']?.[0] !== offeredFor) return undefined;
  return (values.marks ?? []).slice(0, mostMarks).flatMap((value) => {
    const [clauseId = '', mark = ''] = value.split(' ');
    return isUuid(clauseId) && ['.', ',', ';'].includes(mark) ? [{ clauseId, mark }] : [];
  });
}

/** More than any change calls for. */
const mostMarks = 100;
