import { problemOf, type ChangeProblem } from '#app/drafting/acts/apply-changes.ts';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { Fit, OperationKind, RemarkKind } from '../state/remark.ts';
import { decisions, type Decision, type RemarkState } from '#app/drafting/state/remark-state.ts';

/** An operation as the office decides on it, on the newest text. */
export type PlannedOperation = {
  seq: number;
  op: OperationKind;
  fit: Fit;
  clauseId: string;
  /** Words of the clause now; null when it is gone. */
  current: string | null;
  /** Type of the clause, or of the inserted unit. */
  type: UnitType;
  after: string | null;
  /** move: the unit it goes after; merge: the unit taken in. */
  targetId?: string | null;
  /** split: words of the second unit. */
  rest?: string | null;
};

/**
 * Other words given by the office for one operation; `anchorId` says where they go when the clause is gone, `rest` are those
 * of the second unit where a split stays one.
 */
export type FinalText = { text: string; anchorId: string | null; rest?: string };

export type PlanError =
  | { code: 'conflict-as-is' }
  | { code: 'covered-words' }
  | { code: 'final-required'; seq: number }
  | { code: 'anchor-required'; seq: number }
  | { code: 'nothing-changes' }
  | { code: 'change-impossible'; problem: ChangeProblem };

export type Plan =
  | {
      ok: true;
      changes: DraftChange[];
      /** Words that go to the record when they differ from those proposed, by `seq`; with `.rest` for the second part of a split, and with `.anchor` the clause after which words of one that is gone are put. */ finals: Record<
        string,
        string
      >;
    }
  | { ok: false; error: PlanError };

/**
 * Which decisions a remark allows now: none once it is decided or withdrawn. One in conflict cannot be accepted as it is; an
 * amendment asks for a change, so it is not merely answered.
 */
export function decisionsFor(remark: { state: RemarkState; fit: Fit; kind: RemarkKind }): Decision[] {
  if (remark.state !== 'open') return [];
  return decisions.filter(
    (decision) =>
      !(decision === 'accepted' && remark.fit === 'conflict') &&
      !(decision === 'answered' && remark.kind === 'amendment'),
  );
}

/**
 * What a decision does to the text. Accepting takes the carried wording as it is; accepting with other words takes
 * `finals` (by `seq`); `anchors` are the clauses of the newest text; an empty `changes` means the ruling leaves the text alone.
 * With `units`, the newest text, changes that contradict each other or the rules of nesting are refused by name.
 */
export function planRuling(input: PlanInput): Plan {
  const plan = planWords(input);
  if (!plan.ok) return plan;
  if (!input.units) return plan;
  const problem = problemOf(input.units, plan.changes);
  if (!problem) return plan;
  return {
    ok: false,
    error: problem.code === 'covered-words' ? { code: 'covered-words' } : { code: 'change-impossible', problem },
  };
}

export type PlanInput = {
  decision: Decision;
  operations: readonly PlannedOperation[];
  finals: ReadonlyMap<number, FinalText>;
  anchors: Pick<ReadonlySet<string>, 'has'>;
  units?: readonly DraftUnit[];
};

function planWords(input: PlanInput): Plan {
  if (input.decision === 'accepted') return planAsProposed(input.operations);
  if (input.decision !== 'accepted-in-part') return { ok: true, changes: [], finals: {} };
  const changes: DraftChange[] = [];
  const finals: Record<string, string> = {};
  const worded = input.operations.filter((operation) => operation.op !== 'none');
  for (const operation of input.operations) {
    const final = input.finals.get(operation.seq);
    if (operation.op === 'none' && !final?.text) continue;
    if (!final?.text) return { ok: false, error: { code: 'final-required', seq: operation.seq } };
    const change = finalChange(operation, final, input.anchors);
    if (change === 'anchor-required') return { ok: false, error: { code: 'anchor-required', seq: operation.seq } };
    if (!change) continue;
    changes.push(change);
    finals[operation.seq] = final.text;
    if (change.op === 'split') finals[`${operation.seq}.rest`] = change.rest;
    if (change.op === 'insert-after' && operation.current === null) finals[`${operation.seq}.anchor`] = change.clauseId;
  }
  // A remark without wording may be taken up in part without any change of words; an amendment may not.
  if (worded.length > 0 && changes.length === 0) return { ok: false, error: { code: 'nothing-changes' } };
  return { ok: true, changes, finals };
}

function planAsProposed(operations: readonly PlannedOperation[]): Plan {
  if (operations.some((operation) => operation.fit === 'conflict'))
    return { ok: false, error: { code: 'conflict-as-is' } };
  const changes = operations.flatMap((operation): DraftChange[] => {
    if (operation.op === 'none' || operation.fit === 'contained') return [];
    if (operation.op === 'delete') return [{ op: 'delete', clauseId: operation.clauseId }];
    const text = operation.after ?? '';
    const joint = jointChange(operation, text, operation.rest ?? '');
    if (joint) return [joint];
    if (operation.op === 'insert-after')
      return [{ op: 'insert-after', clauseId: operation.clauseId, type: operation.type, text }];
    return text === operation.current ? [] : [{ op: 'replace', clauseId: operation.clauseId, text }];
  });
  return { ok: true, changes, finals: {} };
}

/** A change of more than one unit; null for the others, and where the other unit is not known. */
function jointChange({ op, clauseId, targetId }: PlannedOperation, text: string, rest: string): DraftChange | null {
  if (op === 'split') return { op, clauseId, text, rest };
  if (op === 'move' && targetId) return { op, clauseId, targetId };
  return op === 'merge' && targetId ? { op, clauseId, targetId, text } : null;
}

/** The change other words make; null when they leave the clause as it is. */
export function finalChange(
  operation: PlannedOperation,
  final: FinalText,
  anchors: PlanInput['anchors'],
): DraftChange | 'anchor-required' | null {
  const { type } = operation;
  if (operation.current === null) {
    return final.anchorId && anchors.has(final.anchorId)
      ? { op: 'insert-after', clauseId: final.anchorId, type, text: final.text }
      : 'anchor-required';
  }
  if (operation.op === 'insert-after')
    return { op: 'insert-after', clauseId: operation.clauseId, type, text: final.text };
  const isJoint = operation.op === 'merge' || (operation.op === 'split' && Boolean(final.rest));
  const joint = isJoint ? jointChange(operation, final.text, final.rest ?? '') : null;
  if (joint) return joint;
  return final.text === operation.current ? null : { op: 'replace', clauseId: operation.clauseId, text: final.text };
}
