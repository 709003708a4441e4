import { unitsByClause, type DraftChange, type DraftUnit, type NextUnit } from '#app/consultations/draft.ts';
import { diffText } from '#app/text/diff-text.ts';
import { present } from '#app/text/present.ts';
import type { ViewSpan } from '../change-view.ts';

export type ChangedUnit = { label: string; spans: ViewSpan[] };

/** Units that changes reword, add or strike, with the marks they get, as tracked changes against the words before. */
export function changedUnits(before: readonly DraftUnit[], after: readonly NextUnit[], changes: readonly DraftChange[]): ChangedUnit[] {
  const named = new Set(changes.filter(({ op }) => op !== 'insert-after').flatMap((change) => ('targetId' in change && change.op === 'merge' ? [change.clauseId, change.targetId] : [change.clauseId])));
  const then = unitsByClause(before);
  const stays = new Set(after.map(({ clauseId }) => clauseId));
  const struck = before.filter(({ clauseId }) => named.has(clauseId) && !stays.has(clauseId)).map(({ label, heading, text }): ChangedUnit => ({
    label, spans: [{ op: 'delete', text: [heading, text].filter(Boolean).join(' ') || label }],
  }));
  const kept = after.filter((unit) => named.has(unit.clauseId ?? '') || isChanged(unit, then)).map(({ label, text, clauseId }): ChangedUnit => ({
    label, spans: present(diffText(then.get(clauseId ?? '')?.text ?? '', text)).spans.map((span) => ({ op: span.op, text: span.text })),
  }));
  return [...struck, ...kept];
}

function isChanged({ clauseId, text }: NextUnit, then: ReadonlyMap<string, DraftUnit>): boolean {
  const before = clauseId === null ? undefined : then.get(clauseId);
  return !before || before.text !== text;
}
