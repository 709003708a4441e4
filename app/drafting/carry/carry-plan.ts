import { carryProposal, type Carried, type Present, type Proposal, type Target } from './fit.ts';
import type { AdjustedWords } from './proposal-references.ts';
import { worstFit, type Fit, type OperationKind, type WordingKind } from '../state/remark.ts';
import type { Touched } from './touched.ts';

export type OpenOperation = {
  id: string;
  op: OperationKind;
  clauseId: string;
  /** The other unit of a move or a merge, with its words as the last wording was written. */
  targetClauseId?: string | null;
  targetBase?: string | null;
  fit: Fit;
  /** All wordings so far, oldest first, each with the words of the clause it was written on. */
  wordings: readonly { kind: WordingKind; base: string | null; after: string | null; rest?: string | null }[];
};

export type OpenRemark = { id: string; number: number; fit: Fit; operations: readonly OpenOperation[] };

export type CarriedRemark = {
  remarkId: string;
  number: number;
  previous: Fit;
  fit: Fit;
  operations: { id: string; clauseId: string; carried: Carried }[];
};

/** A unit of the new version; `parentId` null at the top or under a unit that is new itself. */
export type NewUnit = { clauseId: string | null; text: string; parentId?: string | null };

type CarryOptions = { merged?: ReadonlySet<string>; adjusted?: ReadonlyMap<string, AdjustedWords> };

/**
 * What becomes of the open remarks when a version with the units `after` follows: only those the change touches are listed.
 * `merged` are the clauses that this version took into others, `adjusted` words whose references follow its numbers: never without
 * asking their author.
 */
export function planCarries(
  remarks: readonly OpenRemark[],
  touched: Touched,
  after: readonly NewUnit[],
  { merged = new Set(), adjusted = new Map() }: CarryOptions = {},
): CarriedRemark[] {
  const positions = new Map(after.map(({ clauseId }, at) => [clauseId, at]));
  const targetOf = (operation: OpenOperation): Target => {
    const { clauseId } = operation;
    const at = positions.get(clauseId);
    if (at === undefined) return merged.has(clauseId) ? 'merged' : null;
    const added = (touched.anchors.get(clauseId) ?? []).map((each) => after[each]?.text ?? '');
    // What an earlier version brought in already is no newer than this one's, but it stands there all the same.
    const standing = mayBeThere(operation) ? behind(after, at) : [];
    return {
      text: after[at]!.text,
      isSubtreeChanged: touched.subtree.has(clauseId),
      added: [...added, ...standing],
      hasMoved: touched.moved.has(clauseId),
      other: operation.targetClauseId ? otherOf(after, at, positions.get(operation.targetClauseId)) : null,
    };
  };
  return remarks.flatMap((remark) => {
    const operations = remark.operations
      .filter((operation) => isTouched(operation, touched) || adjusted.has(operation.id))
      .map((operation) => ({
        id: operation.id,
        clauseId: operation.clauseId,
        carried: carry(operation, targetOf(operation), adjusted.get(operation.id)),
      }));
    if (operations.length === 0) return [];
    const fits = remark.operations.map(
      (operation) => operations.find(({ id }) => id === operation.id)?.carried.fit ?? operation.fit,
    );
    return [{ remarkId: remark.id, number: remark.number, previous: remark.fit, fit: worstFit(fits), operations }];
  });
}

/**
 * The part of a new version that its open remarks are carried over on: the units they are about, those new behind them, and what stands
 * beside these. Whatever is planned on it is what would be planned on the whole.
 */
export function concerned(
  remarks: readonly OpenRemark[],
  touched: Touched,
  after: readonly NewUnit[],
): { after: NewUnit[]; touched: Touched } {
  const operations = remarks.flatMap((remark) => remark.operations);
  const clauses = new Set<string | null>(
    operations.flatMap(({ clauseId, targetClauseId }) => (targetClauseId ? [clauseId, targetClauseId] : [clauseId])),
  );
  const anchors = [...touched.anchors].filter(([clauseId]) => clauses.has(clauseId));
  const added = new Set(anchors.flatMap(([, places]) => places));
  const paired = new Set<string | null>(
    operations.flatMap((operation) => (operation.targetClauseId || mayBeThere(operation) ? [operation.clauseId] : [])),
  );
  const parents = new Set(after.flatMap(({ clauseId, parentId }) => (paired.has(clauseId) ? [parentId] : [])));
  const kept = after.flatMap(({ clauseId, parentId }, at) =>
    (clauseId !== null && clauses.has(clauseId)) || added.has(at) || parents.has(parentId) ? [at] : [],
  );
  const places = new Map(kept.map((at, place) => [at, place]));
  return {
    after: kept.map((at): NewUnit => {
      const { clauseId, text, parentId } = after[at]!;
      return { clauseId, text, ...(parentId === undefined ? {} : { parentId }) };
    }),
    touched: {
      ...touched,
      anchors: new Map(anchors.map(([clauseId, at]) => [clauseId, at.map((each) => places.get(each)!)])),
    },
  };
}

/** Whether the text contained the new unit that is asked for when the operation was last looked at. */
const mayBeThere = ({ op, fit }: OpenOperation) => fit === 'contained' && (op === 'insert-after' || op === 'split');

/** Words of the units that stand behind one, under the same parent. */
function behind(after: readonly NewUnit[], at: number): string[] {
  const { parentId } = after[at]!;
  return after.slice(at + 1).flatMap((unit) => (unit.parentId === parentId ? [unit.text] : []));
}

function otherOf(after: readonly NewUnit[], at: number, other: number | undefined): Present['other'] {
  if (other === undefined) return null;
  const [unit, target] = [after[at]!, after[other]!];
  const isSibling = unit.parentId === target.parentId;
  // The sibling right before: nothing of the same parent stands between.
  const isRightBefore =
    isSibling && other < at && !after.slice(other + 1, at).some(({ parentId }) => parentId === unit.parentId);
  return { text: target.text, isSibling, isRightBefore };
}

function carry(operation: OpenOperation, target: Target, adjusted: AdjustedWords | undefined): Carried {
  const carried = carryProposal({ ...proposalOf(operation), ...adjusted }, target);
  // The numbers in it are not those its author wrote.
  return adjusted && carried.fit === 'unchanged' ? { ...carried, fit: 'adapted' } : carried;
}

function proposalOf(operation: OpenOperation): Proposal {
  return { op: operation.op, ...lastProposal(operation), targetBase: operation.targetBase ?? null };
}

function isTouched({ op, clauseId, targetClauseId }: OpenOperation, touched: Touched): boolean {
  const isTargetTouched = targetClauseId ? touched.own.has(targetClauseId) || touched.moved.has(targetClauseId) : false;
  switch (op) {
    case 'delete':
      return touched.subtree.has(clauseId);
    case 'insert-after':
      return touched.own.has(clauseId) || touched.anchors.has(clauseId) || touched.moved.has(clauseId);
    case 'move':
    case 'merge':
      return touched.own.has(clauseId) || touched.moved.has(clauseId) || isTargetTouched;
    case 'split':
      return touched.own.has(clauseId) || touched.anchors.has(clauseId);
    default:
      return touched.own.has(clauseId);
  }
}

/**
 * The wording to carry on from: the newest that has words of its own. One that the text contained says nothing any
 * more once the text moves on, and one in conflict has no words, so the step before it speaks.
 */
export function lastProposal(operation: Pick<OpenOperation, 'wordings'>): {
  base: string;
  after: string | null;
  rest: string | null;
} {
  const spoken = operation.wordings.filter(
    ({ kind, base, after }) => kind !== 'contained' && kind !== 'conflict' && base !== null && after !== null,
  );
  const last = spoken.at(-1);
  return { base: last?.base ?? '', after: last?.after ?? null, rest: last?.rest ?? null };
}
