/**
 * Takes open amendments over to a changed text. `prepareRebase` compares the two texts once, for however many amendments
 * (rebase-ground); then each step of an amendment is judged by itself, by what became of the clause it names:
 *
 * untouched → `unchanged`; its words changed elsewhere → merged with them as two sides of one base (see ../merge/merge.ts) and
 * `adapted`; the text says it already → `contained`; gone, or changed in the same words → `conflict`, with the disputed range in
 * the words the author wrote on, for a human to decide.
 *
 * Promises: nothing an author wrote is changed silently – the step as filed stays beside the step as it fits; a text that did not
 * change leaves every step `unchanged`; the result of a step does not depend on the other amendments.
 *
 * Known weakness: words that leave a clause for another one, where either changed meanwhile, are a conflict and not a guess; an
 * amendment of several steps is as good as its worst one.
 */
import type { Clause, ConflictKind } from '../diff/change-types.ts';
import { mergeText } from '../merge/merge-text.ts';
import { applyOperations, isSameClause, type Operation } from '../diff/operations.ts';
import type { RebaseGround } from './rebase-ground.ts';
import { sameWording } from '../diff/tokens.ts';

export { applyOperations, operationsBetween, type Operation } from '../diff/operations.ts';
export { prepareRebase, type RebaseGround } from './rebase-ground.ts';

/**
 * How a pending change stands against the current text: it fits unchanged, its wording had to be adapted because other
 * words of the clause changed, a human has to decide, or the text already says it.
 */
export type RebaseState = 'unchanged' | 'adapted' | 'conflict' | 'contained';

/** A disputed place; `from` and `to` are its half-open range in the text of the clause the amendment was written against. */
export interface RebaseConflict {
  kind: ConflictKind;
  base: string;
  from: number;
  to: number;
  /** What the current text has there; for a move the id of the clause it follows now, empty at the top. */
  ours: string;
  /** What the amendment wants there; for a move the id of the clause it shall follow. */
  theirs: string;
}

export interface RebasedOperation {
  state: RebaseState;
  /** The step as the author filed it. */
  original: Operation;
  /** The step against the current text: null when it is contained or in conflict. */
  operation: Operation | null;
  conflicts: RebaseConflict[];
}

export interface Rebase {
  /** conflict if any step is; else adapted if any is; contained if all are; else unchanged. */
  state: RebaseState;
  operations: RebasedOperation[];
}

/**
 * Carries the steps of an amendment over to the current text, each with an honest state; nothing is dropped and nothing
 * is applied twice. An amendment without steps is contained. Rebasing the result on the same text changes nothing.
 */
export function rebaseAmendment(ground: RebaseGround, operations: readonly Operation[]): Rebase {
  const own = new Set(operations.flatMap((step) => (step.kind === 'insert-after' ? (step.clause.id ?? []) : [])));
  const replaced = new Map<string, string>();
  const rebased = operations.map((step) => rebaseStep(ground, step, { own, replaced }));
  return { state: overall(rebased), operations: rebased };
}

/** The current text with a rebased amendment applied; steps in conflict are left out. */
export function applyRebase(current: readonly Clause[], rebase: Rebase): Clause[] {
  return applyOperations(
    current,
    rebase.operations.flatMap(({ operation }) => operation ?? []),
  );
}

function overall(operations: readonly RebasedOperation[]): RebaseState {
  const states = new Set(operations.map(({ state }) => state));
  if (states.has('conflict')) return 'conflict';
  if (states.has('adapted')) return 'adapted';
  return states.has('unchanged') ? 'unchanged' : 'contained';
}

interface Progress {
  /** Ids of the clauses the amendment itself adds. */
  own: ReadonlySet<string>;
  /** New clauses found in the current text already: their id in the amendment → their id there. */
  replaced: Map<string, string>;
}

function rebaseStep(ground: RebaseGround, step: Operation, progress: Progress): RebasedOperation {
  if (step.kind === 'insert-after') return rebaseInsertion(ground, step, progress);
  const before = ground.base.get(step.clause);
  const now = ground.current.get(step.clause);
  if (before === undefined) throw new TypeError(`The base has no clause "${step.clause}".`);
  if (now === undefined) return step.kind === 'delete' ? contained(step) : gone(step, before);
  if (step.kind === 'replace') return rebaseReplacement(step, before, now);
  if (step.kind === 'move') return rebaseMove(ground, step, before, progress);
  return isSameClause(before, now)
    ? unchanged(step)
    : conflict(step, {
        kind: 'delete',
        base: before.text,
        from: 0,
        to: before.text.length,
        ours: now.text,
        theirs: '',
      });
}

const unchanged = (step: Operation): RebasedOperation => done('unchanged', step, step);
const contained = (step: Operation): RebasedOperation => done('contained', step, null);

function done(state: RebaseState, original: Operation, operation: Operation | null): RebasedOperation {
  return { state, original, operation, conflicts: [] };
}

function conflict(original: Operation, ...conflicts: RebaseConflict[]): RebasedOperation {
  return { state: 'conflict', original, operation: null, conflicts };
}

/** A step on a clause that has been deleted since. */
function gone(step: Operation, before: Clause): RebasedOperation {
  const theirs = step.kind === 'replace' ? step.text : before.text;
  return conflict(step, { kind: 'delete', base: before.text, from: 0, to: before.text.length, ours: '', theirs });
}

function rebaseReplacement(step: Operation & { kind: 'replace' }, before: Clause, now: Clause): RebasedOperation {
  const merged = mergeText(before.text, [now.text, step.text]);
  const conflicts: RebaseConflict[] = merged.conflicts.map(({ base, from, to, options }) => ({
    kind: 'words',
    base,
    from,
    to,
    ours: options[0]!.text,
    theirs: options[1]!.text,
  }));
  const levels = { before: before.level ?? 0, now: now.level ?? 0, wanted: step.level ?? before.level ?? 0 };
  const isLevelChanged = levels.wanted !== levels.before && levels.wanted !== levels.now;
  if (isLevelChanged && levels.now !== levels.before) {
    const [base, ours, theirs] = [levels.before, levels.now, levels.wanted].map(String) as [string, string, string];
    conflicts.push({ kind: 'level', base, from: 0, to: 0, ours, theirs });
  }
  if (conflicts.length > 0) return conflict(step, ...conflicts);
  const text = merged.text!;
  if (!isLevelChanged && sameWording(text, now.text)) return contained(step);
  if (sameWording(before.text, now.text) && text === step.text) return unchanged(step);
  const adapted: Operation = {
    kind: 'replace',
    clause: step.clause,
    text,
    ...(isLevelChanged ? { level: levels.wanted } : {}),
  };
  return done(sameWording(before.text, now.text) ? 'unchanged' : 'adapted', step, adapted);
}

function rebaseInsertion(
  ground: RebaseGround,
  step: Operation & { kind: 'insert-after' },
  progress: Progress,
): RebasedOperation {
  const twin = ground.currentOrder.find(
    (clause) => (clause.id === undefined || !ground.base.has(clause.id)) && isSameClause(clause, step.clause),
  );
  if (twin !== undefined) {
    if (step.clause.id !== undefined && twin.id !== undefined) progress.replaced.set(step.clause.id, twin.id);
    return contained(step);
  }
  const placed = rebasePlace(ground, step, progress);
  if (placed.operation?.kind !== 'insert-after') return placed;
  const after = pastNewcomers(ground, placed.operation.after, step.clause.level ?? 0);
  return after === placed.operation.after ? placed : done(placed.state, step, { ...placed.operation, after });
}

/** Behind clauses added since at the same point, unless they are of a higher level: those are no part of what precedes. */
function pastNewcomers(ground: RebaseGround, after: string | null, level: number): string | null {
  if (!ground.isWhole) return after;
  const start = after === null ? 0 : (ground.place.get(after) ?? Infinity) + 1;
  let last = after;
  for (let i = start; i < ground.currentOrder.length; i++) {
    const clause = ground.currentOrder[i]!;
    if (clause.id === undefined || ground.base.has(clause.id) || (clause.level ?? 0) < level) break;
    last = clause.id;
  }
  return last;
}

function rebaseMove(
  ground: RebaseGround,
  step: Operation & { kind: 'move' },
  before: Clause,
  progress: Progress,
): RebasedOperation {
  const rebased = rebasePlace(ground, step, progress);
  const target = rebased.operation?.kind === 'move' ? rebased.operation.after : step.after;
  const neighbour = ground.currentNeighbour.get(step.clause) ?? null;
  if (neighbour === target) return contained(step);
  if (!ground.moved.has(step.clause)) return rebased;
  const [ours, theirs] = [neighbour ?? '', target ?? ''];
  return conflict(step, { kind: 'move', base: before.text, from: 0, to: before.text.length, ours, theirs });
}

/** Finds the place of a step again when the clause it follows has been deleted or has become another one. */
function rebasePlace(
  ground: RebaseGround,
  step: Operation & { kind: 'insert-after' | 'move' },
  progress: Progress,
): RebasedOperation {
  const { after } = step;
  if (after === null || progress.own.has(after) || ground.current.has(after)) {
    const known = after === null ? undefined : progress.replaced.get(after);
    return known === undefined ? unchanged(step) : done('unchanged', step, { ...step, after: known });
  }
  if (!ground.base.has(after)) throw new TypeError(`The base has no clause "${after}".`);
  return done('adapted', step, { ...step, after: ground.baseNeighbour.get(after) ?? null });
}
