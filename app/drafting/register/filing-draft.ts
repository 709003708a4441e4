import { composed } from '#app/text/tree/compose.ts';
import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { sameWords } from '../remarks/proposal.ts';
import { bringsMark } from '#app/record/covered/grounds.ts';
import type { OperationDraft, OperationField, PointDraft } from './operation-draft.ts';
import { otherMark } from './typed-marks.ts';

import { operationsFor, textLimits, type OperationKind } from '../state/remark.ts';
import { addedBound, addsTooMuch, longestWith } from '../state/word-limits.ts';

export type FilingProblem = {
  point: number;
  operation: number | null;
  field: OperationField | 'reason';
  key: MessageKey;
  params?: Record<string, string | number>;
};

/** A change to begin with: its fields hold the words as they stand. */
export const emptyOperation = (
  unit: { code: number; revisionId: string; text: string },
  op: OperationKind,
): OperationDraft => ({
  op,
  code: unit.code,
  base: unit.revisionId,
  quote: '',
  text: unit.text,
  inserted: '',
  first: unit.text,
  rest: '',
  joined: unit.text,
  partner: null,
  target: null,
});

/** What is stored of a change: its words, the second unit's words, the other clause. */
export function operationWords(operation: OperationDraft): {
  after: string | null;
  rest: string | null;
  otherCode: number | null;
} {
  switch (operation.op) {
    case 'replace':
      return { after: operation.text, rest: null, otherCode: null };
    case 'insert-after':
      return { after: operation.inserted, rest: null, otherCode: null };
    case 'split':
      return { after: operation.first, rest: operation.rest, otherCode: null };
    case 'merge':
      return { after: operation.joined, rest: null, otherCode: operation.partner };
    case 'move':
      return { after: null, rest: null, otherCode: operation.target };
    case 'delete':
    case 'none':
      return { after: null, rest: null, otherCode: null };
  }
}

/** An amendment has wording, a remark has none. */
export function isAmendment({ operations }: Pick<PointDraft, 'operations'>): boolean {
  return operations.some(({ op }) => op !== 'none');
}

/**
 * What is wrong with a letter against the text `units`; empty when it can be filed. For a preview the reasons may still be
 * missing. Clauses that are not in the text are not complained about here: whoever calls has to say that the text moved.
 */
export function filingProblems(
  points: readonly PointDraft[],
  units: readonly DraftUnit[],
  step: 'preview' | 'file',
): FilingProblem[] {
  return points.flatMap((point, at) => {
    const problems = point.operations.flatMap((operation, index) => {
      const unit = units.find(({ code }) => code === operation.code);
      const found = unit ? operationProblem(operation, unit, units) : null;
      return found ? [{ point: at, operation: index, ...found }] : [];
    });
    const twice = problems.length > 0 ? -1 : firstClash(point.operations, units);
    if (twice >= 0) problems.push({ point: at, operation: twice, field: 'op', key: 'register.error.twice' });
    if (step === 'file' && point.reason === '') {
      return [
        ...problems,
        {
          point: at,
          operation: null,
          field: 'reason' as const,
          key: isAmendment(point) ? ('drafting.error.reason' as const) : ('drafting.error.remark' as const),
        },
      ];
    }
    return problems;
  });
}

type Found = { field: OperationField; key: MessageKey; params?: Record<string, string | number> } | null;

function operationProblem(operation: OperationDraft, unit: DraftUnit, units: readonly DraftUnit[]): Found {
  const tooLong = excessOf(operation, unit, units);
  if (tooLong) return tooLong;
  if (operation.quote !== '' && !holdsWords(unit, operation.quote))
    return { field: 'quote', key: 'register.error.quote' };
  if (operation.op !== 'none' && !operationsFor(unit).includes(operation.op))
    return { field: 'op', key: 'drafting.error.op' };
  const other = otherMark(operation, unit, units);
  if (other) return { field: other.field, key: 'register.error.mark', params: { mark: other.label } };
  const { after, rest } = operationWords(operation);
  const partner = operation.op === 'merge' ? units.find(({ code }) => code === operation.partner) : undefined;
  if (bringsMark([after, rest], operation.op === 'insert-after' ? [] : [unit.text, partner?.text]))
    return { field: wordsField[operation.op] ?? 'op', key: 'redaction.error.typed' };
  switch (operation.op) {
    case 'replace':
      if (operation.text === '') return { field: 'text', key: 'drafting.error.text' };
      return sameWords(operation.text, unit.text) ? { field: 'text', key: 'drafting.error.same' } : null;
    case 'insert-after':
      return operation.inserted === '' ? { field: 'inserted', key: 'drafting.error.inserted' } : null;
    case 'split':
      if (operation.first === '') return { field: 'first', key: 'register.error.split' };
      return operation.rest === '' ? { field: 'rest', key: 'register.error.split' } : null;
    case 'merge':
      if (!partnersOf(units, unit).some(({ code }) => code === operation.partner))
        return { field: 'partner', key: 'register.error.partner' };
      return operation.joined === '' ? { field: 'joined', key: 'register.error.joined' } : null;
    case 'move':
      return movableAfter(units, unit).some(({ code }) => code === operation.target)
        ? null
        : { field: 'target', key: 'register.error.target' };
    case 'delete':
    case 'none':
      return null;
  }
}

/** How long the fields of a change may be: those that begin with words of the text have room for them. */
export function operationBounds(
  unit: DraftUnit,
  units: readonly DraftUnit[],
): Record<'quote' | 'text' | 'inserted' | 'first' | 'rest' | 'joined', number> {
  const own = longestWith(unit.text.length + unit.heading.length);
  const beside = Math.max(0, ...partnersOf(units, unit).map(({ text }) => text.length));
  return {
    quote: own,
    text: own,
    inserted: textLimits.wording,
    first: own,
    rest: own,
    joined: longestWith(unit.text.length + beside),
  };
}

/** Whether a complaint is about the length of words: nothing is compared then. */
export const isAboutLength = ({ key }: { key: MessageKey }) =>
  key === 'error.too-long' || key === 'drafting.error.too-much';

function excessOf(operation: OperationDraft, unit: DraftUnit, units: readonly DraftUnit[]): Found {
  const allowed = operationBounds(unit, units);
  // Fields of other kinds of change as well: what the page bounds is bounded here.
  for (const field of Object.keys(allowed) as (keyof typeof allowed)[])
    if (operation[field].length > allowed[field])
      return { field, key: 'error.too-long', params: { max: allowed[field] } };
  const { after, rest } = operationWords(operation);
  const partner = operation.op === 'merge' ? units.find(({ code }) => code === operation.partner) : undefined;
  const standing = operation.op === 'insert-after' ? [] : [unit.text, partner?.text ?? ''];
  return addsTooMuch(standing, [after ?? '', rest ?? ''])
    ? { field: wordsField[operation.op] ?? 'op', key: 'drafting.error.too-much', params: addedBound }
    : null;
}

const wordsField: Partial<Record<OperationKind, OperationField>> = {
  replace: 'text',
  'insert-after': 'inserted',
  split: 'first',
  merge: 'joined',
};

/** Whether words stand in a unit, however they are broken into lines. */
export function holdsWords(unit: { heading: string; text: string }, quote: string): boolean {
  const flat = (text: string) => composed(text).replace(/\s+/g, ' ').trim();
  return flat(`${unit.heading} ${unit.text}`).includes(flat(quote));
}

/** Units a unit can be joined with: those beside it, of the same type. */
export function partnersOf(units: readonly DraftUnit[], unit: DraftUnit): DraftUnit[] {
  const siblings = units.filter(
    ({ parentClauseId, quoted }) => parentClauseId === unit.parentClauseId && quoted === unit.quoted,
  );
  const at = siblings.findIndex(({ clauseId }) => clauseId === unit.clauseId);
  return [siblings[at - 1], siblings[at + 1]].filter(
    (each) => each !== undefined && each.type === unit.type && each.text !== '',
  ) as DraftUnit[];
}

/** Units after which a unit can be put: of its own type, not under itself, not where it stands already. */
export function movableAfter(units: readonly DraftUnit[], unit: DraftUnit): DraftUnit[] {
  const own = new Set(subtreeOf(units, unit.clauseId).map(({ clauseId }) => clauseId));
  const siblings = units.filter(({ parentClauseId }) => parentClauseId === unit.parentClauseId);
  const before = siblings[siblings.findIndex(({ clauseId }) => clauseId === unit.clauseId) - 1];
  return units.filter(
    (each) =>
      isSameType(each.type, unit.type) &&
      each.quoted === unit.quoted &&
      !own.has(each.clauseId) &&
      each.clauseId !== before?.clauseId,
  );
}

const isSameType = (a: UnitType, b: UnitType): boolean => a === b;

/** Position of the first change that takes hold of a clause which another change of the same point has already; -1 when none does. */
function firstClash(operations: readonly OperationDraft[], units: readonly DraftUnit[]): number {
  const taken = new Set<string>();
  for (const [at, operation] of operations.entries()) {
    const held = heldClauses(operation, units);
    if (held.some((clauseId) => taken.has(clauseId))) return at;
    for (const clauseId of held) taken.add(clauseId);
  }
  return -1;
}

/** Clauses that no other change of the same point takes hold of. */
export function heldClauses(operation: OperationDraft, units: readonly DraftUnit[]): string[] {
  if (operation.op === 'none' || operation.op === 'insert-after') return [];
  const unit = units.find(({ code }) => code === operation.code);
  if (!unit) return [];
  if (operation.op === 'delete') return subtreeOf(units, unit.clauseId).map(({ clauseId }) => clauseId);
  const other = operation.op === 'merge' ? units.find(({ code }) => code === operation.partner) : undefined;
  return other ? [unit.clauseId, other.clauseId] : [unit.clauseId];
}
