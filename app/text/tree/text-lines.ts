import type { Unit } from './types.ts';

/**
 * On which source line each part of a unit's text stood. Kept beside the tree, so that trees stay plain data;
 * a copied or edited tree falls back to the line of the unit.
 */
const STARTS = new WeakMap<Unit, Array<{ offset: number; line: number }>>();

/** Notes that the unit's text goes on from `offset` with words of this source line. */
export function noteTextLine(unit: Unit, offset: number, line: number): void {
  const starts = STARTS.get(unit) ?? [];
  starts.push({ offset, line });
  STARTS.set(unit, starts);
}

/** Source line of a place in the unit's text. */
export function lineAt(unit: Unit, offset: number): number {
  const starts = STARTS.get(unit) ?? [];
  let low = -1;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]!.offset <= offset) low = middle;
    else high = middle;
  }
  return starts[low]?.line ?? unit.line;
}
