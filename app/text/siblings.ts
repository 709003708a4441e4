import type { Source } from './accept.ts';
import type { Build } from './build.ts';
import { follows } from './letters.ts';
import type { Mark } from './marks.ts';
import type { Unit } from './types.ts';

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
  const limit = Math.min(source.lines.length, index + 60);
  for (let i = index + 1; i < limit; i += 1) {
    const mark = source.marks[i];
    if (mark !== null && mark !== undefined) return mark;
  }
  return null;
}
