import type { Clause, ClauseChange, ClauseChangeKind, ClausesDiff } from './change-types.ts';
import { diffText } from './diff-text.ts';
import { requireClausesWithin } from '../tree/limits.ts';
import { matchClauses } from './match-clauses.ts';
import { movedPairs } from './moved-pairs.ts';

export { afterText, beforeText, diffText, isUnchanged, locateSpans, type LocatedSpan } from './diff-text.ts';

/**
 * What changed between two texts, clause by clause: in the order of the new text, a deleted clause after the one it
 * followed. Clauses are matched by id, or by content where ids are missing. Two empty texts give no changes.
 * Throws TextLimitError for texts beyond TEXT_LIMITS.
 */
export function diffClauses(base: readonly Clause[], current: readonly Clause[]): ClausesDiff {
  requireClausesWithin(base);
  requireClausesWithin(current);
  const matches = matchClauses(base, current);
  const moved = findMoved(base, current, matches);
  const beforeOf = new Int32Array(current.length).fill(-1);
  for (let i = 0; i < matches.length; i++) if (matches[i]! >= 0) beforeOf[matches[i]!] = i;
  const clauses: ClauseChange[] = [];
  const addDeletedAfter = (i: number): void => {
    for (let k = i + 1; k < base.length && matches[k]! < 0; k++) clauses.push(deletedClause(base[k]!, k));
  };
  addDeletedAfter(-1);
  for (let j = 0; j < current.length; j++) {
    const i = beforeOf[j]!;
    if (i < 0) clauses.push(insertedClause(current[j]!, j));
    else {
      clauses.push(pairedClause(base[i]!, current[j]!, { before: i, after: j, isMoved: moved[i]! }));
      addDeletedAfter(i);
    }
  }
  const movedIds = clauses.filter((clause) => clause.change === 'moved' || clause.change === 'moved-changed');
  return { clauses, moved: movedIds.flatMap((clause) => (clause.id === null ? [] : [clause.id])) };
}

/** For each clause of `base` whether its counterpart stands at another place in the order. */
export function findMoved(base: readonly Clause[], current: readonly Clause[], matches: Int32Array): boolean[] {
  const paired = [...matches.keys()].filter((i) => matches[i]! >= 0);
  const flags = movedPairs(
    paired.map((i) => matches[i]!),
    paired.map((i) => Math.max(base[i]!.text.length, current[matches[i]!]!.text.length) + 1),
  );
  const moved = base.map(() => false);
  paired.forEach((i, k) => (moved[i] = flags[k]!));
  return moved;
}

function deletedClause(clause: Clause, before: number): ClauseChange {
  return { id: clause.id ?? null, change: 'deleted', before, after: null, spans: diffText(clause.text, '') };
}

function insertedClause(clause: Clause, after: number): ClauseChange {
  return { id: clause.id ?? null, change: 'inserted', before: null, after, spans: diffText('', clause.text) };
}

function pairedClause(
  old: Clause,
  current: Clause,
  place: { before: number; after: number; isMoved: boolean },
): ClauseChange {
  const spans = diffText(old.text, current.text);
  const isSame = spans.every((span) => span.op === 'keep') && (old.level ?? 0) === (current.level ?? 0);
  const change: ClauseChangeKind = place.isMoved ? (isSame ? 'moved' : 'moved-changed') : isSame ? 'same' : 'changed';
  return { id: old.id ?? current.id ?? null, change, before: place.before, after: place.after, spans };
}

/** The new list of texts that a diff describes; the inverse of `diffClauses` for the texts. */
export function applyDiff(diff: ClausesDiff): string[] {
  const texts: string[] = [];
  for (const { after, spans } of diff.clauses) {
    if (after !== null) texts[after] = spans.map((span) => (span.op === 'delete' ? '' : span.text)).join('');
  }
  return texts;
}

/** The old list of texts that a diff started from. */
export function revertDiff(diff: ClausesDiff): string[] {
  const texts: string[] = [];
  for (const { before, spans } of diff.clauses) {
    if (before !== null)
      texts[before] = spans.map((span) => (span.op === 'insert' ? '' : (span.before ?? span.text))).join('');
  }
  return texts;
}
