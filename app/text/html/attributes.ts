import { decodeEntities } from './entities.ts';

/** What stands in a mark behind its name, by the small letters of the attribute's name. */
export type Attributes = ReadonlyMap<string, string>;

const ATTRIBUTE = /([^\s"'<>/=]{1,100})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]{1,2000})))?/g;

/** Attributes of a mark, each value once read: what looks like an attribute inside another one's value is none. The first of a name counts. */
export function attributesOf(text: string): Attributes {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}

/** A declaration of the style of an element: the value of one property, empty where it says nothing. */
export function styleOf(looks: string, property: string): string {
  for (const part of looks.split(';')) {
    const at = part.indexOf(':');
    if (at > 0 && part.slice(0, at).trim().toLowerCase() === property) return part.slice(at + 1).trim();
  }
  return '';
}
