import type { DraftChange } from '../acts/draft.ts';
import { chosenMarks, type ChosenMark } from '../acts/neighbour-marks.ts';
import type { NumberedText } from '../acts/numbered-text.ts';
import { changesText } from '../state/remark-state.ts';
import type { FinalText, Plan } from './ruling-plan.ts';

/**
 * Marks among the other words of a ruling have the places −1, −2, …: `anchorId` is the unit, the text ends with the mark. They are kept in
 * the record beside the others, so that the ruling names the units and the version can be made again.
 */
const isMark = (seq: number) => seq < 0;
const byPlace = (a: number, b: number) => b - a;

/** The marks that a form leaves chosen, by unit and mark. */
export function marksAsFinals(chosen: readonly ChosenMark[]): [number, FinalText][] {
  return chosen.map(({ clauseId, mark }, at) => [-at - 1, { text: mark, anchorId: clauseId }]);
}

/** The chosen marks in their order. */
function marksIn(finals: ReadonlyMap<number, FinalText>): ChosenMark[] {
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
  for (const { clauseId, text } of chosenMarks(draft, plan.changes, chosen)) {
    const place = plan.changes.length - changes.length - 1;
    changes.push({ op: 'replace', clauseId, text });
    words[place] = text;
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
