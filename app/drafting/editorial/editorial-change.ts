import { growTree, isWithin } from '#app/drafting/acts/change-tree.ts';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import type { ChosenMark } from '#app/drafting/acts/neighbour-marks.ts';
import { canJoinLists, placeFor } from '#app/drafting/acts/nesting.ts';
import { typedMark, withoutOwnMark } from '#app/text/parse/typed-mark.ts';
import type { UnitType } from '#app/text/tree/types.ts';

/** What an official may do with a unit without a remark behind it. */
export const editorialOps = ['replace', 'insert-after', 'move', 'split', 'merge', 'delete'] as const;
export type EditorialOp = (typeof editorialOps)[number];

/** A change as the form gives it, with codes of clauses as in addresses; `renumber` numbers the whole text anew. */
export type EditorialInput = {
  op: EditorialOp | 'renumber';
  code: number;
  heading: string;
  text: string;
  rest: string;
  target: number | null;
  /** A mark of another kind at the beginning of the words is part of them: somebody was asked and said so. */
  mark?: 'keep' | undefined;
  /** Marks at the ends of neighbours that were left chosen; undefined where none were shown. */
  marks?: ChosenMark[] | undefined;
};

export type EditorialPlan =
  | { ok: true; changes: DraftChange[] }
  | {
      ok: false;
      error:
        | { code: 'clause-gone' }
        | { code: 'target-required' }
        | { code: 'words-required'; field: 'text' | 'rest' }
        | { code: 'nothing-changes' };
    };

/** Units that have a heading of their own. */
const titled: ReadonlySet<UnitType> = new Set(['annex', 'division', 'chapter', 'subchapter', 'article', 'paragraph']);

export function hasHeading(unit: Pick<DraftUnit, 'type' | 'heading'>): boolean {
  return titled.has(unit.type) || unit.heading !== '';
}

/**
 * The change of the text that a form asks for, without a typed mark of the unit's kind (`asTyped`: with it, as it was made before marks were
 * taken off); a merge without words of its own puts the words one after the other.
 */
export function planEditorial(
  units: readonly DraftUnit[],
  input: EditorialInput,
  { asTyped = false } = {},
): EditorialPlan {
  if (input.op === 'renumber') return { ok: true, changes: [] };
  const unit = units.find(({ code }) => code === input.code);
  if (!unit) return { ok: false, error: { code: 'clause-gone' } };
  const { clauseId, type } = unit;
  const { heading } = input;
  const own = (words: string, standing: string) => (asTyped ? words : withoutOwnMark(words, type, standing).words);
  const text = own(input.text, input.op === 'insert-after' ? '' : unit.text);
  const rest = own(input.rest, '');
  const target = units.find(({ code }) => code === input.target);
  switch (input.op) {
    case 'replace':
      if (text === '' && heading === '' && (unit.text !== '' || unit.heading !== ''))
        return { ok: false, error: { code: 'words-required', field: 'text' } };
      if (text === unit.text && heading === unit.heading) return { ok: false, error: { code: 'nothing-changes' } };
      return { ok: true, changes: [{ op: 'replace', clauseId, text, heading }] };
    case 'insert-after':
      if (text === '' && heading === '') return { ok: false, error: { code: 'words-required', field: 'text' } };
      return { ok: true, changes: [{ op: 'insert-after', clauseId, type, text, heading }] };
    case 'split':
      if (text === '' || rest === '')
        return { ok: false, error: { code: 'words-required', field: text === '' ? 'text' : 'rest' } };
      return { ok: true, changes: [{ op: 'split', clauseId, text, rest }] };
    case 'delete':
      return { ok: true, changes: [{ op: 'delete', clauseId }] };
    case 'move':
    case 'merge':
      if (!target) return { ok: false, error: { code: 'target-required' } };
      if (input.op === 'move') return { ok: true, changes: [{ op: 'move', clauseId, targetId: target.clauseId }] };
      return {
        ok: true,
        changes: [
          {
            op: 'merge',
            clauseId,
            targetId: target.clauseId,
            text: text || [unit.text, target.text].filter(Boolean).join(' '),
          },
        ],
      };
  }
}

/**
 * A mark of another kind than the unit's that typed words begin with, in which field: a new provision, or part of the words? Null where there
 * is none, or where the official said that it stays.
 */
export function otherMarkIn(
  units: readonly DraftUnit[],
  { op, code, text, rest, mark }: EditorialInput,
): { code: 'other-mark'; field: 'text' | 'rest'; mark: string } | null {
  const unit = units.find((each) => each.code === code);
  if (!unit || mark === 'keep' || op === 'renumber' || op === 'move' || op === 'delete') return null;
  const typed = [
    { field: 'text', words: text, standing: op === 'insert-after' ? '' : unit.text },
    { field: 'rest', words: op === 'split' ? rest : '', standing: '' },
  ] as const;
  for (const { field, words, standing } of typed) {
    const found = typedMark(words, unit.type, standing);
    if (found && !found.own) return { code: 'other-mark', field, mark: found.label };
  }
  return null;
}

/** Where a unit may be moved: codes of the units it can go after, or into as the first. */
export function placesFor(units: readonly DraftUnit[], code: number): { code: number; where: 'after' | 'first-in' }[] {
  const { byKey } = growTree(units);
  const unit = units.find((each) => each.code === code);
  const node = unit && byKey.get(unit.clauseId);
  if (!node) return [];
  return units.flatMap((other) => {
    const target = byKey.get(other.clauseId)!;
    const where = isWithin(target, node) ? null : placeFor(node, target);
    return where ? [{ code: other.code, where }] : [];
  });
}

/** Siblings that a unit can take in. */
export function joinable(units: readonly DraftUnit[], code: number): number[] {
  const { byKey } = growTree(units);
  const unit = units.find((each) => each.code === code);
  const node = unit && byKey.get(unit.clauseId);
  if (!node) return [];
  return node
    .parent!.children.filter(
      (other) =>
        other !== node && other.type === node.type && other.quoted === node.quoted && canJoinLists(node, other),
    )
    .map(({ unit: sibling }) => sibling!.code);
}

/** Which changes a unit allows. */
export function opsFor(units: readonly DraftUnit[], unit: DraftUnit): EditorialOp[] {
  const possible: Record<EditorialOp, boolean> = {
    replace: true,
    'insert-after': unit.type !== 'closing',
    move: placesFor(units, unit.code).length > 0,
    split: unit.text !== '' && unit.type !== 'closing',
    merge: joinable(units, unit.code).length > 0,
    delete: true,
  };
  return editorialOps.filter((op) => possible[op]);
}
