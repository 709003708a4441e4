import type { DraftChange } from '#app/drafting/acts/draft.ts';
import { mergeText } from '#app/text/merge/merge-text.ts';

/** What one amendment does to the text, by its number in the register. */
export type NumberedChanges = { number: number; changes: readonly DraftChange[] };

/** What one amendment wants of a clause: its wording, null where it would be struck; `op` for one that puts a new unit behind it, or moves it. */
type ConflictSide = { number: number; text: string | null; op?: 'insert-after' | 'move' };

/** A clause that several amendments want differently. */
export type ClauseConflict = { clauseId: string; words: string; sides: ConflictSide[] };

export type Combined = { changes: DraftChange[]; conflicts: ClauseConflict[] };

/**
 * All amendments at once on the same text. Edits in different words of one clause are merged, the same edit counts once, new
 * units behind one clause stand in the order given. Whatever contradicts is a conflict of that clause and left out of `changes`.
 */
export function combineChanges(amendments: readonly NumberedChanges[], text: CombinedText): Combined {
  const combined: Combined = { changes: [], conflicts: [] };
  const clauses = byClause(amendments);
  for (const [clauseId, wanted] of clauses) {
    const struckWith = underStruck(clauseId, clauses, text);
    if (struckWith) {
      combined.conflicts.push({
        clauseId,
        words: '',
        sides: [...struckWith, ...wanted].map(sideOf),
      });
      continue;
    }
    const inserted = unique(wanted.filter(({ change }) => change.op === 'insert-after'));
    const moves = unique(wanted.filter(({ change }) => change.op === 'move'));
    const others = wanted.filter(({ change }) => change.op !== 'insert-after' && change.op !== 'move');
    const homeless = losesPlace({ clauseId, wanted }, clauses);
    if (homeless) {
      combined.conflicts.push({
        clauseId,
        words: '',
        sides: homeless.map(sideOf),
      });
      continue;
    }
    combined.changes.push(...inserted.map(({ change }) => change));
    const one = onlyOne(unique(others));
    const words = one === undefined ? mergedWords(clauseId, unique(others), text) : one;
    // A unit may move with new words, but not when somebody strikes it.
    const isStruck = moves.length > 0 && others.some(({ change }) => change.op === 'delete');
    if (words === 'conflict' || moves.length > 1 || isStruck) {
      combined.conflicts.push({
        clauseId,
        words: disputed(clauseId, unique(others), text),
        sides: [...others, ...moves].map(sideOf),
      });
    } else
      combined.changes.push(...[words, moves[0]?.change].filter((change) => change !== null && change !== undefined));
  }
  return combined;
}

/** The text the changes are made to: words of a clause, and the clause it stands under. */
export type CombinedText = { wordsOf: (clauseId: string) => string; parentOf: (clauseId: string) => string | null };

/** Who strikes a unit that this clause stands under and is not struck itself with it; null when nobody does. */
function underStruck(
  clauseId: string,
  clauses: ReadonlyMap<string, Wanted[]>,
  { parentOf }: CombinedText,
): Wanted[] | null {
  if (clauses.get(clauseId)?.every(({ change }) => change.op === 'delete')) return null;
  for (let at = parentOf(clauseId); at !== null; at = parentOf(at)) {
    const striking = clauses.get(at)?.filter(({ change }) => change.op === 'delete') ?? [];
    if (striking.length > 0) return striking;
  }
  return null;
}

/**
 * Who disagrees where somebody puts a unit behind one that another strikes, moves or takes into a third, or moves it there: with the unit it
 * stood behind gone, nobody has said where it goes. Null where nothing of the kind is asked.
 */
function losesPlace(
  { clauseId, wanted }: { clauseId: string; wanted: readonly Wanted[] },
  clauses: ReadonlyMap<string, Wanted[]>,
): Wanted[] | null {
  const leaving = (id: string) => [
    ...(clauses.get(id) ?? []).filter(({ change }) => change.op === 'delete' || change.op === 'move'),
    ...[...clauses.values()].flat().filter(({ change }) => change.op === 'merge' && change.targetId === id),
  ];
  const inserted = wanted.filter(({ change }) => change.op === 'insert-after');
  const others = inserted.length > 0 ? leaving(clauseId) : [];
  const isOthers = (one: readonly Wanted[], { number }: Wanted) => one.some((each) => each.number !== number);
  if (inserted.some((each) => isOthers(others, each))) return [...others, ...inserted];
  for (const each of wanted) {
    if (each.change.op !== 'move') continue;
    const left = leaving(each.change.targetId);
    if (isOthers(left, each)) return [...left, each];
  }
  return null;
}

function onlyOne(wanted: readonly Wanted[]): DraftChange | null | undefined {
  return wanted.length > 1 ? undefined : (wanted[0]?.change ?? null);
}

function mergedWords(clauseId: string, wanted: readonly Wanted[], text: CombinedText): DraftChange | 'conflict' {
  if (!wanted.every(({ change }) => change.op === 'replace')) return 'conflict';
  const merged = mergeText(
    text.wordsOf(clauseId),
    wanted.map(({ change }) => wordsOf(change) ?? ''),
  );
  return merged.text === null ? 'conflict' : { op: 'replace', clauseId, text: merged.text };
}

/** The first words in dispute; empty where whole units are. */
function disputed(clauseId: string, wanted: readonly Wanted[], text: CombinedText): string {
  if (!wanted.every(({ change }) => change.op === 'replace')) return '';
  return (
    mergeText(
      text.wordsOf(clauseId),
      wanted.map(({ change }) => wordsOf(change) ?? ''),
    ).conflicts[0]?.base ?? ''
  );
}

type Wanted = { number: number; change: DraftChange };

function byClause(amendments: readonly NumberedChanges[]): Map<string, Wanted[]> {
  const clauses = new Map<string, Wanted[]>();
  for (const { number, changes } of amendments) {
    for (const change of changes)
      clauses.set(change.clauseId, [...(clauses.get(change.clauseId) ?? []), { number, change }]);
  }
  return clauses;
}

/** The same change asked for several times counts once. */
function unique(wanted: readonly Wanted[]): Wanted[] {
  const seen = new Map<string, Wanted>();
  for (const each of wanted) {
    const key = JSON.stringify(each.change);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function sideOf({ number, change }: Wanted): ConflictSide {
  const { op } = change;
  return { number, text: wordsOf(change), ...(op === 'insert-after' || op === 'move' ? { op } : {}) };
}

function wordsOf(change: DraftChange): string | null {
  return 'text' in change ? change.text : null;
}
