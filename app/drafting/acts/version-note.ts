import { z } from 'zod';
import type { MessageKey, Translate } from '#app/i18n/translate.ts';

/**
 * What a version did to one unit of text; the citation is that of the version before. `target`: the unit it goes after, or
 * that was taken in. A reference tells where it stands now, and its words before and after (`reference`), or what it meant
 * and that it leads nowhere (`lost-reference`).
 */
export const versionChangeSchema = z.object({
  op: z.enum([
    'replace',
    'insert-after',
    'delete',
    'move',
    'split',
    'merge',
    'restore',
    'renumber',
    'reference',
    'lost-reference',
  ]),
  citation: z.string(),
  target: z.string().optional(),
  was: z.string().optional(),
  is: z.string().optional(),
});
export type VersionChange = z.infer<typeof versionChangeSchema>;

const keys = {
  replace: 'drafting.note.replace',
  'insert-after': 'drafting.note.insert',
  delete: 'drafting.note.delete',
  move: 'textwork.note.move',
  split: 'textwork.note.split',
  merge: 'textwork.note.merge',
  restore: 'textwork.note.restore',
  renumber: 'textwork.note.renumber',
  reference: 'textwork.note.reference',
  'lost-reference': 'textwork.note.lost',
} as const satisfies Record<VersionChange['op'], MessageKey>;

export type NotedVersion = {
  kind: 'import' | 'ruling' | 'editorial';
  note: string;
  changes: readonly VersionChange[];
  /** The rulings that made it, the one that speaks for it first. */
  causes: readonly { remark: number; goesAlong: boolean }[];
};

/** One sentence in the reader's language on what made a version; what the office wrote itself stays as it was written. */
export function versionNote(t: Translate, { kind, note, changes, causes }: NotedVersion): string {
  if (kind === 'import') return t('publish.note');
  const told = noteItems(
    t,
    changes.filter(({ op }) => op !== 'reference' && op !== 'lost-reference'),
  ).join('; ');
  if (kind === 'editorial') return told ? t('textwork.note.editorial', { changes: told, reason: note }) : note;
  const remarks = causes.filter(({ goesAlong }) => !goesAlong).map(({ remark }) => remark);
  if (!told || remarks.length === 0) return note;
  return remarks.length === 1
    ? t('drafting.note.ruling', { number: remarks[0]!, changes: told })
    : t('basket.note', { count: remarks.length, numbers: remarks.join(', '), changes: told });
}

/** References that a version made follow, or left leading nowhere, each in a sentence of its own. */
export function referenceNotes(
  t: Translate,
  changes: readonly VersionChange[],
): { lost: string[]; followed: string[] } {
  return {
    followed: noteItems(
      t,
      changes.filter(({ op }) => op === 'reference'),
    ),
    lost: noteItems(
      t,
      changes.filter(({ op }) => op === 'lost-reference'),
    ),
  };
}

function noteItems(t: Translate, changes: readonly VersionChange[]): string[] {
  return changes.map(({ op, citation, target = '', was = '', is = '' }) => t(keys[op], { citation, target, was, is }));
}
