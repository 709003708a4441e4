import { carryProposal, type Carried } from './fit.ts';
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
 * What becomes of the open remarks when a version with these units follows: only those the change touches are listed.
 * `textOf` gives the words of a clause in the new version, undefined when it is gone.
 */
export function planCarries(remarks: readonly OpenRemark[], touched: Touched, textOf: (clauseId: string) => string | undefined): CarriedRemark[] {
  return remarks.flatMap((remark) => {
    const operations = remark.operations
      .filter((operation) => isTouched(operation, touched))
      .map((operation) => ({ id: operation.id, clauseId: operation.clauseId, carried: carry(operation, textOf(operation.clauseId)) }));
    if (operations.length === 0) return [];
    const fits = remark.operations.map((operation) => operations.find(({ id }) => id === operation.id)?.carried.fit ?? operation.fit);
    return [{ remarkId: remark.id, number: remark.number, previous: remark.fit, fit: worstFit(fits), operations }];
  });
}

function isTouched(operation: OpenOperation, touched: Touched): boolean {
  return (operation.op === 'delete' ? touched.subtree : touched.own).has(operation.clauseId);
}

function carry(operation: OpenOperation, text: string | undefined): Carried {
  const { base, after } = lastProposal(operation);
  return carryProposal({ op: operation.op, base, after }, text === undefined ? null : { text, isSubtreeChanged: true });
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
