/**
 * The marks that end the items of an enumeration follow from their order (§ 56 and § 57 ZTP: a semicolon after each
 * item, a full stop after the last). When every version of a list keeps to that, the marks are taken off for the merge and
 * set anew in the result, so that two people who each add a last item, or delete the last one, do not collide over a dot.
 */
import type { MergeInput, Unit } from './merge-units.ts';

const SEPARATOR = ';';
const END = '.';

/** The input without marks that follow from the order, and the keys of the clauses that lost theirs. */
export function takeListMarks(input: MergeInput): { input: MergeInput; unmarked: Set<string> } {
  const versions = [input.base, ...input.sides];
  const regular = versions.map(regularItems);
  const unmarked = new Set<string>();
  const irregular = new Set<string>();
  versions.forEach((units, v) => {
    for (const unit of units) (regular[v]!.has(unit.key) ? unmarked : irregular).add(unit.key);
  });
  for (const key of irregular) unmarked.delete(key);
  const strip = (units: readonly Unit[]): Unit[] =>
    units.map((unit) =>
      unmarked.has(unit.key) ? { ...unit, text: unit.text.slice(0, -1), mark: unit.text.slice(-1) } : unit,
    );
  return { input: { base: strip(input.base), sides: input.sides.map(strip) }, unmarked };
}

/** Keys of the items of all lists in which every item ends as its place asks for. */
function regularItems(units: readonly Unit[]): Set<string> {
  const regular = new Set<string>();
  for (const list of listsOf(units)) {
    const items = list.filter((unit) => !isIntroduction(unit));
    const isRegular =
      items.length > 1 &&
      items.every(
        (item, k) => item.text.endsWith(k < items.length - 1 ? SEPARATOR : END) && /[^\s;.]/u.test(item.text),
      );
    if (isRegular) for (const item of items) regular.add(item.key);
  }
  return regular;
}

function isIntroduction(unit: { text: string }): boolean {
  return unit.text.trimEnd().endsWith(':');
}

/** Runs of clauses below the level of a whole sentence. */
function listsOf<T extends { level?: number | undefined }>(units: readonly T[]): T[][] {
  const lists: T[][] = [];
  let isOpen = false;
  for (const unit of units) {
    const isItem = (unit.level ?? 0) > 0;
    if (isItem && isOpen) lists.at(-1)!.push(unit);
    else if (isItem) lists.push([unit]);
    isOpen = isItem;
  }
  return lists;
}

/** Sets the marks again, by the order of the merged list; items whose words are disputed are passed as they are. */
export function setListMarks<T extends { key: string; text: string; level?: number | undefined }>(
  units: readonly T[],
  unmarked: ReadonlySet<string>,
): T[] {
  const last = new Set<string>();
  for (const list of listsOf(units)) {
    const item = list.findLast((unit) => !isIntroduction(unit));
    if (item !== undefined) last.add(item.key);
  }
  return units.map((unit) =>
    unmarked.has(unit.key) ? { ...unit, text: unit.text + (last.has(unit.key) ? END : SEPARATOR) } : unit,
  );
}
