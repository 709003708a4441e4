import { subtreeOf, unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { ChangeStep } from './change-view.ts';
import { citationsByClause } from '../acts/clause-names.ts';

/** A step with the unit that it changes. */
type UnitStep = ChangeStep & { clauseId: string };

type Names = { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string>; locale: Locale };

/**
 * What one version changed against the one before, unit by unit in the order of the text, ready to be viewed; mere renumbering is left
 * out. Looks at which units there are, not at their words.
 */
export function versionSteps({
  before,
  after,
  locale,
}: {
  before: readonly DraftUnit[];
  after: readonly DraftUnit[];
  locale: Locale;
}): UnitStep[] {
  const names: Names = { before: citationsByClause(before), after: citationsByClause(after), locale };
  const then = unitsByClause(before);
  const now = unitsByClause(after);
  const steps: UnitStep[] = [];
  for (const unit of before) {
    // What went with its parent is shown there.
    const isTop = unit.parentClauseId === null || now.has(unit.parentClauseId);
    if (now.has(unit.clauseId) || !isTop) continue;
    steps.push({
      op: 'delete',
      clauseId: unit.clauseId,
      citation: names.before.get(unit.clauseId) ?? '',
      mark: unit.label,
      before: unit.text,
      after: null,
      locale: names.locale,
      below: subtreeOf(before, unit.clauseId),
    });
  }
  after.forEach((unit, at) => {
    const old = then.get(unit.clauseId);
    if (old && old.revisionId === unit.revisionId) return;
    const citation = names.after.get(unit.clauseId) ?? '';
    if (old)
      steps.push({
        op: 'replace',
        clauseId: unit.clauseId,
        citation,
        mark: unit.label,
        before: old.text,
        after: unit.text,
        locale: names.locale,
      });
    else
      steps.push({
        op: 'insert-after',
        clauseId: unit.clauseId,
        citation: previousName(after, at, names),
        mark: unit.label,
        before: '',
        after: unit.text,
        locale: names.locale,
        newMark: unit.label,
      });
  });
  return steps;
}

/** The sibling a new unit stands behind; its parent when it is the first. */
function previousName(after: readonly DraftUnit[], at: number, names: Names): string {
  const unit = after[at]!;
  for (let i = at - 1; i >= 0; i -= 1) {
    const other = after[i]!;
    if (other.parentClauseId === unit.parentClauseId || other.clauseId === unit.parentClauseId)
      return names.after.get(other.clauseId) ?? '';
  }
  return names.after.get(unit.clauseId) ?? '';
}
