import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { operationWords } from './filing-draft.ts';
import type { OperationDraft } from './operation-draft.ts';

/** What a change of the form does to the text as it is; null while something of it is missing, and where it does nothing. */
export function changeOf(operation: OperationDraft, unit: DraftUnit, units: readonly DraftUnit[]): DraftChange | null {
  const { after, rest, otherCode } = operationWords(operation);
  const { op } = operation;
  const { clauseId } = unit;
  const text = after ?? '';
  if (op === 'delete') return { op, clauseId };
  const targetId = units.find(({ code }) => code === otherCode)?.clauseId ?? '';
  if (op === 'move') return targetId === '' ? null : { op, clauseId, targetId };
  if (op === 'none' || text === '') return null;
  if (op === 'insert-after') return { op, clauseId, type: unit.type, text };
  if (op === 'split') return rest ? { op, clauseId, text, rest } : null;
  if (op === 'merge') return targetId === '' ? null : { op, clauseId, targetId, text };
  return { op, clauseId, text };
}
