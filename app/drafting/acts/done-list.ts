import type { DoneKind, ImportReport } from './import-report.ts';

/** Listed in full: more of one kind is counted. */
export const MAX_LISTED = 200;
const MAX_WORDS = 400;

/** What was done with things that are no plain words, by kind. */
export function groupDone(found: Iterable<{ kind: DoneKind; words: string }>): ImportReport['done'] {
  const groups = new Map<DoneKind, ImportReport['done'][number]>();
  for (const { kind, words } of found) {
    const group = groups.get(kind) ?? { kind, count: 0, words: [] };
    group.count += 1;
    if (words !== '' && group.words.length < MAX_LISTED) group.words.push(clipped(words));
    groups.set(kind, group);
  }
  return [...groups.values()];
}

export function clipped(words: string): string {
  const plain = words.trim();
  return plain.length > MAX_WORDS ? `${plain.slice(0, MAX_WORDS)}…` : plain;
}
