import type { Clause, ConflictKind } from './change-types.ts';
import { requireVersionsWithin } from './change-limits.ts';
import { mergeText } from './merge-text.ts';
import { applyOperations, isSameClause, type Operation } from './operations.ts';
import { sameWording } from './tokens.ts';

export { applyOperations, operationsBetween, type Operation } from './operations.ts';

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
  /** What the current text has there. */
  ours: string;
  /** What the amendment wants there. */
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

/** The two texts between which amendments are carried over, prepared once for any number of them. */
export interface RebaseGround {
  base: ReadonlyMap<string, Clause>;
  baseOrder: readonly string[];
  current: ReadonlyMap<string, Clause>;
  /** Position of each clause of the current text. */
  place: ReadonlyMap<string, number>;
  currentOrder: readonly Clause[];
  /** For each clause of the base still present: the nearest clause before it that is still present, in either text. */
  neighbour: { base: ReadonlyMap<string, string | null>; current: ReadonlyMap<string, string | null> };
}

/**
 * Prepares a base and the current text. `base` holds at least the clauses an amendment names; with the whole text of
 * that version, steps next to clauses deleted since are placed as well.
 */
export function prepareRebase(base: readonly Clause[], current: readonly Clause[]): RebaseGround {
  requireVersionsWithin([base, current]);
  const byId = (clauses: readonly Clause[]): Map<string, Clause> =>
    new Map(clauses.flatMap((clause) => (clause.id === undefined ? [] : [[clause.id, clause]])));
  const baseById = byId(base);
  const currentById = byId(current);
  const place = new Map<string, number>();
  current.forEach((clause, i) => {
    if (clause.id !== undefined) place.set(clause.id, i);
  });
  const baseOrder = base.flatMap((clause) => clause.id ?? []);
  const currentIds = current.flatMap((clause) => clause.id ?? []);
  const neighbour = {
    base: predecessors(baseOrder, (id) => currentById.has(id)),
    current: predecessors(currentIds, (id) => baseById.has(id)),
  };
  return { base: baseById, baseOrder, current: currentById, place, currentOrder: current, neighbour };
}

function predecessors(ids: readonly string[], isShared: (id: string) => boolean): Map<string, string | null> {
  const before = new Map<string, string | null>();
  let last: string | null = null;
  for (const id of ids) {
    before.set(id, last);
    if (isShared(id)) last = id;
  }
  return before;
}

/**
 * Carries the steps of an amendment over to the current text, each with an honest state; nothing is dropped and nothing
 * is applied twice. An amendment without steps is contained. Rebasing the result on the same text changes nothing.
 */
export function rebaseAmendment(ground: RebaseGround, operations: readonly Operation[]): Rebase {
  const own = new Set(operations.flatMap((step) => (step.kind === 'insert-after' ? (step.clause.id ?? []) : [])));
  const replaced = new Map<string, string>();
  const rebased = operations.map((step): RebasedOperation => {
    const result = rebaseStep(ground, step, { own, replaced });
    return result;
  });
  return { state: overall(rebased), operations: rebased };
}

/** The current text with a rebased amendment applied; steps in conflict are left out. */
export function applyRebase(current: readonly Clause[], rebase: Rebase): Clause[] {
  return applyOperations(current, rebase.operations.flatMap(({ operation }) => operation ?? []));
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
    : conflict(step, { kind: 'delete', base: before.text, from: 0, to: before.text.length, ours: now.text, theirs: '' });
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

function rebaseReplacement(
  step: Operation & { kind: 'replace' },
  before: Clause,
  now: Clause,
): RebasedOperation {
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
  const adapted: Operation = { kind: 'replace', clause: step.clause, text, ...(isLevelChanged ? { level: levels.wanted } : {}) };
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
  return rebasePlace(ground, step, step.after, progress);
}

function rebaseMove(
  ground: RebaseGround,
  step: Operation & { kind: 'move' },
  before: Clause,
  progress: Progress,
): RebasedOperation {
  const was = ground.neighbour.base.get(step.clause) ?? null;
  const is = ground.neighbour.current.get(step.clause) ?? null;
  const rebased = rebasePlace(ground, step, step.after, progress);
  const target = rebased.operation?.kind === 'move' ? rebased.operation.after : step.after;
  if (is === target && was !== target) return contained(step);
  if (was === is) return rebased;
  // Its neighbour may have been moved instead of the clause itself; only a clause that left its own place is disputed.
  if (was !== null && (ground.place.get(was) ?? 0) < ground.place.get(step.clause)! && is !== null) {
    const followed = ground.baseOrder.indexOf(is) < ground.baseOrder.indexOf(step.clause);
    if (followed) return rebased;
  }
  return conflict(step, { kind: 'move', base: before.text, from: 0, to: before.text.length, ours: is ?? '', theirs: target ?? '' });
}

/** Finds the place of a step again when the clause it follows has been deleted or has become another one. */
function rebasePlace(
  ground: RebaseGround,
  step: Operation & { kind: 'insert-after' | 'move' },
  after: string | null,
  progress: Progress,
): RebasedOperation {
  if (after === null || progress.own.has(after) || ground.current.has(after)) {
    const known = after === null ? undefined : progress.replaced.get(after);
    return known === undefined ? unchanged(step) : done('unchanged', step, { ...step, after: known });
  }
  if (!ground.base.has(after)) throw new TypeError(`The base has no clause "${after}".`);
  let place: string | null = ground.neighbour.base.get(after) ?? null;
  while (place !== null && !ground.current.has(place)) place = ground.neighbour.base.get(place) ?? null;
  return done('adapted', step, { ...step, after: place });
}
