/** What a key does in the work list. */
export type DeskKey = 'next' | 'previous' | 'choose' | 'open' | 'help';

const keys: Record<string, DeskKey> = { j: 'next', k: 'previous', x: 'choose', Enter: 'open', '?': 'help' };

/** Elements that take keys themselves. */
const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

type Pressed = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/** The meaning of a key, or null: with Ctrl, Alt or Meta it belongs to the browser, in a field to the field, Enter on a link to the link. */
export function deskKey(event: Pressed, target: { matches(selector: string): boolean } | null): DeskKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey || target?.matches(typing)) return null;
  const meaning = Object.hasOwn(keys, event.key) ? keys[event.key]! : null;
  return meaning === 'open' && target?.matches('a, button, summary, input') ? null : meaning;
}
