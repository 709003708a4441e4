/** Settles what several sides have placed: the same thing counts once, one thing at two places is for a human. */
import type { ConflictOption } from '../diff/change-types.ts';
import { Interner } from '../diff/align.ts';
import { commonShare } from '../tree/likeness.ts';
import { addTo, type Placed } from './merge-order.ts';
import { fullText, type Unit } from './merge-units.ts';
import { isSentenceBorder, MARK, textOf, tokenize, wordingKey } from '../diff/tokens.ts';

/** New clauses at one point of which this share of words is common are two versions of one clause. */
const SAME_CLAUSE_SHARE = 0.75;
/** Shorter texts ("inne.") may well be meant twice. */
const MIN_WORDS = 5;
const MIN_SENTENCE_WORDS = 3;
/** At a point where more clauses than this were added only equal ones are recognised: each pair costs a comparison. */
const MAX_RIVALS = 60;

export interface PlaceConflict {
  kind: 'move' | 'place' | 'words';
  unit: Unit;
  options: ConflictOption[];
}

export interface SettledPlaces {
  placed: Placed[];
  conflicts: PlaceConflict[];
}

/** Removes what is placed twice and reports what cannot stand side by side. */
export function settlePlaces(sides: readonly (readonly Placed[])[]): SettledPlaces {
  const settled: SettledPlaces = { placed: [], conflicts: [] };
  const known = {
    moved: new Map<string, Placed>(),
    wordings: new Map<string, Placed[]>(),
    byGap: new Map<number, Placed[]>(),
  };
  for (const side of sides) {
    const added: Placed[] = [];
    const renamed = new Map<string, string>();
    const used: Used = new Set();
    for (const item of side) {
      const holder = item.holder === null ? null : (renamed.get(item.holder) ?? item.holder);
      const twin = item.isNew ? settleNew(item, { known, used, settled }) : settleMoved(item, known, settled);
      if (twin === null) added.push({ ...item, holder });
      else {
        renamed.set(item.unit.key, twin.unit.key);
        if (twin.gap === item.gap) leadUpTo(twin, item, added);
      }
    }
    remember(added, known, settled);
  }
  return settled;
}

/** What a side has put before a clause that an earlier side placed as well stays before it. */
function leadUpTo(twin: Placed, item: Placed, added: readonly Placed[]): void {
  for (const earlier of added) {
    const isFree = earlier.leads === null && earlier.holder === null;
    if (isFree && earlier.gap === item.gap && earlier.after === item.after) earlier.leads = twin.unit.key;
  }
}

interface Known {
  moved: Map<string, Placed>;
  wordings: Map<string, Placed[]>;
  byGap: Map<number, Placed[]>;
}

/** What one side has found among the clauses of earlier sides; one clause answers to one clause only. */
type Used = Set<Placed>;

/** What a side has placed is compared with other sides only, so it is entered after the whole side is read. */
function remember(added: readonly Placed[], known: Known, settled: SettledPlaces): void {
  for (const item of added) {
    settled.placed.push(item);
    if (!item.isNew) known.moved.set(item.unit.key, item);
    else {
      addTo(known.wordings, wordingOf(item), item);
      addTo(known.byGap, item.gap, item);
    }
  }
}

function wordingOf(item: Placed): string {
  return `${item.unit.level ?? 0} ${wordingKey(item.unit.text)}`;
}

function settleMoved(item: Placed, known: Known, settled: SettledPlaces): Placed | null {
  const twin = known.moved.get(item.unit.key);
  if (twin !== undefined && twin.gap !== item.gap) settled.conflicts.push(conflictOf('move', twin, item));
  return twin ?? null;
}

function settleNew(
  item: Placed,
  { known, used, settled }: { known: Known; used: Used; settled: SettledPlaces },
): Placed | null {
  const equal = (known.wordings.get(wordingOf(item)) ?? []).filter((twin) => !used.has(twin));
  const isSamePlace = (twin: Placed): boolean =>
    twin.gap === item.gap && (twin.holder === null) === (item.holder === null);
  const here = equal.find(isSamePlace);
  if (here !== undefined) return settleOn(here, used);
  if (equal.length > 0 && isMeantOnce(item.unit.text)) {
    settled.conflicts.push(conflictOf('place', equal[0]!, item));
    return settleOn(equal[0]!, used);
  }
  const rivals = known.byGap.get(item.gap) ?? [];
  for (const rival of rivals.length > MAX_RIVALS ? [] : rivals) {
    if (used.has(rival) || !isSameClause(rival.unit, item.unit)) continue;
    const fuller = fullerText(rival.unit.text, item.unit.text);
    if (fuller === null) settled.conflicts.push(conflictOf('words', rival, item));
    else rival.unit = { ...rival.unit, text: fuller };
    return settleOn(rival, used);
  }
  return null;
}

function settleOn(twin: Placed, used: Used): Placed {
  used.add(twin);
  return twin;
}

function conflictOf(kind: PlaceConflict['kind'], one: Placed, other: Placed): PlaceConflict {
  return {
    kind,
    unit: one.unit,
    options: [
      { sides: [one.side], text: fullText(one.unit) },
      { sides: [other.side], text: fullText(other.unit) },
    ],
  };
}

/** An enumeration may well hold "inne." twice; a sentence stands in an act once. */
function isMeantOnce(text: string): boolean {
  const isSentence = /^\p{Lu}.*\.$/su.test(text.trim());
  return countOfWords(text) >= (isSentence ? MIN_SENTENCE_WORDS : MIN_WORDS);
}

function countOfWords(text: string): number {
  return tokenize(text).kinds.filter((kind) => kind !== MARK).length;
}

/** Two versions of one new clause: the same words but for a few, or all sentences of the one in the other. */
function isSameClause(one: Unit, other: Unit): boolean {
  if ((one.level ?? 0) !== (other.level ?? 0)) return false;
  if (fullerText(one.text, other.text) !== null) return true;
  if (Math.min(countOfWords(one.text), countOfWords(other.text)) < MIN_WORDS) return false;
  const interner = new Interner();
  const bag = (text: string): Int32Array => interner.codes(tokenize(text).keys).sort();
  return commonShare(bag(one.text), bag(other.text)) >= SAME_CLAUSE_SHARE;
}

/** The text that has all sentences of the other one in order, or null when neither does. */
function fullerText(one: string, other: string): string | null {
  const [short, long] = [sentencesOf(one), sentencesOf(other)];
  if (short.length === 0 || long.length === 0 || short.length === long.length) return null;
  const [part, whole, text] = short.length < long.length ? [short, long, other] : [long, short, one];
  let found = 0;
  for (const sentence of whole) if (sentence === part[found]) found++;
  return found === part.length ? text : null;
}

function sentencesOf(text: string): string[] {
  const tokens = tokenize(text);
  const sentences: string[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.count; i++) {
    if (!isSentenceBorder(tokens, i)) continue;
    sentences.push(wordingKey(textOf(tokens, from, i)));
    from = i;
  }
  return sentences;
}
