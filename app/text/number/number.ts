import { lastKept } from '../tree/ends.ts';
import { assignCitations } from '../tree/cite.ts';
import {
  compareNumbers,
  follows,
  fromRoman,
  letterMark,
  letterPosition,
  readNumber,
  romanMark,
} from '../tree/letters.ts';
import { isHeading, setNumber } from '../tree/labels.ts';
import { basicTypeOf, copyAct, indexUnits } from '../tree/tree.ts';
import type { Act, Unit, UnitType } from '../tree/types.ts';

export type NumberMode = 'draft' | 'adopted';

/** One printed mark that changed; `before` and `after` are what was and is printed. */
export type LabelChange = {
  id: string;
  type: UnitType;
  before: { label: string; number: string; citation: string };
  after: { label: string; number: string; citation: string };
};

const NUMBERED: ReadonlySet<UnitType> = new Set([
  'division',
  'chapter',
  'subchapter',
  'article',
  'paragraph',
  'subsection',
  'point',
  'letter',
  'annex',
]);

/**
 * Numbers an act anew and returns a copy with the changes made; the act given stays as it is.
 *
 * `draft`: § (art.) run through the act and start again in each annex, ust. and pkt start in each holder, letters
 * follow § 57 ust. 4–5 ZTP. `adopted`: printed numbers stay (§ 89 ZTP); only units without a number get one between
 * their neighbours (5a, 5aa, za), at the end of a list the next plain one. Numbering twice changes nothing more.
 */
export function number(act: Act, options: { mode: NumberMode }): { act: Act; changes: LabelChange[] } {
  const copy = copyAct(act);
  assignCitations(copy);
  const before = new Map(
    [...indexUnits(copy)].map(([id, unit]) => [
      id,
      { label: unit.label, number: unit.number, citation: unit.citation },
    ]),
  );
  numberInPlace(copy, options);
  assignCitations(copy);
  const changes: LabelChange[] = [];
  for (const [id, unit] of indexUnits(copy)) {
    const old = before.get(id);
    const now = { label: unit.label, number: unit.number, citation: unit.citation };
    if (old !== undefined && (old.label !== now.label || old.number !== now.number))
      changes.push({ id, type: unit.type, before: old, after: now });
  }
  return { act: copy, changes };
}

/** The same for a tree that nobody else has: marks are written into it, citations are left as they were. */
export function numberInPlace(act: Pick<Act, 'units' | 'annexes'>, { mode }: { mode: NumberMode }): void {
  numberList(act.units, mode);
  numberAnnexes(act.annexes, mode);
  for (const annex of act.annexes) numberList(annex.children, mode);
}

function numberAnnexes(annexes: Unit[], mode: NumberMode): void {
  const numbered = annexes.filter((annex) => annex.number !== '');
  if (numbered.length === 0 || mode === 'adopted') return;
  const isRoman = numbered.every((annex) => fromRoman(annex.number) !== null);
  annexes.forEach((annex, i) => {
    if (annex.number !== '') setNumber(annex, isRoman ? romanMark(i + 1) : String(i + 1));
  });
}

/** Numbers one container: the act's own units, or those of an annex. */
function numberList(units: Unit[], mode: NumberMode): void {
  const basicType = basicTypeOf(units);
  const basics: Unit[] = [];
  collectBasics(units, basicType, basics);
  const printed = basics.map((unit) => unit.number);
  assign(basics, mode);
  basics.forEach((unit, i) => moveDecimals(unit, printed[i]!));
  numberSiblings(units, mode, basicType);
}

/** "2.1." below a unit that was 2 and is 3 now begins with 3. */
function moveDecimals(unit: Unit, before: string): void {
  if (before === '' || before === unit.number) return;
  for (const child of unit.children) {
    if (!child.number.startsWith(`${before}.`)) continue;
    const printed = child.number;
    setNumber(child, unit.number + printed.slice(before.length));
    moveDecimals(child, printed);
  }
}

function collectBasics(units: readonly Unit[], type: UnitType, into: Unit[]): void {
  for (const unit of units) {
    if (unit.type === type) into.push(unit);
    else if (unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter')
      collectBasics(unit.children, type, into);
  }
}

function numberSiblings(
  units: readonly Unit[],
  mode: NumberMode,
  basicType: UnitType,
  holder: Unit | null = null,
): void {
  const lists = new Map<string, Unit[][]>();
  units.forEach((unit, i) => {
    if (unit.type !== basicType && NUMBERED.has(unit.type)) addToList(lists, unit, units[i - 1]);
  });
  for (const runs of lists.values())
    for (const run of runs) {
      const printed = run.map((unit) => unit.number);
      assign(run, mode, unprintedBefore(units, run[0]!, holder));
      run.forEach((unit, i) => moveDecimals(unit, printed[i]!));
    }
  for (const unit of units) numberSiblings(unit.children, mode, basicType, unit);
}

/** "CZĘŚĆ I" and "Tytuł I" are both a division, and each word has numbers of its own. */
function kindOf({ type, label }: Unit): string {
  return type === 'division' ? `${type} ${/^\p{L}*/u.exec(label)?.[0].toLowerCase() ?? ''}` : type;
}

/** Lists of one type under one unit. A kept text or a common part between two items that start again at 1 parts them. */
function addToList(lists: Map<string, Unit[][]>, unit: Unit, previous: Unit | undefined): void {
  const kind = kindOf(unit);
  const runs = lists.get(kind) ?? [];
  lists.set(kind, runs);
  const starts = unit.number === '1' || unit.number === 'a' || (isHeading(unit.type) && unit.number === 'I');
  const isBelow = isHeading(unit.type) && previous?.type === unit.type && kindOf(previous) !== kind;
  const restarts =
    starts && (isBelow || previous?.type === 'closing' || (previous?.type === 'text' && previous.label === ''));
  if (runs.length === 0 || restarts) runs.push([]);
  runs[runs.length - 1]!.push(unit);
}

/** "1.1.", "1.2.", "2.", or "§ 1. Rada działa.", "2. Sesje są jawne.": the "1." that was not printed counts. */
function unprintedBefore(units: readonly Unit[], first: Unit, holder: Unit | null): number {
  const isSecond = first.type === 'subsection' && first.number === '2';
  if (isSecond && holder?.type === 'paragraph' && holder.text !== '' && !holder.text.endsWith(':')) return 1;
  const head = /^(\d+)\.\d/.exec(units[units.indexOf(first) - 1]?.number ?? '')?.[1];
  return head !== undefined && follows(head, first.number) ? Number(head) : 0;
}

function assign(list: readonly Unit[], mode: NumberMode, from = 0): void {
  if (mode === 'draft') assignDraft(list, from);
  else assignAdopted(list);
}

function assignDraft(list: readonly Unit[], from: number): void {
  let position = from;
  const isRoman =
    list.some((unit) => isHeading(unit.type) && fromRoman(unit.number) !== null) ||
    list.every(({ type, number: printed }) => type === 'division' && printed === '');
  for (const unit of list) {
    position += 1;
    setNumber(unit, draftNumber(unit, position, isRoman));
    position += rangeWidth(unit.number);
  }
}

/** The number at a position in the style the list is printed in (Roman headings stay Roman, ranges keep their width). */
function draftNumber(unit: Unit, position: number, isRoman: boolean): string {
  const width = rangeWidth(unit.number);
  if (unit.type === 'letter')
    return width === 0 ? letterMark(position) : `${letterMark(position)}–${letterMark(position + width)}`;
  if (/^\d+(?:\.\d+)+$/.test(unit.number))
    return unit.number.slice(0, unit.number.lastIndexOf('.') + 1) + String(position);
  if (unit.number.includes('–')) return width === 0 ? String(position) : `${position}–${position + width}`;
  return isRoman ? romanMark(position) : String(position);
}

/** How many numbers a range holds behind its first: 2 for "2–4" and "b–d". */
function rangeWidth(number: string): number {
  if (!number.includes('–')) return 0;
  const [first, last] = number.split('–').map((end) => readNumber(end)?.value ?? letterPosition(end) ?? 0);
  return first === undefined || last === undefined ? 0 : Math.max(0, last - first);
}

function assignAdopted(list: readonly Unit[]): void {
  const following: (string | null)[] = [];
  list.reduceRight<string | null>((next, unit, i) => {
    following[i] = next;
    return unit.number === '' ? next : unit.number;
  }, null);
  list.forEach((unit, i) => {
    if (unit.number !== '') return;
    const previous = list[i - 1]?.number ?? null;
    setNumber(unit, insertedNumber(previous, following[i] ?? null, unit.type));
  });
}

/**
 * Number of a unit inserted into an adopted act between two others (§ 89 ZTP): 5 | 6 gives 5a, 5a | 6 gives 5b,
 * 5a | 5b gives 5aa, nothing after 5 gives 6. `previous` or `next` is null at an end of the list.
 */
export function insertedNumber(previous: string | null, next: string | null, type: UnitType): string {
  const letters = type === 'letter';
  if (previous === null) return next === null ? (letters ? 'a' : '1') : `0a`;
  if (next === null) return plainNext(previous, letters);
  const candidate = suffixNext(previous, letters);
  return compareInserted(candidate, next, letters) < 0 ? candidate : `${previous}a`;
}

function plainNext(previous: string, letters: boolean): string {
  if (letters) {
    const position = letterPosition(previous) ?? letterPosition(previous.charAt(0));
    return position === null ? `${previous}a` : letterMark(position + 1);
  }
  const value = readNumber(previous.split('–').pop() ?? previous);
  const roman = fromRoman(previous);
  if (roman !== null) return romanMark(roman + 1);
  return value === null ? `${previous}a` : String(value.value + 1);
}

/** 5 → 5a, 5a → 5b, 5z → 5za; letters: b → ba, ba → bb. */
function suffixNext(previous: string, letters: boolean): string {
  const base = letters ? previous.charAt(0) : (/^\d+/.exec(previous)?.[0] ?? previous);
  const suffix = previous.slice(base.length);
  if (suffix === '') return `${base}a`;
  if (!/[a-z]$/.test(suffix)) return `${previous}a`;
  const from = lastKept(suffix, (letter) => letter === 'z', suffix.length - 1);
  const position = letterPosition(suffix.slice(from));
  return position === null ? `${previous}a` : base + suffix.slice(0, from) + letterMark(position + 1);
}

function compareInserted(candidate: string, next: string, letters: boolean): number {
  if (!letters) return compareNumbers(candidate, next);
  return candidate === next ? 0 : candidate < next ? -1 : 1;
}

const REPEALED: Partial<Record<UnitType, string>> = {
  letter: '(uchylona)',
  closing: '(uchylona)',
  indent: '(uchylone)',
  subindent: '(uchylone)',
};

/** What stands in place of a repealed unit; the gender follows the noun: § (uchylony), lit. (uchylona), tiret (uchylone). */
export function repealedText(type: UnitType): string {
  return REPEALED[type] ?? '(uchylony)';
}

/** Repeals a unit of an adopted act: its number stays, its words and lower units go. Returns a copy; unknown ids change nothing. */
export function repeal(act: Act, id: string): Act {
  const copy = copyAct(act);
  const unit = indexUnits(copy).get(id);
  if (unit !== undefined) {
    unit.text = repealedText(unit.type);
    unit.heading = '';
    unit.children = [];
    delete unit.quoted;
  }
  assignCitations(copy);
  return copy;
}
