/** What a key does in the work list. */
export type DeskKey = 'next' | 'previous' | 'choose' | 'open' | 'help';
/** What a key does beside the form of a ruling. */
export type RulingKey = 'next' | 'previous' | 'accepted' | 'not-accepted' | 'accepted-in-part' | 'save' | 'help';

export const deskKeys = {
  j: 'next',
  k: 'previous',
  x: 'choose',
  Enter: 'open',
  '?': 'help',
} as const satisfies Record<string, DeskKey>;

export const rulingKeys = {
  j: 'next',
  k: 'previous',
  a: 'accepted',
  r: 'not-accepted',
  p: 'accepted-in-part',
  s: 'save',
  '?': 'help',
} as const satisfies Record<string, RulingKey>;

/** Elements that take letters themselves. */
const typing =
  'input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"]), textarea, select, [contenteditable="true"]';

type Pressed = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };
type Target = { matches(selector: string): boolean } | null;

/** The meaning of a key, or null: with Ctrl, Alt or Meta it belongs to the browser, in a field to the field, Enter on a link to the link. */
export function deskKey<Meaning extends DeskKey | RulingKey>(
  event: Pressed,
  target: Target,
  keys: Readonly<Record<string, Meaning>>,
): Meaning | null {
  if (event.ctrlKey || event.altKey || event.metaKey || target?.matches(typing)) return null;
  const meaning = Object.hasOwn(keys, event.key) ? keys[event.key]! : null;
  return meaning === 'open' && target?.matches('a, button, summary, input') ? null : meaning;
}

/** Ctrl and Enter in a field of the form send it: no letter is taken from anybody. */
export function isSending(event: Pressed, target: Target): boolean {
  return (
    event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && (target?.matches('textarea') ?? false)
  );
}
