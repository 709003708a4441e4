import { matchClauses } from '../diff/match-clauses.ts';
import { insertedNumber, repealedText } from '../number/number.ts';
import { rewriteReferences } from '../number/rewrite.ts';
import { isHeading, setNumber, standardLabel } from '../tree/labels.ts';
import { compareNumbers } from '../tree/letters.ts';
import { descend, indexUnits } from '../tree/tree.ts';
import type { Act, Bilingual, Unit, UnitType } from '../tree/types.ts';
import { sameNumber } from './lookup.ts';

/** What became of a unit of the act in force. `edited` is null where it was taken out, `base` where it is new. */
export type Pair = {
  base: Unit | null;
  edited: Unit | null;
  lawful: Unit;
  children: Pair[];
  /** The lower units are of another kind now: none of the old ones has a place of its own any more. */
  isReshaped: boolean;
};

/** The edited text in lawful form: numbers as § 89 ZTP gives them, repealed units in their places. */
export type Lawful = {
  act: Act;
  pairs: Pair[];
  annexes: Pair[];
  problems: Array<{ code: string; message: Bilingual }>;
};

const REPEALED = /^\((?:uchylon|skreślon)[yae]\)[.;,]?$/u;
const UNNUMBERED: ReadonlySet<UnitType> = new Set(['indent', 'subindent', 'closing', 'text']);

/** Pairs the units of two texts of one act and gives the edited one lawful numbers. */
export function pairActs(base: Act, edited: Act): Lawful {
  const problems: Lawful['problems'] = [];
  const pairs = pairLists(base.units, edited.units);
  const annexes = pairLists(base.annexes, edited.annexes);
  const numbers = new Map<string, string>();
  numberBasics(pairs, base.kind, numbers, problems);
  for (const annex of annexes) numberBasics(annex.children, base.kind, numbers, problems);
  for (const list of [pairs, annexes]) numberAll(list, base.kind, numbers, problems);
  const texts = lawfulTexts(edited, numbers);
  const act: Act = { ...structuredClone(edited), units: [], annexes: [], before: edited.before };
  act.units = build(pairs, texts, numbers);
  act.annexes = build(annexes, texts, numbers);
  return { act, pairs, annexes, problems };
}

function wordsOf(unit: Unit): string {
  const words: string[] = [];
  for (const one of descend(unit)) words.push(one.heading, one.text);
  return words.filter((part) => part !== '').join(' ');
}

/** Pairs siblings in order: what reads alike, then what stands in the same place with the same number. */
function pairLists(base: readonly Unit[], edited: readonly Unit[]): Pair[] {
  const matches = matchInOrder(base, edited);
  fillGaps(base, edited, matches);
  const pairs: Pair[] = [];
  let next = 0;
  base.forEach((unit, i) => {
    const at = matches[i]!;
    if (at < 0) {
      pairs.push(one(unit, null));
      return;
    }
    for (; next < at; next += 1) pairs.push(one(null, edited[next]!));
    pairs.push(one(unit, edited[at]!));
    next = at + 1;
  });
  for (; next < edited.length; next += 1) pairs.push(one(null, edited[next]!));
  return newBehindOld(pairs);
}

function one(base: Unit | null, edited: Unit | null): Pair {
  const isReshaped = base !== null && edited !== null && hasOtherShape(base, edited);
  const children = base === null || edited === null ? [] : pairLists(isReshaped ? [] : base.children, edited.children);
  return { base, edited, lawful: (edited ?? base)!, children, isReshaped };
}

/** "§ 5. Zwalnia się: 1) …; 2) …" that became "§ 5. 1. … 2. …", or one sentence: points have no place in it. */
function hasOtherShape(base: Unit, edited: Unit): boolean {
  if (isHeading(base.type) || base.type === 'annex') return false;
  const kinds = (unit: Unit): Set<UnitType> =>
    new Set(unit.children.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'closing'));
  const before = kinds(base);
  const after = kinds(edited);
  if (before.size === 0 || [...after].some((type) => before.has(type))) return false;
  if (after.size > 0) return true;
  return base.text === '' ? edited.text !== '' : base.text.endsWith(':') && !edited.text.endsWith(':');
}

/** Where units were taken out and others put in, the new ones follow the places of the old ones. */
function newBehindOld(pairs: readonly Pair[]): Pair[] {
  const out: Pair[] = [];
  let fresh: Pair[] = [];
  for (const pair of pairs) {
    if (pair.base === null) fresh.push(pair);
    else if (pair.edited === null) out.push(pair);
    else {
      out.push(...fresh, pair);
      fresh = [];
    }
  }
  return [...out, ...fresh];
}

function matchInOrder(base: readonly Unit[], edited: readonly Unit[]): Int32Array {
  // The mark at the end hangs on the place in the list.
  const clause = (unit: Unit) => ({ text: wordsOf(unit).replace(/[.;,]$/u, '') });
  const matches = matchClauses(base.map(clause), edited.map(clause));
  for (let i = 0; i < matches.length; i += 1) {
    const other = edited[matches[i]!];
    if (other !== undefined && (other.type !== base[i]!.type || wordsOf(base[i]!) === '')) matches[i] = -1;
  }
  keepRising(matches);
  return matches;
}

/** Keeps the longest run of pairs in order: a unit that changed its place is taken out there and put in here. */
function keepRising(matches: Int32Array): void {
  const tails: number[] = [];
  const previous = new Int32Array(matches.length).fill(-1);
  for (let i = 0; i < matches.length; i += 1) {
    const value = matches[i]!;
    if (value < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (matches[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) kept.add(i);
  for (let i = 0; i < matches.length; i += 1) if (!kept.has(i)) matches[i] = -1;
}

function fillGaps(base: readonly Unit[], edited: readonly Unit[], matches: Int32Array): void {
  let from = 0;
  let editedFrom = 0;
  for (let i = 0; i <= base.length; i += 1) {
    const at = i < base.length ? matches[i]! : edited.length;
    if (at < 0) continue;
    fillGap(base, edited, matches, [from, i], [editedFrom, at]);
    from = i + 1;
    editedFrom = at + 1;
  }
}

function fillGap(
  base: readonly Unit[],
  edited: readonly Unit[],
  matches: Int32Array,
  [from, to]: [number, number],
  [low, high]: [number, number],
): void {
  const isEven = to - from === high - low;
  let next = low;
  for (let i = from; i < to; i += 1) {
    const unit = base[i]!;
    for (let j = next; j < high; j += 1) {
      const other = edited[j]!;
      const fits =
        other.type === unit.type &&
        (isEven
          ? j - low === i - from
          : UNNUMBERED.has(unit.type)
            ? unit.type === 'closing'
            : sameNumber(unit, other.number));
      if (!fits) continue;
      matches[i] = j;
      next = j + 1;
      break;
    }
  }
}

type Numbers = Map<string, string>;

/** § (or art.) run through all chapters of a container. */
function numberBasics(pairs: readonly Pair[], kind: Act['kind'], numbers: Numbers, problems: Lawful['problems']): void {
  const type: UnitType = kind === 'statute' ? 'article' : 'paragraph';
  const list: Pair[] = [];
  const collect = (some: readonly Pair[]): void => {
    for (const pair of some) {
      const unit = (pair.base ?? pair.edited)!;
      if (unit.type === type) list.push(pair);
      else if (isHeading(unit.type))
        collect(
          pair.base !== null && pair.edited !== null
            ? pair.children
            : pair.base === null
              ? unit.children.map((child) => pair.children.find(({ edited }) => edited === child) ?? one(null, child))
              : unit.children.map((child) => one(child, null)),
        );
    }
  };
  collect(pairs);
  numberList(list, numbers, problems);
}

function numberAll(pairs: readonly Pair[], kind: Act['kind'], numbers: Numbers, problems: Lawful['problems']): void {
  const basic: UnitType = kind === 'statute' ? 'article' : 'paragraph';
  const byType = new Map<UnitType, Pair[]>();
  for (const pair of pairs) {
    const { type } = (pair.base ?? pair.edited)!;
    if (UNNUMBERED.has(type) || type === basic) continue;
    byType.set(type, [...(byType.get(type) ?? []), pair]);
  }
  for (const list of byType.values()) numberList(list, numbers, problems);
  for (const pair of pairs)
    if (pair.base !== null && pair.edited !== null) numberAll(pair.children, kind, numbers, problems);
}

/** Numbers of one list: old units keep theirs, new ones get a place between (§ 89 ZTP). */
function numberList(list: readonly Pair[], numbers: Numbers, problems: Lawful['problems']): void {
  let previous: string | null = null;
  list.forEach((pair, i) => {
    const { base, edited } = pair;
    if (base !== null) {
      previous = base.number.split('–').pop()!;
      if (edited !== null) numbers.set(edited.id, base.number);
      return;
    }
    const next =
      list
        .slice(i + 1)
        .find((later) => later.base !== null)
        ?.base?.number.split('–')[0] ?? null;
    const printed = edited!.number;
    const fits =
      printed !== '' &&
      (previous === null ? next === null : compareNumbers(previous, printed) < 0) &&
      (next === null
        ? previous === null || printed === insertedNumber(previous, null, edited!.type)
        : compareNumbers(printed, next) < 0);
    const number = fits ? printed : insertedNumber(previous, next, edited!.type);
    if (next !== null && compareNumbers(number, next) >= 0) {
      problems.push({
        code: 'no-number',
        message: {
          pl: `Między jednostkami o numerach ${previous ?? '…'} i ${next} nie ma numeru dla nowej jednostki (§ 89 ZTP); nie weszła do uchwały: „${wordsOf(edited!).slice(0, 60)}”.`,
          en: `There is no number for a new unit between ${previous ?? '…'} and ${next} (§ 89 of the drafting rules); it was left out: "${wordsOf(edited!).slice(0, 60)}".`,
        },
      });
      numbers.set(edited!.id, '');
      return;
    }
    numbers.set(edited!.id, number);
    previous = number;
  });
}

/** Texts of the edited units with references to lawful numbers. */
function lawfulTexts(edited: Act, numbers: Numbers): Map<string, Unit> {
  const numbered = structuredClone(edited);
  let changed = false;
  for (const unit of [...numbered.units, ...numbered.annexes].flatMap((top) => [...descend(top)])) {
    const number = numbers.get(unit.id);
    if (number === undefined || number === '' || number === unit.number) continue;
    setNumber(unit, number);
    changed = true;
  }
  return indexUnits(changed ? rewriteReferences(edited, numbered).act : numbered);
}

function build(pairs: readonly Pair[], texts: ReadonlyMap<string, Unit>, numbers: Numbers): Unit[] {
  const units: Unit[] = [];
  for (const pair of pairs) {
    const { base, edited } = pair;
    if (edited !== null && base === null && numbers.get(edited.id) === '') continue;
    if (edited === null) {
      if (base!.type === 'closing' || base!.type === 'text') continue;
      pair.lawful = REPEALED.test(base!.text) ? structuredClone(base!) : repealed(base!);
    } else if (base === null) pair.lawful = structuredClone(texts.get(edited.id) ?? edited);
    else {
      const next = texts.get(edited.id) ?? edited;
      const isGone = REPEALED.test(edited.text) && !REPEALED.test(base.text);
      // Words that nobody touched stay, whatever they refer to.
      pair.lawful = isGone
        ? { ...repealed(base), text: edited.text }
        : {
            ...base,
            text: same(edited.text, base.text) ? base.text : next.text,
            heading: same(edited.heading, base.heading) ? base.heading : next.heading,
            children: build(pair.children, texts, numbers),
          };
      if (!isGone && edited.quoted !== undefined) pair.lawful.quoted = structuredClone(edited.quoted);
      else if (base.quoted !== undefined) delete pair.lawful.quoted;
      if (isGone) pair.children = [];
    }
    units.push(pair.lawful);
  }
  return units;
}

const same = (one: string, other: string): boolean =>
  one === other || one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ');

function repealed(unit: Unit): Unit {
  const copy: Unit = { ...unit, children: [], text: repealedText(unit.type), heading: '' };
  delete copy.quoted;
  if (isHeading(unit.type))
    return {
      ...copy,
      text: '',
      heading: repealedText(unit.type),
      children: unit.children
        .filter(({ type }) => type !== 'text')
        .map((child) => (REPEALED.test(child.text) ? child : repealed(child))),
    };
  if (unit.type === 'annex') return { ...copy, text: '', heading: repealedText(unit.type) };
  if (copy.label === '') copy.label = standardLabel(unit.type, unit.number);
  return copy;
}
