import type { UnitChange } from '#app/documents/model/unit-change.ts';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import type { OperationKind, WordingKind } from '../state/remark.ts';

/** One change with its words at the moment of the file. */
export type WordedOperation = {
  op: OperationKind;
  clauseId: string;
  targetClauseId: string | null;
  kind: WordingKind;
  after: string | null;
  rest: string | null;
  /** The last words it had, where `after` has none. */
  proposed: string | null;
};

/** `say` writes in the language of the file. `ids` are the units of the file's version by clause. Null for what has no wording. */
export function unitChangeOf(
  operation: WordedOperation,
  ids: ReadonlyMap<string, string>,
  say: (key: MessageKey, params?: MessageParams) => string,
): UnitChange | null {
  const { op, after, rest } = operation;
  if (op === 'none') return null;
  const unit = ids.get(operation.clauseId) ?? null;
  const note = (key: MessageKey): UnitChange => ({
    op: 'note',
    unit,
    text: say(key, { words: operation.proposed ?? '' }).trim(),
  });
  if (unit === null) return note('word.note.gone');
  if (operation.kind === 'conflict') return note('word.note.conflict');
  if (operation.kind === 'contained') return note('word.note.contained');
  if (op === 'delete') return { op, unit };
  const target = operation.targetClauseId === null ? undefined : ids.get(operation.targetClauseId);
  if (op === 'move') return target === undefined ? note('word.note.conflict') : { op, unit, target };
  if (after === null || after.trim() === '') return note('word.note.conflict');
  switch (op) {
    case 'replace':
      return { op: 'words', unit, text: after };
    case 'insert-after':
      return { op, unit, text: after };
    case 'split':
      return rest === null || rest.trim() === '' ? note('word.note.conflict') : { op, unit, text: after, rest };
    case 'merge':
      return target === undefined ? note('word.note.conflict') : { op, unit, target, text: after };
  }
}
