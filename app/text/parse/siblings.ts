import type { Source } from './source.ts';
import type { Build } from './build.ts';
import { compareNumbers, follows, opensList } from '../tree/letters.ts';
import type { Mark } from './marks.ts';
import type { Unit } from '../tree/types.ts';

/** True when the unit is not the first of its type under its parent; looks back over a few children only. */
export function hasEarlierItem(parent: Unit | undefined, unit: Unit): boolean {
  const children = parent?.children ?? [];
  for (let i = children.length - 1; i >= 0 && i >= children.length - 40; i -= 1) {
    const child = children[i]!;
    if (child !== unit && child.type === unit.type) return true;
  }
  return false;
}

/** The unit of the same kind whose list the mark would continue: open, or the last closed one under an open unit. */
export function findSibling(build: Build, mark: Mark): Unit | null {
  let candidate: Unit | null = null;
  for (let i = build.path.length - 1; i >= 0; i -= 1) {
    const unit = build.path[i]!;
    if (unit.type !== mark.type) continue;
    if (mark.number === '') {
      if (build.styles.get(unit)?.sign === mark.sign) return unit;
      continue;
    }
    if (follows(unit.number, mark.number)) return unit;
    candidate ??= unit;
  }
  return candidate ?? findClosedSibling(build, mark);
}

function findClosedSibling(build: Build, mark: Mark): Unit | null {
  if (mark.number === '') return null;
  for (let i = build.path.length - 1; i >= 0; i -= 1) {
    const children = build.path[i]!.children;
    for (let k = children.length - 1; k >= 0 && k >= children.length - 30; k -= 1) {
      const child = children[k]!;
      if (child.type !== mark.type) continue;
      if (follows(child.number, mark.number)) return child;
      break;
    }
  }
  return null;
}

/** The next mark below a line, noise and unmarked lines left out; looks 60 lines far. */
export function nextMarkAfter(source: Source, index: number): Mark | null {
  const at = nextMarkIndex(source, index);
  return at < 0 ? null : (source.marks[at] ?? null);
}

/** Index of the line of that mark, -1 when there is none near. */
export function nextMarkIndex(source: Source, index: number): number {
  const limit = Math.min(source.lines.length, index + 60);
  for (let i = index + 1; i < limit; i += 1) {
    const mark = source.marks[i];
    if (mark !== null && mark !== undefined) return i;
  }
  return -1;
}

/** True when the list that `open` belongs to goes on at `next`, with numbers left out or not. */
export function listGoesOn(open: Unit, next: Mark | null): boolean {
  if (next === null || next.type !== open.type || next.number === '' || opensList(next.number)) return false;
  return follows(open.number, next.number) || compareNumbers(open.number, next.number) < 0;
}
