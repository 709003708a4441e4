import { bringsMark } from '#app/record/covered/grounds.ts';
import {
  attach,
  descend,
  detach,
  growTree,
  isWithin,
  newNode,
  nodeOf,
  placeAfter,
  unnumber,
  type ChangeTree,
  type Node,
} from './change-tree.ts';
import { unitsByClause, type DraftChange, type DraftUnit, type NextUnit } from './draft.ts';
import { lastAnswers } from '#app/drafting/acts/last-answers.ts';
import { canJoinLists, placeFor } from './nesting.ts';
import { keysInOrder } from './order-keys.ts';

/**
 * Why changes cannot be made: a clause is not in this version; its words are changed twice; one of them concerns a unit
 * that another one takes away; the unit may not stand there; it would stand in itself; the units are no neighbours of
 * one kind; a part has no words; or it has a mark of covered words that was not there: nobody knows what it would say.
 */
export type ChangeProblem = {
  code:
    | 'missing'
    | 'twice'
    | 'inside-deleted'
    | 'nesting'
    | 'own-subtree'
    | 'not-siblings'
    | 'empty-part'
    | 'covered-words';
  clauseId: string;
};

/** `key` is the clause id, or a name for a new unit. */
export type ChangedUnit = NextUnit & { key: string };

type Applied = {
  units: readonly ChangedUnit[];
  /** The same words and new units in the places and with the numbers of the version before: what references were written in. The very same list where everything stands where it stood. */
  asWritten: readonly WrittenUnit[];
};

export type WrittenUnit = Pick<DraftUnit, 'type' | 'label' | 'number' | 'heading' | 'text' | 'quoted' | 'depth'> & {
  key: string;
};

export type ApplyResult = { ok: true; value: Applied } | { ok: false; error: ChangeProblem };

/**
 * The text after `changes`, before renumbering. Words come first, then places, deletions last, so the order of changes
 * matters only for several insertions after one clause (they stand in the order given) and for moves that meet. `isReplay`: they were made
 * once, and a mark of covered words in them was checked then.
 */
export function tryChanges(
  units: readonly DraftUnit[],
  changes: readonly DraftChange[],
  { isReplay = false } = {},
): ApplyResult {
  if (areWordsAlone(changes)) {
    const list = listedAsIs(units);
    if (list) return reword({ units, list }, { changes, isReplay });
  }
  const tree = growTree(units);
  let asWritten: WrittenUnit[] = [];
  const problem = changeTree(tree, { changes, isReplay }, () => {
    asWritten = descend(tree.root).map(({ node, depth }) => writtenUnit(node, depth));
  });
  return problem ? { ok: false, error: problem } : { ok: true, value: { units: listed(tree), asWritten } };
}

/** Why these changes cannot be made together; null when they can. */
export function problemOf(units: readonly DraftUnit[], changes: readonly DraftChange[]): ChangeProblem | null {
  return changes.length === 0 ? null : problemWith(units, changes);
}

const problemWith = lastAnswers((units: readonly DraftUnit[], changes: readonly DraftChange[]) =>
  areWordsAlone(changes)
    ? problemOfWords(unitsByClause(units), { changes, isReplay: false })
    : changeTree(growTree(units), { changes, isReplay: false }, () => {}),
);

type Reworded = Extract<DraftChange, { op: 'replace' }>;

/** Most changes put other words where words stand: every unit stays in its place, and there is no tree to grow. */
function areWordsAlone(changes: readonly DraftChange[]): changes is readonly Reworded[] {
  return changes.every(({ op }) => op === 'replace');
}

function reword(
  { units, list }: { units: readonly DraftUnit[]; list: readonly ChangedUnit[] },
  { changes, isReplay }: { changes: readonly Reworded[]; isReplay: boolean },
): ApplyResult {
  const problem = problemOfWords(unitsByClause(units), { changes, isReplay });
  if (problem) return { ok: false, error: problem };
  const given = new Map(changes.map((change) => [change.clauseId, change]));
  const reworded = list.map((unit) => {
    const change = given.get(unit.key);
    if (!change) return unit;
    const { text, heading = unit.heading } = change;
    return text === unit.text && heading === unit.heading ? unit : { ...unit, text, heading, revisionId: null };
  });
  return { ok: true, value: { units: reworded, asWritten: reworded } };
}

const lists = new WeakMap<readonly DraftUnit[], readonly ChangedUnit[] | null>();

/** A version as the list that a change would give which changes nothing; null where its order is not that of its tree. */
function listedAsIs(units: readonly DraftUnit[]): readonly ChangedUnit[] | null {
  const known = lists.get(units);
  if (known !== undefined) return known;
  const list = listOf(units);
  lists.set(units, list);
  return list;
}

function listOf(units: readonly DraftUnit[]): readonly ChangedUnit[] | null {
  const list: ChangedUnit[] = [];
  const path: { clauseId: string; at: number }[] = [];
  for (const [at, unit] of units.entries()) {
    while (path.length > 0 && path.at(-1)!.clauseId !== unit.parentClauseId) path.pop();
    const { clauseId, code, revisionId, type, label, number, heading, text, quoted, orderKey } = unit;
    const isInOrder =
      path.length === unit.depth &&
      path.length > 0 === (unit.parentClauseId !== null) &&
      !(at > 0 && orderKey <= units[at - 1]!.orderKey);
    if (!isInOrder) return null;
    const parent = path.at(-1)?.at ?? null;
    list.push(
      Object.freeze({
        key: clauseId,
        type,
        label,
        number,
        heading,
        text,
        quoted,
        depth: path.length,
        clauseId,
        code,
        revisionId,
        parent,
        orderKey,
        splitFromId: null,
      }),
    );
    path.push({ clauseId, at });
  }
  return list;
}

/** `written` is called when the words are those of the new text and everything still stands where it stood. */
function changeTree(
  tree: ChangeTree,
  { changes, isReplay }: { changes: readonly DraftChange[]; isReplay: boolean },
  written: () => void,
): ChangeProblem | null {
  const problem = problemOfWords(tree.byKey, { changes, isReplay });
  if (problem) return problem;
  const touched = new Map<DraftChange, Node>();
  const failed = writeWords(tree, changes, touched);
  if (failed) return failed;
  written();
  const misplaced = place(tree, changes, touched);
  if (misplaced) return misplaced;
  for (const change of changes) if (change.op === 'delete') removed(tree, change.clauseId);
  for (const [change, node] of touched)
    if (!isWithin(node, tree.root)) return { code: 'inside-deleted', clauseId: change.clauseId };
  return null;
}

/** The same for changes that are known to be possible; throws otherwise. */
export function applyChanges(units: readonly DraftUnit[], changes: readonly DraftChange[]): readonly ChangedUnit[] {
  const result = tryChanges(units, changes);
  if (!result.ok) throw new Error(`clause ${result.error.clauseId}: ${result.error.code}`);
  return result.value.units;
}

type Worded = Pick<DraftUnit, 'text' | 'heading'>;

/** What can be wrong with changes wherever the units stand. */
function problemOfWords(
  byKey: ReadonlyMap<string, Worded>,
  { changes, isReplay }: { changes: readonly DraftChange[]; isReplay: boolean },
): ChangeProblem | null {
  return missing(byKey, changes) ?? changedTwice(changes) ?? (isReplay ? null : bringsCovered(byKey, changes));
}

function missing(byKey: ReadonlyMap<string, Worded>, changes: readonly DraftChange[]): ChangeProblem | null {
  for (const change of changes) {
    if (change.op === 'restore' && change.units.some(({ clauseId }) => byKey.has(clauseId)))
      return { code: 'twice', clauseId: change.clauseId };
    const named =
      change.op === 'restore'
        ? [change.parentId, change.afterId].filter((id) => id !== null)
        : 'targetId' in change
          ? [change.clauseId, change.targetId]
          : [change.clauseId];
    const clauseId = named.find((id) => !byKey.has(id));
    if (clauseId !== undefined) return { code: 'missing', clauseId };
  }
  return null;
}

/**
 * Words of a clause are given once, and a clause is moved once; one that is taken away is not reworded as well. A unit is split or
 * moved, not both: nothing says where its second part would go.
 */
function changedTwice(changes: readonly DraftChange[]): ChangeProblem | null {
  const worded = new Set<string>();
  const moved = new Set<string>();
  const split = new Set<string>();
  for (const change of changes) {
    if (change.op === 'insert-after' || change.op === 'restore') continue;
    const seen = change.op === 'move' ? moved : worded;
    for (const clauseId of change.op === 'merge' ? [change.clauseId, change.targetId] : [change.clauseId]) {
      if (seen.has(clauseId)) return { code: 'twice', clauseId };
      seen.add(clauseId);
      if (change.op === 'split') split.add(clauseId);
      if (split.has(clauseId) && moved.has(clauseId)) return { code: 'twice', clauseId };
    }
  }
  return null;
}

/** Every way for words into the text goes by here: a mark stays where it stands and comes in nowhere else. */
function bringsCovered(byKey: ReadonlyMap<string, Worded>, changes: readonly DraftChange[]): ChangeProblem | null {
  for (const change of changes) {
    // What comes back had its marks when it was taken out.
    if (change.op === 'delete' || change.op === 'move' || change.op === 'restore') continue;
    const stood =
      change.op === 'insert-after'
        ? []
        : change.op === 'merge'
          ? [change.clauseId, change.targetId]
          : [change.clauseId];
    const typed = [change.text, 'rest' in change ? change.rest : '', 'heading' in change ? change.heading : ''];
    if (
      bringsMark(
        typed,
        stood.map((id) => byKey.get(id)!).flatMap(({ text, heading }) => [text, heading]),
      )
    )
      return { code: 'covered-words', clauseId: change.clauseId };
  }
  return null;
}

function writeWords(
  { byKey }: ChangeTree,
  changes: readonly DraftChange[],
  touched: Map<DraftChange, Node>,
): ChangeProblem | null {
  const last = new Map<string, Node>();
  for (const [at, change] of changes.entries()) {
    if (change.op === 'restore') continue;
    const node = byKey.get(change.clauseId)!;
    if (change.op === 'replace' || change.op === 'merge') {
      touched.set(change, node);
      node.text = change.text;
      if (change.op === 'replace' && change.heading !== undefined) node.heading = change.heading;
    } else if (change.op === 'insert-after') {
      const added = newNode(`new-${at}`, node, { type: change.type, heading: change.heading ?? '', text: change.text });
      placeAfter(added, last.get(node.key) ?? node);
      last.set(node.key, added);
      touched.set(change, added);
    } else if (change.op === 'split') {
      if (change.text.trim() === '' || change.rest.trim() === '')
        return { code: 'empty-part', clauseId: change.clauseId };
      node.text = change.text;
      const second = newNode(`new-${at}`, node, { type: node.type, heading: '', text: change.rest });
      second.splitFromId = node.key;
      placeAfter(second, node);
      touched.set(change, node);
    }
  }
  return null;
}

function place(
  { root, byKey }: ChangeTree,
  changes: readonly DraftChange[],
  touched: Map<DraftChange, Node>,
): ChangeProblem | null {
  for (const change of changes) {
    if (change.op === 'restore') {
      if (!bringBack({ root, byKey }, change)) return { code: 'missing', clauseId: change.clauseId };
      continue;
    }
    const node = byKey.get(change.clauseId)!;
    if (change.op === 'split') {
      const second = node.parent!.children.find(({ splitFromId }) => splitFromId === node.key)!;
      handOver(node, second);
    } else if (change.op === 'move') {
      const target = byKey.get(change.targetId)!;
      if (!node.parent || !target.parent) return { code: 'inside-deleted', clauseId: change.clauseId };
      if (isWithin(target, node)) return { code: 'own-subtree', clauseId: change.clauseId };
      const where = placeFor(node, target);
      if (!where) return { code: 'nesting', clauseId: change.clauseId };
      move(node, target, where);
      touched.set(change, node);
    } else if (change.op === 'merge') {
      const taken = byKey.get(change.targetId)!;
      if (
        node.parent !== taken.parent ||
        node.type !== taken.type ||
        node.quoted !== taken.quoted ||
        node === taken ||
        !canJoinLists(node, taken)
      ) {
        return { code: 'not-siblings', clauseId: change.targetId };
      }
      takeIn(node, taken);
    }
  }
  return null;
}

/** False where the unit it stood behind stands elsewhere by now. */
function bringBack(
  { root, byKey }: ChangeTree,
  { parentId, afterId, units }: Extract<DraftChange, { op: 'restore' }>,
): boolean {
  const parent = parentId === null ? root : byKey.get(parentId)!;
  const anchor = afterId === null ? null : byKey.get(afterId)!;
  if (anchor && anchor.parent !== parent) return false;
  for (const [at, unit] of units.entries()) {
    const node = nodeOf(unit);
    byKey.set(node.key, node);
    if (at > 0) {
      const above = byKey.get(unit.parentClauseId ?? '');
      if (!above) return false;
      attach(node, above, above.children.length);
    } else if (anchor) placeAfter(node, anchor);
    else attach(node, parent, 0);
  }
  return true;
}

/** Everything below one unit goes below another, behind what is there. */
function handOver(from: Node, to: Node): void {
  for (const child of from.children.splice(0)) attach(child, to, to.children.length);
}

/** A unit that is there already keeps its number. */
function move(node: Node, target: Node, where: 'after' | 'first-in'): void {
  const firstOwn = (): number =>
    Math.max(
      0,
      target.children.findIndex((child) => child !== node && child.quoted === target.quoted),
    );
  const [parent, at] =
    where === 'after' ? [target.parent!, target.parent!.children.indexOf(target) + 1] : [target, firstOwn()];
  if (parent.children[at] === node) return;
  detach(node);
  if (where === 'after') placeAfter(node, target);
  else attach(node, target, firstOwn());
  unnumber(node);
}

/** Nothing of the unit taken in is lost: its words are in those given, its heading and what is below it follow. */
function takeIn(node: Node, taken: Node): void {
  const hadList = node.children.some(({ quoted }) => !quoted);
  if (hadList) taken.children.forEach(unnumber);
  handOver(taken, node);
  node.heading = [node.heading, taken.heading].filter(Boolean).join('; ');
  detach(taken);
}

function removed({ byKey }: ChangeTree, clauseId: string): void {
  const node = byKey.get(clauseId)!;
  // Something above it may be gone already.
  if (node.parent) detach(node);
}

function writtenUnit({ key, type, label, number, heading, text, quoted }: Node, depth: number): WrittenUnit {
  return { key, type, label, number, heading, text, quoted, depth };
}

/** The tree as the list of a version, with keys that sort in its order. */
function listed({ root }: ChangeTree): ChangedUnit[] {
  const rows = descend(root);
  const positions = new Map(rows.map(({ node }, at) => [node, at]));
  const keys = keysInOrder(rows.map(({ node }) => node.unit?.orderKey ?? ''));
  return rows.map(({ node, depth }, at) => {
    const { key, unit, type, label, number, heading, text, quoted, parent, splitFromId } = node;
    const isSame = unit !== null && unit.text === text && unit.heading === heading;
    return {
      key,
      type,
      label,
      number,
      heading,
      text,
      quoted,
      depth,
      clauseId: unit?.clauseId ?? null,
      code: unit?.code ?? null,
      revisionId: isSame ? unit.revisionId : null,
      parent: parent === root ? null : positions.get(parent!)!,
      orderKey: keys[at]!,
      splitFromId,
    };
  });
}
