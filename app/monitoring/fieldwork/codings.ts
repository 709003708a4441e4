import type { CodingMatrix } from '../scoring/alpha.ts';
import type { Answer } from '../scoring/model.ts';

/** One coder's answer to one item of one unit, before any adjudication. */
export interface Coding {
  unitId: string;
  itemId: string;
  coderId: string;
  answer: Answer;
}

/**
 * The levels as a matrix for ordinal alpha: rows are coders, columns are cells (unit ×
 * item). Only chosen levels are values; everything else is a gap. With codings of several
 * items of one scale this is the pooled alpha of an area, and must be labelled as pooled.
 */
export function toLevelMatrix(codings: readonly Coding[]): CodingMatrix {
  return toMatrix(codings, (answer) => (answer.state === 'scored' ? answer.level : null));
}

/**
 * Whether a cell has a value at all, for a second, nominal alpha: 1 for an answer that
 * counts (a level or withheld), 2 for not applicable, 3 for not assessed.
 */
export function toStateMatrix(codings: readonly Coding[]): CodingMatrix {
  const codes = { scored: 1, withheld: 1, not_applicable: 2, not_assessed: 3 };
  return toMatrix(codings, (answer) => codes[answer.state]);
}

/** Throws RangeError when a coder answers a cell twice: which one counts is not for this place to guess. */
function toMatrix(codings: readonly Coding[], valueOf: (answer: Answer) => number | null): CodingMatrix {
  const cells = new Map<string, number>();
  const rows = new Map<string, Map<number, number | null>>();
  for (const { unitId, itemId, coderId, answer } of codings) {
    const key = JSON.stringify([unitId, itemId]);
    const cell = cells.get(key) ?? cells.size;
    cells.set(key, cell);
    const row = rows.get(coderId) ?? new Map<number, number | null>();
    rows.set(coderId, row);
    if (row.has(cell)) throw new RangeError(`${coderId} coded ${itemId} of ${unitId} twice`);
    row.set(cell, valueOf(answer));
  }
  return [...rows.values()].map((row) => Array.from(cells.values(), (cell) => row.get(cell) ?? null));
}
