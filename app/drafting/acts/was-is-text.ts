import type { Translate } from '#app/i18n/translate.ts';
import type { RedlineUnit, VersionDiff } from './version-diff.ts';
import type { ListedVersion } from './version-list.server.ts';
import { causeWords } from './cause-words.ts';
import type { UnitCause } from './unit-causes.ts';

export type WasIsInput = {
  title: string;
  from: number;
  to: number;
  diff: VersionDiff;
  causes: Readonly<Record<string, readonly UnitCause[]>>;
  versions: readonly ListedVersion[];
};

/** The list „was / is" as plain text, for e-mail: every changed unit with its old and new words and what changed it. */
export function wasIsText(t: Translate, { title, from, to, diff, causes, versions }: WasIsInput): string {
  const head = `${title}\n${t('redline.title-of', { from, to })}`;
  const blocks = diff.changes.map((unit) =>
    [
      (unit.after ?? unit.before)?.citation || t('wasis.text'),
      `${t('wasis.was')}: ${unit.before ? wordsOf(unit, 'delete').join('\n') : t('wasis.nothing')}`,
      `${t('wasis.is')}: ${unit.after ? wordsOf(unit, 'insert').join('\n') : t('wasis.deleted')}`,
      ...(causes[unit.clauseId] ?? []).map((cause) => `${t('wasis.why')}: ${causeWords(t, cause, versions)}`),
    ].join('\n'),
  );
  const renumbered = diff.renumbered.map(({ clauseId, before, after }) =>
    [
      t('redline.renumbered-item', { before: before.citation, after: after.citation }),
      ...(causes[clauseId] ?? []).map((cause) => `${t('wasis.why')}: ${causeWords(t, cause, versions)}`),
    ].join('\n'),
  );
  const parts = [
    head,
    ...(blocks.length > 0 ? blocks : [t('redline.lead-none')]),
    ...(renumbered.length > 0 ? [renumbered.join('\n')] : []),
  ];
  // No-break spaces serve the page; in a letter they only get in the way.
  return `${parts.join('\n\n').replaceAll('\u00a0', ' ')}\n`;
}

export function wordsOf(unit: RedlineUnit, side: 'insert' | 'delete'): string[] {
  const label = (side === 'insert' ? unit.after : unit.before)?.label ?? '';
  const words = unit.spans
    .filter(({ op }) => op === 'keep' || op === side)
    .map((span) => (side === 'delete' ? (span.before ?? span.text) : span.text))
    .join('');
  return [
    [label, words].filter(Boolean).join(' '),
    ...unit.children.filter(({ withParent }) => withParent).flatMap((child) => wordsOf(child, side)),
  ];
}
