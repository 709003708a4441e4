import { romanMark } from '../tree/letters.ts';
import { child, val, type XmlNode } from './xml.ts';

/** Levels a list has, and how long the pattern of a mark may be: what the word processor takes. */
const LEVELS = 9;
const MAX_PATTERN = 120;

/** `own` is the digit of the last placeholder in the pattern, 0 without one. */
type NumberingLevel = {
  start: number;
  format: string;
  text: string;
  own: number;
  restart: number | null;
  style: string | null;
  legal: boolean;
};
type AbstractNumbering = { id: string; levels: Map<number, NumberingLevel>; link: string | null };
type Instance = { abstractId: string; overrides: Map<number, { start: number | null; level: NumberingLevel | null }> };

/** `value` is null until the level has a paragraph since it was begun anew; `start` is what it then begins with. */
type Counter = { value: number | null; start: number };

/** Lists of a document: definitions and the running counters. */
export type Numbering = {
  abstracts: Map<string, AbstractNumbering>;
  instances: Map<string, Instance>;
  counters: Map<string, Counter[]>;
  started: Set<string>;
};

/** Reads numbering.xml; a document without that part has no lists. */
export function readNumbering(root: XmlNode | null): Numbering {
  const numbering: Numbering = { abstracts: new Map(), instances: new Map(), counters: new Map(), started: new Set() };
  for (const node of root?.children ?? []) {
    if (node.name === 'w:abstractNum') {
      const id = node.attributes['w:abstractNumId'] ?? '';
      const levels = new Map(
        node.children
          .filter((one) => one.name === 'w:lvl' && levelOf(one) < LEVELS)
          .map((one) => [levelOf(one), readLevel(one)] as const),
      );
      numbering.abstracts.set(id, { id, levels, link: val(child(node, 'w:numStyleLink')) });
    }
    if (node.name === 'w:num') numbering.instances.set(node.attributes['w:numId'] ?? '', readInstance(node));
  }
  return numbering;
}

function levelOf(node: XmlNode): number {
  return Number(node.attributes['w:ilvl'] ?? 0);
}

function readLevel(node: XmlNode): NumberingLevel {
  const text = (val(child(node, 'w:lvlText')) ?? '').slice(0, MAX_PATTERN);
  const restart = val(child(node, 'w:lvlRestart'));
  return {
    start: Number(val(child(node, 'w:start')) ?? 1),
    format: val(child(node, 'w:numFmt')) ?? 'decimal',
    text,
    own: Number(/^%(\d)/.exec(text.slice(Math.max(0, text.lastIndexOf('%'))))?.[1] ?? 0),
    restart: restart === null ? null : Number(restart),
    style: val(child(node, 'w:pStyle')),
    legal: child(node, 'w:isLgl') !== null,
  };
}

function readInstance(node: XmlNode): Instance {
  const overrides = new Map<number, { start: number | null; level: NumberingLevel | null }>();
  for (const one of node.children) {
    if (one.name !== 'w:lvlOverride' || levelOf(one) >= LEVELS) continue;
    const start = val(child(one, 'w:startOverride'));
    const level = child(one, 'w:lvl');
    overrides.set(levelOf(one), {
      start: start === null ? null : Number(start),
      level: level === null ? null : readLevel(level),
    });
  }
  return { abstractId: val(child(node, 'w:abstractNumId')) ?? '', overrides };
}

/** Follows a list style link ("numStyleLink") to the definition that holds the levels. */
function abstractOf(
  numbering: Numbering,
  numId: string,
  styleNumId: (style: string) => string | null,
): AbstractNumbering | null {
  let id = numId;
  for (let guard = 0; guard < 10; guard += 1) {
    const instance = numbering.instances.get(id);
    const abstract = instance === undefined ? undefined : numbering.abstracts.get(instance.abstractId);
    if (abstract === undefined) return null;
    if (abstract.link === null || abstract.levels.size > 0) return abstract;
    const next = styleNumId(abstract.link);
    if (next === null) return abstract;
    id = next;
  }
  return null;
}

/** Counts one paragraph of a list and gives its printed mark ("§ 3.", "2)", "c)", "•"), empty when it prints none. */
export function nextLabel(
  numbering: Numbering,
  numId: string,
  level: number,
  styleNumId: (style: string) => string | null,
): string {
  const abstract = abstractOf(numbering, numId, styleNumId);
  if (abstract === null || !(level >= 0 && level < LEVELS)) return '';
  const instance = numbering.instances.get(numId);
  const definition = instance?.overrides.get(level)?.level ?? abstract.levels.get(level);
  if (definition === undefined) return '';
  const counters = countersOf(numbering, abstract);
  applyOverride(numbering, { numId, level }, counters);
  counters.slice(0, level).forEach(begin);
  const own = counters[level]!;
  own.value = own.value === null ? own.start : own.value + 1;
  for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
    const restart = abstract.levels.get(deeper)?.restart ?? null;
    if (restart === 0 || (restart !== null && level >= restart)) continue;
    counters[deeper] = { value: null, start: abstract.levels.get(deeper)?.start ?? 1 };
  }
  return printLevel(abstract, definition, counters);
}

/** A level above one that has paragraphs counts as begun, though it has none of its own: its next paragraph is the second. */
function begin(counter: Counter): void {
  counter.value ??= counter.start;
}

function countersOf(numbering: Numbering, abstract: AbstractNumbering): Counter[] {
  const known = numbering.counters.get(abstract.id);
  if (known !== undefined) return known;
  const fresh = Array.from({ length: LEVELS }, (_, i): Counter => ({
    value: null,
    start: abstract.levels.get(i)?.start ?? 1,
  }));
  numbering.counters.set(abstract.id, fresh);
  return fresh;
}

/** A list instance with its own start for a level begins anew at its first paragraph of that level. */
function applyOverride(
  numbering: Numbering,
  { numId, level }: { numId: string; level: number },
  counters: Counter[],
): void {
  const key = `${numId}/${level}`;
  if (numbering.started.has(key)) return;
  numbering.started.add(key);
  const override = numbering.instances.get(numId)?.overrides.get(level);
  const start = override?.start ?? override?.level?.start ?? null;
  if (start !== null) counters[level] = { value: null, start };
}

function printLevel(abstract: AbstractNumbering, definition: NumberingLevel, counters: readonly Counter[]): string {
  if (definition.format === 'none') return definition.text.replace(/%\d/g, '').trim();
  if (definition.format === 'bullet') return bullet(definition.text);
  return definition.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = definition.legal ? 'decimal' : (abstract.levels.get(at)?.format ?? 'decimal');
    return formatNumber(
      counters[at]?.value ?? counters[at]?.start ?? 0,
      at === definition.own - 1 ? definition.format : format,
    );
  });
}

/** Symbol fonts keep their bullets in a private area: print plain ones. */
function bullet(text: string): string {
  const sign = text.charAt(0);
  if (sign === '') return '';
  if (/[-–—]/.test(sign) || sign === '\uf02d' || sign === '\uf0be') return '–';
  return /[\uf000-\uf0ff]/.test(sign) || sign === 'o' ? '•' : text;
}

/** A number in a list format of the file: decimal, lowerLetter … */
export function formatNumber(value: number, format: string): string {
  if (value < 0) return '0';
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return romanMark(value).toLowerCase();
    case 'upperRoman':
      return romanMark(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

/** The word processor goes on after z with aa, bb, cc. */
function letters(value: number): string {
  if (value < 1) return '';
  const turns = Math.min(40, Math.floor((value - 1) / 26) + 1);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(turns);
}
