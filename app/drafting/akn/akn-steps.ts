import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { AmendedClause } from '#app/documents/model/amendments.ts';
import type { OperationKind } from '../state/remark.ts';

type Operation = {
  op: OperationKind;
  clauseId: string;
  targetClauseId: string | null;
  carriedAfter: string | null;
  rest: string | null;
};
type Text = { units: readonly DraftUnit[]; citations: ReadonlyMap<string, string> };

/**
 * What an operation does to the text, in the three steps that an amendment of Akoma Ntoso is written in here. A split is other words and
 * a new unit after it, a merge other words and a deletion, a move a deletion and the same words in another place. Nothing for a unit
 * that the text no longer has.
 */
export function toAknAmendment(
  { op, clauseId, targetClauseId, carriedAfter, rest }: Operation,
  { units, citations }: Text,
): AmendedClause[] {
  const citation = citations.get(clauseId);
  const target = targetClauseId === null ? undefined : citations.get(targetClauseId);
  const words = carriedAfter?.trim() ?? '';
  if (citation === undefined || citation === '') return [];
  switch (op) {
    case 'replace':
    case 'insert-after':
      return words === '' ? [] : [{ op, citation, text: words }];
    case 'delete':
      return [{ op, citation }];
    case 'split':
      return words === '' || !rest?.trim()
        ? []
        : [
            { op: 'replace', citation, text: words },
            { op: 'insert-after', citation, text: rest },
          ];
    case 'merge':
      return words === '' || !target
        ? []
        : [
            { op: 'replace', citation, text: words },
            { op: 'delete', citation: target },
          ];
    case 'move':
      return target
        ? [
            { op: 'delete', citation },
            { op: 'insert-after', citation: target, text: printed(units, clauseId) },
          ]
        : [];
    case 'none':
      return [];
  }
}

/** A unit with everything under it, a line each. */
function printed(units: readonly DraftUnit[], clauseId: string): string {
  return subtreeOf(units, clauseId)
    .map(({ label, heading, text }) => [label, heading, text].filter(Boolean).join(' '))
    .join('\n');
}
