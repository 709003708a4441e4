import type { UnitType } from '#app/text/tree/types.ts';
import type { DraftUnit, NextUnit } from './draft.ts';

/** Another mark at the end of a unit: `clauseId` null for a new one. */
export type EndMark = { clauseId: string | null; before: string; after: string };

/** An item of a list; its end is that of the last unit below it. */
type Item = { clauseId: string | null; end: { clauseId: string | null; text: string } };
type Row = { clauseId: string | null; type: UnitType; depth: number; text: string; quoted: boolean };

const listed: ReadonlySet<UnitType> = new Set(['point', 'letter', 'indent']);

/**
 * Marks at the end of items that a change of their list leaves wrong: what was last and is no longer has the mark of those before it, what is
 * last now has the mark that the list ended with. Only where the list kept its own rule before the change and the words leave no doubt.
 */
export function endMarksAfter(before: readonly DraftUnit[], after: readonly NextUnit[]): EndMark[] {
  const was = listsOf(before, ({ parentClauseId }) => parentClauseId);
  const is = listsOf(after, ({ parent }) => (parent === null ? null : (after[parent]!.clauseId ?? 'new')));
  return [...is].flatMap(([key, items]) => {
    const old = was.get(key);
    return old ? marksOf(old, items, key) : [];
  });
}

function marksOf(old: readonly Item[], items: readonly Item[], key: string): EndMark[] {
  const namesOf = (list: readonly Item[]) => list.map(({ clauseId }) => clauseId ?? 'new').join();
  if (namesOf(old) === namesOf(items)) return [];
  const last = markOf(old.at(-1)!);
  const others = new Set(
    old
      .slice(0, -1)
      .filter((item) => !isGone(item))
      .map(markOf),
  );
  const [inner = key.endsWith('point') ? ';' : ','] = others;
  if (!last || !inner || others.size > 1) return [];
  const wantedAt = (at: number, length: number) => (at === length - 1 ? last : inner);
  return items.flatMap((item, at): EndMark[] => {
    const wanted = wantedAt(at, items.length);
    if (markOf(item) === wanted || isGone(item)) return [];
    const stood = old.findIndex(({ clauseId }) => clauseId !== null && clauseId === item.clauseId);
    const then = old[stood];
    // What was wrong before, or was given other words, is not the work of the list.
    if (then && (markOf(then) !== wantedAt(stood, old.length) || then.end.text !== item.end.text)) return [];
    const text = withMark(item.end.text, wanted);
    return text === null ? [] : [{ clauseId: item.end.clauseId, before: item.end.text, after: text }];
  });
}

/** Items of every list by what holds it and their kind; lists with a common part behind them, and quoted ones, are left out. */
function listsOf<Unit extends Row>(
  units: readonly Unit[],
  parentOf: (unit: Unit) => string | null,
): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  const closed = new Set<string | null>();
  for (const unit of units) if (unit.type === 'closing') closed.add(parentOf(unit));
  units.forEach((unit, at) => {
    const { clauseId, type, depth, quoted } = unit;
    if (quoted || !listed.has(type)) return;
    const parentId = parentOf(unit);
    if (closed.has(parentId)) return;
    let to = at + 1;
    while (to < units.length && units[to]!.depth > depth) to += 1;
    const end = units[to - 1]!;
    const key = `${parentId} ${type}`;
    const item: Item = { clauseId, end: { clauseId: end.clauseId, text: end.text } };
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  });
  return lists;
}

const endMarks: ReadonlySet<string> = new Set(['.', ',', ';']);
const markOf = ({ end }: Item): string | null => (endMarks.has(end.text.slice(-1)) ? end.text.slice(-1) : null);

/** „(uchylony)": such an item has no mark of its own. */
const isGone = ({ end }: Item): boolean => /^[([]?(?:uchyl|skreśl|pomini)/iu.test(end.text);

/** Words that a list is carried on with, and abbreviations, whose stop is their own. */
const joining = /(?<!\p{L})(?:oraz|lub|albo|bądź|i|a także)$/u;
const shortened = /(?<!\p{L})(?:itp|itd|in|np|r|zm|poz|art|ust|pkt|lit|nr|tzw|al|ul|os|godz|późn|proc|tys)$/u;

/** The text with another mark at its end; null where it is not certain what its end is. */
export function withMark(text: string, wanted: string): string | null {
  if (text.includes('\n')) return null;
  const mark = text.slice(-1);
  const bare = endMarks.has(mark) ? text.slice(0, -1) : text;
  if (mark === '.' && shortened.test(bare)) return wanted === '.' ? text : `${text}${wanted}`;
  if (joining.test(bare)) return null;
  if (wanted === '.' && bare.endsWith('.')) return bare;
  return /[\p{L}\p{N})%²³]$/u.test(bare) ? `${bare}${wanted}` : null;
}
