import type { DraftUnit } from '#app/consultations/draft.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { type ChangeStep, type ChangeView, viewChange } from './change-view.ts';
import { citationsByClause } from './clause-names.ts';
import { versionChanges } from './version-changes.ts';

export const viewChanges = (steps: readonly ChangeStep[]): (ChangeView | null)[] => steps.map(viewChange);

/** What one version changed against the one before, with the names its units have in both. */
export function viewVersionChanges({ before, after, locale }: { before: readonly DraftUnit[]; after: readonly DraftUnit[]; locale: Locale }): ChangeView[] {
  return versionChanges(before, after, { before: citationsByClause(before), after: citationsByClause(after), locale });
}
