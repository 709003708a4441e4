import { standardLabel } from '#app/text/tree/labels.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { DraftUnit } from './draft.ts';

/** A unit while a change is being made: where it stands is the tree, `unit` is what it was before, null for a new one. */
export type Node = {
  /** Clause id, or a name for a new unit until the database gives it one. */
  key: string;
  unit: DraftUnit | null;
  splitFromId: string | null;
  type: UnitType;
  label: string;
  number: string;
  heading: string;
  text: string;
  quoted: boolean;
  parent: Node | null;
  children: Node[];
};

export type ChangeTree = { root: Node; byKey: Map<string, Node> };

/** Units of a version as a tree that can be changed. */
export function growTree(units: readonly DraftUnit[]): ChangeTree {
  const root: Node = {
    key: '',
    unit: null,
    splitFromId: null,
    type: 'text',
    label: '',
    number: '',
    heading: '',
    text: '',
    quoted: false,
    parent: null,
    children: [],
  };
  const byKey = new Map<string, Node>();
  for (const unit of units) {
    const parent = (unit.parentClauseId && byKey.get(unit.parentClauseId)) || root;
    const node = nodeOf(unit);
    node.parent = parent;
    parent.children.push(node);
    byKey.set(node.key, node);
  }
  return { root, byKey };
}

/** A unit that stands nowhere yet. */
export function nodeOf(unit: DraftUnit): Node {
  const { type, label, number, heading, text, quoted } = unit;
  return {
    key: unit.clauseId,
    unit,
    splitFromId: null,
    type,
    label,
    number,
    heading,
    text,
    quoted,
    parent: null,
    children: [],
  };
}

export type Placed = { node: Node; depth: number };

/** All units below a node in the order of the document, with their depth. */
export function descend(node: Node, depth = 0, into: Placed[] = []): Placed[] {
  for (const child of node.children) {
    into.push({ node: child, depth });
    if (child.children.length > 0) descend(child, depth + 1, into);
  }
  return into;
}

export function detach(node: Node): void {
  const siblings = node.parent!.children;
  siblings.splice(siblings.indexOf(node), 1);
  node.parent = null;
}

export function attach(node: Node, parent: Node, at: number): void {
  parent.children.splice(at, 0, node);
  node.parent = parent;
}

export function placeAfter(node: Node, anchor: Node): void {
  const parent = anchor.parent!;
  attach(node, parent, parent.children.indexOf(anchor) + 1);
}

/** True when a node is this one or stands under it. */
export function isWithin(node: Node, above: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at === above) return true;
  return false;
}

/** Units marked with a dash: numbering gives them nothing, so they take the dash of their neighbour. */
const dashes: ReadonlySet<UnitType> = new Set(['indent', 'subindent', 'closing']);

/** A unit that is new in this version, beside `anchor`. */
export function newNode(key: string, anchor: Node, words: { type: UnitType; heading: string; text: string }): Node {
  const { type } = words;
  const dash = dashes.has(type) ? (anchor.type === type ? anchor.label : standardLabel(type, '')) : '';
  return {
    key,
    unit: null,
    splitFromId: null,
    label: dash,
    number: '',
    quoted: anchor.quoted,
    parent: null,
    children: [],
    ...words,
  };
}

/** Takes the printed number away, so that numbering gives a new one even where printed numbers are kept. */
export function unnumber(node: Node): void {
  if (dashes.has(node.type) || node.number === '') return;
  node.label = '';
  node.number = '';
}
