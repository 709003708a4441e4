import { unitsByClause, type DraftChange, type DraftUnit, type NextUnit } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { OpenOperation } from '../carry/carry-plan.ts';
import { carryLateOnes } from '../carry/carry-work.ts';
import type { Carried } from '../carry/fit.ts';
import { changesText, type Decision } from '../state/remark-state.ts';
import { plannedOperations, type StoredOperation } from './plan-operations.ts';
import { planRuling, type FinalText, type PlanError } from './ruling-plan.ts';
import { takeBack, type Effect, type TakeBackConflict } from './take-back.ts';

/** An operation of the remark with its last wording of its own. */
export type CorrectedOperation = StoredOperation & { proposal: OpenOperation['wordings'][number] };

export type CorrectionInput = {
  decision: Decision;
  finals: ReadonlyMap<number, FinalText>;
  /** What the ruling that holds did to the text; null where it left it alone. */
  effect: Effect | null;
  /** The newest text. */
  now: readonly DraftUnit[];
  numbering: 'draft' | 'adopted';
  operations: readonly CorrectedOperation[];
  /** The text on which `operations` fit as they say, and units that went into others since. */
  evaluatedOn: readonly DraftUnit[];
  merged: ReadonlySet<string>;
  lastTypes: ReadonlyMap<string, UnitType>;
};

export type CorrectionError =
  | PlanError
  | { code: 'cannot-undo' }
  | { code: 'conflict'; conflicts: TakeBackConflict[] }
  /** The change from one text to the other meets in one unit and cannot be made at once. */
  | { code: 'two-steps' };

export type CorrectionPlan =
  | {
      ok: true;
      changes: DraftChange[];
      finals: Record<string, string>;
      /** Units where words that others changed since are kept beside what is taken back. */
      adapted: string[];
      /** The amendment brought to the newest text, where it had to be. */
      carried: { id: string; clauseId: string; carried: Carried }[];
      /** The text that the changes of the decision itself were made on. */
      base: readonly DraftUnit[];
      /** Those changes alone. */
      own: DraftChange[];
    }
  | { ok: false; error: CorrectionError };

/**
 * What a corrected decision does to the newest text: what the earlier one did is taken back (see `takeBack`), then the new one is made as
 * any other (see `planRuling`), with the amendment carried over to the text as it is by then. Both are one change of the text.
 */
export function planCorrection(input: CorrectionInput): CorrectionPlan {
  const { now, numbering, effect, decision } = input;
  const back = effect ? takeBack(effect, now, numbering) : { ok: true as const, changes: [], adapted: [] };
  if (!back.ok) return back;
  const base = back.changes.length === 0 ? now : madeOf(now, numbering, back.changes);
  if (!base) return { ok: false, error: { code: 'cannot-undo' } };
  const carried = changesText(decision) ? carriedTo(input, base) : [];
  const operations = plannedOperations(
    input.operations.map((operation) => {
      const found = carried.find(({ id }) => id === operation.id)?.carried;
      return found
        ? { ...operation, fit: found.fit, carriedAfter: found.after, carriedRest: found.rest ?? null }
        : operation;
    }),
    base,
    (clauseId) => input.lastTypes.get(clauseId) ?? 'text',
  );
  const plan = planRuling({ decision, operations, finals: input.finals, anchors: unitsByClause(base), units: base });
  if (!plan.ok) return plan;
  const together = bothAtOnce(back.changes, plan.changes, { now, base, numbering });
  if (!together) return { ok: false, error: { code: 'two-steps' } };
  return {
    ok: true,
    changes: together,
    finals: plan.finals,
    adapted: back.adapted,
    carried,
    base,
    own: plan.changes,
  };
}

function carriedTo({ operations, evaluatedOn, merged }: CorrectionInput, base: readonly DraftUnit[]) {
  const words = unitsByClause(evaluatedOn);
  const remark = carryLateOnes({
    before: evaluatedOn,
    after: base,
    merged,
    open: operations.map(({ id, op, clauseId, targetClauseId, fit, proposal }): OpenOperation => ({
      id,
      op: op as OpenOperation['op'],
      clauseId,
      targetClauseId,
      targetBase: targetClauseId === null ? null : (words.get(targetClauseId)?.text ?? null),
      fit: fit as OpenOperation['fit'],
      wordings: [proposal],
    })),
  });
  return remark?.operations ?? [];
}

/** Null where a change would need a unit that has no name yet. */
function madeOf(
  units: readonly DraftUnit[],
  numbering: 'draft' | 'adopted',
  changes: readonly DraftChange[],
): DraftUnit[] | null {
  const made = nextText({ units, numbering }, changes, { isReplay: true });
  if (!made.ok || made.value.units.some(({ clauseId }) => clauseId === null)) return null;
  return named(made.value.units);
}

function named(units: readonly NextUnit[]): DraftUnit[] {
  return units.map(({ parent, splitFromId: _, ...unit }, at) => ({
    ...unit,
    clauseId: unit.clauseId ?? `new ${at}`,
    code: unit.code ?? 0,
    revisionId: unit.revisionId ?? `new ${at}`,
    parentClauseId: parent === null ? null : (units[parent]!.clauseId ?? null),
  }));
}

/** One list of changes that leads where the one after the other leads; null where there is none. */
function bothAtOnce(
  back: readonly DraftChange[],
  own: readonly DraftChange[],
  { now, base, numbering }: { now: readonly DraftUnit[]; base: readonly DraftUnit[]; numbering: 'draft' | 'adopted' },
): DraftChange[] | null {
  if (back.length === 0 || own.length === 0) return [...back, ...own];
  const reworded = new Set(own.flatMap(({ op, clauseId }) => (op === 'replace' ? [clauseId] : [])));
  const all = [
    ...back.filter(({ op, clauseId }) => op !== 'replace' || !reworded.has(clauseId)),
    ...own.filter((change) => change.op !== 'replace' || wordsIn(now, change.clauseId) !== change.text),
  ];
  const [once, twice] = [
    nextText({ units: now, numbering }, all, { isReplay: true }),
    nextText({ units: base, numbering }, own, { isReplay: true }),
  ];
  if (!once.ok || !twice.ok || once.value.units.length !== twice.value.units.length) return null;
  const isSame = once.value.units.every((unit, at) => {
    const other = twice.value.units[at]!;
    return unit.text === other.text && unit.heading === other.heading && unit.label === other.label;
  });
  return isSame ? all : null;
}

const wordsIn = (units: readonly DraftUnit[], clauseId: string) => unitsByClause(units).get(clauseId)?.text;
