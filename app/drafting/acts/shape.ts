import type { DraftUnit } from './draft.ts';

/**
 * What a version is but for its words: which units it has, in which order, under which and with which marks. Most rulings change words alone,
 * so that one shape is that of many versions, and what follows from it (names of units, their places) is found once for all of them.
 */
type Shape = object;

const shapes = new WeakMap<readonly DraftUnit[], Shape>();

/** The shape of a version, the same object for all that are known to share it. The list is one that nobody changes. */
function shapeOf(units: readonly DraftUnit[]): Shape {
  const known = shapes.get(units);
  if (known) return known;
  const shape = {};
  shapes.set(units, shape);
  return shape;
}

/** To be told where a version was made of another one: it has the same shape when its units stand and are marked alike. */
export function followShape(units: readonly DraftUnit[], base: readonly DraftUnit[]): void {
  if (units !== base && standAlike(units, base)) shapes.set(units, shapeOf(base));
}

function standAlike(units: readonly DraftUnit[], others: readonly DraftUnit[]): boolean {
  return (
    units.length === others.length && units.every((unit, at) => unit === others[at] || isPlacedAlike(unit, others[at]!))
  );
}

function isPlacedAlike(unit: DraftUnit, other: DraftUnit): boolean {
  return (
    unit.clauseId === other.clauseId &&
    unit.parentClauseId === other.parentClauseId &&
    unit.type === other.type &&
    unit.label === other.label &&
    unit.number === other.number &&
    unit.quoted === other.quoted &&
    unit.depth === other.depth
  );
}

/** A function of the shape alone, asked once for each. */
export function ofShape<Answer>(
  find: (units: readonly DraftUnit[]) => Answer,
): (units: readonly DraftUnit[]) => Answer {
  const answers = new WeakMap<Shape, { answer: Answer }>();
  return (units) => {
    const shape = shapeOf(units);
    const known = answers.get(shape);
    if (known) return known.answer;
    const answer = find(units);
    answers.set(shape, { answer });
    return answer;
  };
}
