import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { OpenOperation } from '../carry/carry-plan.ts';
import type { Carried } from '../carry/fit.ts';
import { operationWords } from './filing-draft.ts';
import type { OperationDraft } from './operation-draft.ts';
import { carryLateOnes } from '../carry/carry-tasks.server.ts';

/**
 * How changes written on an earlier text stand to the newest one, by their place in the point: only those that the versions in
 * between touch. The same rules as for an amendment that was in the register all the time.
 */
export async function carryLate(
  tx: Db,
  { draft, newest, operations }: { draft: Draft; newest: Draft; operations: readonly OperationDraft[] },
): Promise<Map<number, Carried>> {
  if (draft.version === newest.version || operations.length === 0) return new Map();
  const byCode = new Map(draft.units.map((unit) => [unit.code, unit]));
  const open = operations.map((operation, at) => openOperation(operation, String(at), byCode));
  const merged = await tx.clause.findMany({
    where: { consultationId: newest.consultationId, mergedVersion: { gt: draft.version } },
    select: { id: true },
  });
  const remark = await runTask(carryLateOnes, {
    before: draft.units,
    after: newest.units,
    open,
    merged: new Set(merged.map(({ id }) => id)),
  });
  return new Map((remark?.operations ?? []).map(({ id, carried }) => [Number(id), carried]));
}

function openOperation(operation: OperationDraft, id: string, byCode: ReadonlyMap<number, DraftUnit>): OpenOperation {
  const { after, rest, otherCode } = operationWords(operation);
  const [unit, other] = [byCode.get(operation.code), otherCode === null ? undefined : byCode.get(otherCode)];
  if (!unit) throw new Error(`no clause ${operation.code} in the text the letter was written against`);
  return {
    id,
    op: operation.op,
    clauseId: unit.clauseId,
    targetClauseId: other?.clauseId ?? null,
    targetBase: other?.text ?? null,
    fit: 'unchanged',
    wordings: [{ kind: 'filed', base: unit.text, after, rest }],
  };
}
