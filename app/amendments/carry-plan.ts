import { carryProposal, type Carried, type Target } from './fit.ts';
import { worstFit, type Fit, type OperationKind, type WordingKind } from './remark.ts';
import type { Touched } from './touched.ts';

export type OpenOperation = {
  id: string;
  op: OperationKind;
  clauseId: string;
  fit: Fit;
  /** All wordings so far, oldest first, each with the words of the clause it was written on. */
  wordings: readonly { kind: WordingKind; base: string | null; after: string | null }[];
};

export type OpenRemark = { id: string; number: number; fit: Fit; operations: readonly OpenOperation[] };

export type CarriedRemark = {
  remarkId: string;
  number: number;
  previous: Fit;
  fit: Fit;
  operations: { id: string; clauseId: string; carried: Carried }[];
};

/**
 * What becomes of the open remarks when a version with the units `after` follows: only those the change touches are listed.
 */
export function planCarries(remarks: readonly OpenRemark[], touched: Touched, after: readonly { clauseId: string | null; text: string }[]): CarriedRemark[] {
  const texts = new Map(after.map(({ clauseId, text }) => [clauseId, text]));
  const targetOf = (clauseId: string): Target => {
    const text = texts.get(clauseId);
    const added = (touched.anchors.get(clauseId) ?? []).map((at) => after[at]?.text ?? '');
    return text === undefined ? null : { text, isSubtreeChanged: touched.subtree.has(clauseId), added };
  };
  return remarks.flatMap((remark) => {
    const operations = remark.operations
      .filter((operation) => isTouched(operation, touched))
      .map((operation) => ({ id: operation.id, clauseId: operation.clauseId, carried: carryProposal({ op: operation.op, ...lastProposal(operation) }, targetOf(operation.clauseId)) }));
    if (operations.length === 0) return [];
    const fits = remark.operations.map((operation) => operations.find(({ id }) => id === operation.id)?.carried.fit ?? operation.fit);
    return [{ remarkId: remark.id, number: remark.number, previous: remark.fit, fit: worstFit(fits), operations }];
  });
}

function isTouched(operation: OpenOperation, touched: Touched): boolean {
  if (operation.op === 'delete') return touched.subtree.has(operation.clauseId);
  return touched.own.has(operation.clauseId) || (operation.op === 'insert-after' && touched.anchors.has(operation.clauseId));
}

/**
 * The wording to carry on from: the newest that has words of its own. One that the text contained says nothing any
 * more once the text moves on, and one in conflict has no words, so the step before it speaks.
 */
export function lastProposal(operation: Pick<OpenOperation, 'wordings'>): { base: string; after: string | null } {
  const spoken = operation.wordings.filter(({ kind, base, after }) => kind !== 'contained' && kind !== 'conflict' && base !== null && after !== null);
  const last = spoken.at(-1);
  return { base: last?.base ?? '', after: last?.after ?? null };
}
