import { isBasicType, isHeadingType, type UnitView } from './act-view.ts';
import { isCited, readSought } from './sought.ts';

/** Characters of words in an act that is one page, and in a part of a longer one: some thirty kilobytes to be sent. */
const bounds = { whole: 80_000, part: 40_000 } as const;

/** A part of a long act: a chapter, several short ones, or some § of a long one. */
export type ActPart = { name: string; units: UnitView[] };

/**
 * An act in parts to be read one by one: one part where it is no longer than a page may be. Chapters stay whole as far as they fit;
 * one that does not stands in several parts, under its heading in each. Every unit is in exactly one part.
 */
export function partsOf(
  units: readonly UnitView[],
  { whole, part }: { whole: number; part: number } = bounds,
): ActPart[] {
  const groups = lengthOf(units) <= whole ? [[...units]] : grouped(units, part);
  return groups.map((group) => ({ name: nameOf(group), units: group }));
}

function grouped(units: readonly UnitView[], most: number): UnitView[][] {
  const groups: { units: UnitView[]; length: number }[] = [];
  for (const unit of units) {
    const length = lengthOf([unit]);
    const last = groups.at(-1);
    if (length > most && isHeadingType(unit.type))
      groups.push(...piecesOf(unit, most).map((piece) => ({ units: [piece], length: most })));
    else if (last && last.length + length <= most) {
      last.units.push(unit);
      last.length += length;
    } else groups.push({ units: [unit], length });
  }
  return groups.map((group) => group.units);
}

/** A chapter in several pieces; words of its own stand in the first. */
function piecesOf(unit: UnitView, most: number): UnitView[] {
  return grouped(unit.children, most).map((children, at) => ({
    ...unit,
    children,
    ...(at > 0 ? { text: [], quoted: [] } : {}),
  }));
}

function lengthOf(units: readonly UnitView[]): number {
  return units.reduce(
    (sum, { label, heading, text, quoted, children }) =>
      sum +
      label.length +
      heading.length +
      text.reduce((all, each) => all + each.length, 0) +
      lengthOf(quoted) +
      lengthOf(children),
    0,
  );
}

/** The part that a unit stands in, from 1; null for a unit that the act does not have. A chapter in pieces begins with its first. */
export function partWith(parts: readonly ActPart[], code: number): number | null {
  const at = parts.findIndex(({ units }) => units.some((unit) => holds(unit, code)));
  return at < 0 ? null : at + 1;
}

function holds(unit: UnitView, code: number): boolean {
  return (
    unit.code === code ||
    unit.children.some((child) => holds(child, code)) ||
    unit.quoted.some((child) => holds(child, code))
  );
}

/** „Rozdział 3 Zasady”, „Rozdział 4–Rozdział 6”, with the § in it; for people who choose where to read. */
function nameOf(units: readonly UnitView[]): string {
  const headings = units.filter(({ type }) => isHeadingType(type));
  const basics = units.flatMap(basicsOf).map(({ label }) => label.replace(/\.$/, ''));
  const [first, last] = [headings[0], headings.at(-1)];
  const headed =
    first === undefined
      ? ''
      : first === last
        ? [first.label, first.heading].filter(Boolean).join(' ')
        : `${first.label} – ${last!.label}`;
  const range = basics.length === 0 ? '' : basics.length === 1 ? basics[0]! : `${basics[0]!} – ${basics.at(-1)!}`;
  return headed && range ? `${headed} (${range})` : headed || range;
}

function basicsOf(unit: UnitView): UnitView[] {
  return isBasicType(unit.type) ? [unit] : unit.children.flatMap(basicsOf);
}

export type FoundUnit = { code: number; citation: string; words: string };

/** Units that have what is sought, by words or as the unit that is cited, the first so many; `more` are left out. */
export function unitsWith(units: readonly UnitView[], sought: string, most = 50): { found: FoundUnit[]; more: number } {
  const { citation, patterns } = readSought(sought);
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'u'));
  if (wanted.length === 0) return { found: [], more: 0 };
  const all = withWords(units, wanted, citation);
  return { found: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function withWords(
  units: readonly UnitView[],
  wanted: readonly RegExp[],
  cited: readonly string[] | null,
): FoundUnit[] {
  return units.flatMap((unit) => {
    const words = [unit.heading, ...unit.text].filter(Boolean).join(' ');
    const hits = wanted.map((pattern) => pattern.exec(words));
    const isNamed = cited !== null && isCited(unit.citation, cited) && hits.slice(1).every(Boolean);
    const first = hits.find(Boolean);
    const [at, length] = first
      ? [first.index + (first[1]?.length ?? 0), first[0].length - (first[1]?.length ?? 0)]
      : [0, 0];
    const own =
      isNamed || hits.every(Boolean)
        ? [{ code: unit.code, citation: unit.citation, words: around(words, at, length) }]
        : [];
    return [...own, ...withWords(unit.quoted, wanted, cited), ...withWords(unit.children, wanted, cited)];
  });
}

function around(words: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - 60), Math.min(words.length, at + length + 60)];
  return `${from > 0 ? '…' : ''}${words.slice(from, to)}${to < words.length ? '…' : ''}`;
}
