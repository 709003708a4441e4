import type { Clause } from './change-types.ts';
import { findMoved } from './diff.ts';
import { matchClauses } from './match-clauses.ts';
import { sameWording } from './tokens.ts';

/** One step of an amendment. `after: null` means before all clauses. */
export type Operation =
  | { kind: 'replace'; clause: string; text: string; level?: number }
  | { kind: 'insert-after'; after: string | null; clause: Clause }
  | { kind: 'delete'; clause: string }
  | { kind: 'move'; clause: string; after: string | null };

/**
 * The steps that turn `base` into `amended`, for people who edited a whole text. Existing clauses need ids; several new
 * clauses in a row each follow the one before, so new clauses without an id get one ("new-1"). Equal texts give no step.
 */
export function operationsBetween(base: readonly Clause[], amended: readonly Clause[]): Operation[] {
  const matches = matchClauses(base, amended);
  const moved = findMoved(base, amended, matches);
  const beforeOf = new Map<number, number>();
  matches.forEach((j, i) => {
    if (j >= 0) beforeOf.set(j, i);
  });
  const operations: Operation[] = [];
  base.forEach((clause, i) => {
    if (matches[i]! < 0) operations.push({ kind: 'delete', clause: requireId(clause) });
  });
  let after: string | null = null;
  let created = 0;
  amended.forEach((clause, j) => {
    const i = beforeOf.get(j);
    if (i === undefined) {
      const id = clause.id ?? `new-${++created}`;
      operations.push({ kind: 'insert-after', after, clause: { ...clause, id } });
      after = id;
      return;
    }
    const id = requireId(base[i]!);
    if (moved[i]!) operations.push({ kind: 'move', clause: id, after });
    const isSame = base[i]!.text === clause.text && (base[i]!.level ?? 0) === (clause.level ?? 0);
    if (!isSame) operations.push(replaceWith(id, clause));
    after = id;
  });
  return operations;
}

function replaceWith(id: string, { text, level }: Clause): Operation {
  return { kind: 'replace', clause: id, text, ...(level === undefined ? {} : { level }) };
}

function requireId(clause: Clause): string {
  if (clause.id === undefined) throw new TypeError('A clause of the base has no id.');
  return clause.id;
}

/**
 * The text after the steps. A step whose clause is missing does nothing; a new clause or a move whose neighbour is
 * missing goes to the end. Applying no steps gives a copy.
 */
export function applyOperations(clauses: readonly Clause[], operations: readonly Operation[]): Clause[] {
  const result = clauses.map((clause) => ({ ...clause }));
  const indexOf = (id: string): number => result.findIndex((clause) => clause.id === id);
  const placeAfter = (id: string | null): number => {
    if (id === null) return 0;
    const at = indexOf(id);
    return at < 0 ? result.length : at + 1;
  };
  // Deletions come last: other steps may name a deleted clause as their neighbour.
  for (const operation of [...operations].sort((a, b) => Number(a.kind === 'delete') - Number(b.kind === 'delete'))) {
    if (operation.kind === 'insert-after') {
      result.splice(placeAfter(operation.after), 0, { ...operation.clause });
      continue;
    }
    const at = indexOf(operation.clause);
    if (at < 0) continue;
    if (operation.kind === 'delete') result.splice(at, 1);
    else if (operation.kind === 'move') {
      const [clause] = result.splice(at, 1);
      result.splice(placeAfter(operation.after), 0, clause!);
    } else {
      const { text, level } = operation;
      result[at] = { ...result[at]!, text, ...(level === undefined ? {} : { level }) };
    }
  }
  return result;
}

/** True when two clauses are the same in wording and level. */
export function isSameClause(one: Clause, other: Clause): boolean {
  return (one.level ?? 0) === (other.level ?? 0) && sameWording(one.text, other.text);
}
