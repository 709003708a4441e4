import type { DraftChange } from '#app/consultations/draft.ts';
import { translate, type MessageKey } from '#app/i18n/translate.ts';

const keys = {
  replace: 'drafting.note.replace', 'insert-after': 'drafting.note.insert', delete: 'drafting.note.delete',
} as const satisfies Record<DraftChange['op'], MessageKey>;

/** One sentence on what a ruling changed, for the list of versions. It is kept with the version, in the language of the act. */
export function versionNote(input: { changes: readonly DraftChange[]; citations: ReadonlyMap<string, string>; number: number }): string {
  const parts = input.changes.map((change) => translate('pl', keys[change.op], { citation: input.citations.get(change.clauseId) ?? '' }));
  return translate('pl', 'drafting.note.ruling', { changes: parts.join('; '), number: input.number });
}
