import { diffClauses } from '#app/text/diff/diff.ts';
import type { Language } from '#app/text/diff/describe-change.ts';
import { parse } from '#app/text/parse/parse.ts';
import { freshKeys, type DraftUnit } from '../acts/draft.ts';
import { toFlat, type FlatUnit } from '../acts/unit-tree.ts';
import { diffVersions, type VersionDiff } from '../acts/version-diff.ts';

export type Comparison = {
  same: boolean;
  diff: VersionDiff;
  /** Words before the first unit or the reasons differ: title, number, signature lines. */ headDiffers: boolean;
};

/**
 * Two texts of one act compared clause by clause. They have no ids in common, so clauses are matched by their words. The
 * words before the first unit are not compared with care: an adopted act has another number and day there.
 */
export function compareTexts(before: string, after: string, language: Language): Comparison {
  const [was, is] = [parse(before), parse(after)];
  const [old, now] = [toFlat(was), toFlat(is)];
  const diff = diffVersions(...matched(old, now), language);
  return {
    same: diff.changes.length === 0 && diff.renumbered.length === 0,
    diff,
    headDiffers: bare(was.before) !== bare(is.before),
  };
}

const bare = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Both texts as units of one draft: those that are the same clause have the same id. */
function matched(old: readonly FlatUnit[], now: readonly FlatUnit[]): [DraftUnit[], DraftUnit[]] {
  const clause = (unit: FlatUnit) => ({
    text: [unit.heading, unit.text].filter(Boolean).join('\n'),
    level: unit.depth,
  });
  const ids = new Map<number, string>();
  for (const { before, after } of diffClauses(old.map(clause), now.map(clause)).clauses)
    if (before !== null && after !== null) ids.set(after, `u${before}`);
  return [asUnits(old, (at) => `u${at}`), asUnits(now, (at) => ids.get(at) ?? `n${at}`)];
}

function asUnits(flat: readonly FlatUnit[], idOf: (at: number) => string): DraftUnit[] {
  const keys = freshKeys(flat.length);
  const path: DraftUnit[] = [];
  return flat.map((row, at) => {
    while (path.length > 0 && path.at(-1)!.depth >= row.depth) path.pop();
    const unit: DraftUnit = {
      ...row,
      clauseId: idOf(at),
      revisionId: idOf(at),
      code: at + 1,
      parentClauseId: path.at(-1)?.clauseId ?? null,
      orderKey: keys[at]!,
    };
    path.push(unit);
    return unit;
  });
}
