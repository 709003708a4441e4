import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';

/** A text as changes are made to it. */
export type NumberedText = { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' };

/** The printed mark a new unit would get; '' where it cannot stand. */
export function markInsertion({ draft, change }: { draft: NumberedText; change: DraftChange }): string {
  const next = nextText(draft, [change]);
  return next.ok ? (next.value.units.find(({ clauseId }) => clauseId === null)?.label ?? '') : '';
}
