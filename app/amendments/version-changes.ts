import { subtreeOf, unitsByClause, type DraftUnit } from '#app/consultations/draft.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { viewChange, type ChangeView } from './change-view.ts';

type Names = { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string>; locale: Locale };

/** What one version changed against the one before, unit by unit in the order of the text; mere renumbering is left out. */
export function versionChanges(before: readonly DraftUnit[], after: readonly DraftUnit[], names: Names): ChangeView[] {
  const then = unitsByClause(before);
  const now = unitsByClause(after);
  const views: (ChangeView | null)[] = [];
  for (const unit of before) {
    // What went with its parent is shown there.
    const isTop = unit.parentClauseId === null || now.has(unit.parentClauseId);
    if (now.has(unit.clauseId) || !isTop) continue;
    views.push(viewChange({
      op: 'delete', citation: names.before.get(unit.clauseId) ?? '', mark: unit.label, before: unit.text, after: null, locale: names.locale,
      below: subtreeOf(before, unit.clauseId),
    }));
  }
  after.forEach((unit, at) => {
    const old = then.get(unit.clauseId);
    if (old && old.revisionId === unit.revisionId) return;
    const citation = names.after.get(unit.clauseId) ?? '';
    if (old) views.push(viewChange({ op: 'replace', citation, mark: unit.label, before: old.text, after: unit.text, locale: names.locale }));
    else views.push(viewChange({ op: 'insert-after', citation: previousName(after, at, names), mark: unit.label, before: '', after: unit.text, locale: names.locale, newMark: unit.label }));
  });
  return views.filter((view) => view !== null);
}

/** The sibling a new unit stands behind; its parent when it is the first. */
function previousName(after: readonly DraftUnit[], at: number, names: Names): string {
  const unit = after[at]!;
  for (let i = at - 1; i >= 0; i -= 1) {
    const other = after[i]!;
    if (other.parentClauseId === unit.parentClauseId || other.clauseId === unit.parentClauseId) return names.after.get(other.clauseId) ?? '';
  }
  return names.after.get(unit.clauseId) ?? '';
}
