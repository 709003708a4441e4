import { unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { Fit, OperationKind } from '../state/remark.ts';
import type { PlannedOperation } from './ruling-plan.ts';

export type StoredOperation = {
  id: string;
  seq: number;
  op: string;
  clauseId: string;
  fit: string;
  insertType: string | null;
  carriedAfter: string | null;
  targetClauseId: string | null;
  carriedRest: string | null;
};

/** Operations as the office decides on them, against the newest text. `lastType` tells the type of a clause that is gone. */
export function plannedOperations(
  operations: readonly StoredOperation[],
  units: readonly DraftUnit[],
  lastType: (clauseId: string) => UnitType,
): PlannedOperation[] {
  const there = unitsByClause(units);
  return operations.map((operation) => {
    const unit = there.get(operation.clauseId);
    return {
      seq: operation.seq,
      op: operation.op as OperationKind,
      fit: operation.fit as Fit,
      clauseId: operation.clauseId,
      current: unit?.text ?? null,
      type: (operation.insertType as UnitType | null) ?? unit?.type ?? lastType(operation.clauseId),
      after: operation.carriedAfter,
      targetId: operation.targetClauseId,
      rest: operation.carriedRest,
    };
  });
}
