import type { UnitType } from '#app/text/tree/types.ts';
import { isHeadingType } from './act-view.ts';

/** What the rules of nesting look at. */
export type NestedUnit = { type: UnitType; quoted: boolean; children: readonly NestedUnit[] };

/** The units of the text and the levels of § 124 and § 55–56 ZTP, outermost first. */
const levels: readonly UnitType[] = [
  'annex',
  'division',
  'chapter',
  'subchapter',
  'article',
  'paragraph',
  'subsection',
  'point',
  'letter',
  'indent',
  'subindent',
];

/**
 * Where a unit would stand if it were moved to `target`: `after` it where both are of one type, `first-in` it where it
 * holds units of that type or is an empty chapter; null where neither is allowed. Quoted wording stays with its quotation.
 */
export function placeFor(unit: NestedUnit, target: NestedUnit): 'after' | 'first-in' | null {
  if (unit.quoted !== target.quoted || unit.type === 'closing') return null;
  if (unit.type === target.type) return 'after';
  const own = target.children.filter(({ quoted }) => quoted === target.quoted);
  if (own.some(({ type }) => type === unit.type)) return 'first-in';
  const isLower = levels.indexOf(unit.type) > levels.indexOf(target.type) && levels.includes(target.type);
  return isHeadingType(target.type) &&
    own.length === 0 &&
    isLower &&
    levels.indexOf(unit.type) <= levels.indexOf('paragraph')
    ? 'first-in'
    : null;
}

/** Whether what stands below two units can stand in one list: units of one type, and no common part in the middle. */
export function canJoinLists(first: NestedUnit, second: NestedUnit): boolean {
  const [above, below] = [first, second].map(({ children }) => children.filter(({ quoted }) => !quoted));
  if (above!.length === 0 || below!.length === 0) return true;
  const types = new Set([...above!, ...below!].map(({ type }) => type).filter((type) => type !== 'closing'));
  return types.size === 1 && !above!.some(({ type }) => type === 'closing');
}
