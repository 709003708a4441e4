import { unitsByClause, type DraftChange } from '../acts/draft.ts';
import { endMarksAfter } from '../acts/end-marks.ts';
import { changedText } from '../acts/next-text.ts';
import type { NumberedText } from '../acts/numbered-text.ts';
import { changesText } from '../state/remark-state.ts';
import type { FinalText, Plan } from './ruling-plan.ts';

/** A mark at the end of a neighbour that a ruling would leave wrong, mended as a part of it. */
export type NeighbourMark = { clauseId: string; before: string; after: string };

/** Units that stand there with words that a change gives or moves by itself. */
function held(change: DraftChange): string[] {
  if (change.op === 'insert-after' || change.op === 'delete' || change.op === 'restore') return [];
  return 'targetId' in change && change.op === 'merge' ? [change.clauseId, change.targetId] : [change.clauseId];
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

/**
 * Marks among the other words of a ruling have the places −1, −2, …: `anchorId` is the unit, the text ends with the mark. They are kept in
 * the record beside the others, so that the ruling names the units and the version can be made again.
 */
const isMark = (seq: number) => seq < 0;
const byPlace = (a: number, b: number) => b - a;

/** The marks that a form leaves chosen, by unit and mark. */
export function marksAsFinals(chosen: readonly { clauseId: string; mark: string }[]): [number, FinalText][] {
  return chosen.map(({ clauseId, mark }, at) => [-at - 1, { text: mark, anchorId: clauseId }]);
}

/** The chosen marks in their order. */
function marksIn(finals: ReadonlyMap<number, FinalText>): { clauseId: string; mark: string }[] {
  return [...finals.keys()]
    .filter(isMark)
    .toSorted(byPlace)
    .map((seq) => ({ clauseId: finals.get(seq)!.anchorId ?? '', mark: finals.get(seq)!.text.slice(-1) }));
}

/** The plan with the marks that were chosen and are still needed. */
export function withNeighbourMarks(plan: Plan, draft: NumberedText, finals: ReadonlyMap<number, FinalText>): Plan {
  const chosen = marksIn(finals);
  if (!plan.ok || plan.changes.length === 0 || chosen.length === 0) return plan;
  const changes = [...plan.changes];
  const words = { ...plan.finals };
  for (const { clauseId, after } of neighbourMarks(draft, plan.changes)) {
    if (!chosen.some((each) => each.clauseId === clauseId && after.endsWith(each.mark))) continue;
    const place = plan.changes.length - changes.length - 1;
    changes.push({ op: 'replace', clauseId, text: after });
    words[place] = after;
    words[`${place}.anchor`] = clauseId;
  }
  return { ok: true, changes, finals: words };
}

/** The marks of a recorded ruling as the changes they were. */
export function recordedMarks(decision: string, finalText: Readonly<Record<string, string>>): DraftChange[] {
  if (!changesText(decision)) return [];
  return Object.keys(finalText)
    .filter((name) => /^-\d{1,3}$/.test(name))
    .map(Number)
    .toSorted(byPlace)
    .flatMap((place) => {
      const clauseId = finalText[`${place}.anchor`];
      return clauseId === undefined ? [] : [{ op: 'replace' as const, clauseId, text: finalText[place]! }];
    });
}
