import { z } from 'zod';
import type { MessageKey, Translate } from '#app/i18n/translate.ts';

/** What a ruling did to one unit of text; the citation is that of the version before. */
export const versionChangeSchema = z.object({ op: z.enum(['replace', 'insert-after', 'delete']), citation: z.string() });
export type VersionChange = z.infer<typeof versionChangeSchema>;

const keys = {
  replace: 'drafting.note.replace', 'insert-after': 'drafting.note.insert', delete: 'drafting.note.delete',
} as const satisfies Record<VersionChange['op'], MessageKey>;

export type NotedVersion = { kind: 'import' | 'ruling' | 'editorial'; note: string; changes: readonly VersionChange[]; cause: { remark: number } | null };

/** One sentence in the reader's language on what made a version; what the office wrote itself stays as it was written. */
export function versionNote(t: Translate, { kind, note, changes, cause }: NotedVersion): string {
  if (kind === 'import') return t('publish.note');
  if (!cause || changes.length === 0) return note;
  return t('drafting.note.ruling', { number: cause.remark, changes: changes.map(({ op, citation }) => t(keys[op], { citation })).join('; ') });
}
