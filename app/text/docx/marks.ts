import { oneMoment } from './moment.ts';
import type { XmlNode } from './xml.ts';

/** Who made a tracked change and when, as the file says; both may be empty. */
export type Mark = { author: string; date: string };

/** What tracked changes do to words: inserted and removed ones stand neither in the old nor in the new text. */
export type State = { insert: Mark | null; remove: Mark | null; moved: boolean };

export const UNCHANGED: State = { insert: null, remove: null, moved: false };

/** What a change does to what is within it. */
const CHANGES: Readonly<Record<string, 'insert' | 'remove'>> = {
  'w:ins': 'insert',
  'w:moveTo': 'insert',
  'w:del': 'remove',
  'w:moveFrom': 'remove',
};

export function markOf(node: XmlNode): Mark {
  return { author: node.attributes['w:author'] ?? '', date: oneMoment(node.attributes['w:date'] ?? '') };
}

/** The state of what is within an element that tracks a change; null for any other element. */
export function stateWithin(node: XmlNode, state: State): State | null {
  const change = CHANGES[node.name];
  return change === undefined ? null : { ...state, [change]: markOf(node), moved: node.name.startsWith('w:move') };
}

export function sameMark(one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && one.author === other.author && one.date === other.date);
}

export function sameState(one: State, other: State): boolean {
  return one.moved === other.moved && sameMark(one.insert, other.insert) && sameMark(one.remove, other.remove);
}
