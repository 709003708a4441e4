import type { ChangeProblem } from '#app/drafting/acts/apply-changes.ts';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText, type NextText } from '#app/drafting/acts/next-text.ts';
import { planEditorial, type EditorialInput, type EditorialPlan } from './editorial-change.ts';
import { chosenMarks, neighbourMarks, type NeighbourMark } from '../acts/neighbour-marks.ts';
import type { NumberedText } from '../acts/numbered-text.ts';

type Numbered = { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' };

export type EditedText =
  | {
      ok: true;
      value: {
        /** How the text is numbered this once. */ numbering: 'draft' | 'adopted';
        changes: DraftChange[];
        next: NextText;
        /** Marks at the ends of neighbours that it leaves wrong, whether or not they are mended with it. */ marks: NeighbourMark[];
      };
    }
  | {
      ok: false;
      error: Extract<EditorialPlan, { ok: false }>['error'] | { code: 'impossible'; problem: ChangeProblem };
    };

/** The text an editorial change would give; refused when it would give the same. */
export function editorialText({ units, numbering: usual }: Numbered, change: EditorialInput): EditedText {
  const plan = planEditorial(units, change);
  if (!plan.ok) return plan;
  // Numbering anew is what a draft does by itself; an act that keeps its numbers does it this once.
  const numbering = change.op === 'renumber' ? 'draft' : usual;
  const changes = withMarks({ units, numbering }, change, plan.changes);
  const next = nextText({ units, numbering }, changes);
  if (!next.ok) return { ok: false, error: { code: 'impossible', problem: next.error } };
  if (isSameText(units, next.value)) return { ok: false, error: { code: 'nothing-changes' } };
  const marks = neighbourMarks({ units, numbering }, plan.changes);
  return { ok: true, value: { numbering, changes, next: next.value, marks } };
}

/** The change and the marks that were chosen with it. */
export function withMarks(
  draft: NumberedText,
  { marks = [] }: Pick<EditorialInput, 'marks'>,
  changes: readonly DraftChange[],
): DraftChange[] {
  return [...changes, ...chosenMarks(draft, changes, marks).map((mark) => ({ op: 'replace' as const, ...mark }))];
}

function isSameText(units: readonly DraftUnit[], next: NextText): boolean {
  return (
    units.length === next.units.length &&
    next.units.every(({ clauseId, revisionId, label, depth }, at) => {
      const old = units[at]!;
      return old.clauseId === clauseId && old.revisionId === revisionId && old.label === label && old.depth === depth;
    })
  );
}

export function editText({ draft, change }: { draft: NumberedText; change: EditorialInput }): EditedText {
  return editorialText(draft, change);
}
