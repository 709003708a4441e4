import { follows, opensList } from '../tree/letters.ts';
import { quotations } from './quotations.ts';

/** A mark that may begin an item: 1. · 1) · a) · – · – – · the § of a code. */
const ITEM =
  /(?:§\s?\d{1,3}[a-z]?\.(?=\s\p{Lu})|\d{1,3}[a-z]{0,3}\.(?=\s(?:[\p{L}„"(–]|\d{1,3}[a-z]?\)|\d{1,3}\s\p{L}))|\d{1,3}[a-z]{0,3}[)/](?=\s)|(?:z{0,3}[a-z]|[a-y]a)[)/](?=\s)|[–—-](?:\s[–—-])?(?=\s[\p{L}\p{N}„"(§]))/gu;

type Kind = 'sign' | 'dot' | 'bracket' | 'letter' | 'dash' | 'double';

/** A mark in the text of one §, with what decides about it. */
type Hit = {
  at: number;
  kind: Kind;
  /** Without the signs around it; '' for a dash. */
  number: string;
  /** The words right before it. */
  before: string;
  /** A small letter stands behind it. */
  isLower: boolean;
  /** "1. stycznia" is a date. */
  isDate: boolean;
};

/** What is open where a mark stands: the last number of each kind of list. */
type Open = {
  numbers: Record<Exclude<Kind, 'dash' | 'double'>, string | null>;
  dash: boolean;
  double: boolean;
  isLower: boolean;
};

const PAUSE = /(?:[.;:,”"»)]|\s(?:oraz|lub|albo|i|a także|bądź))\s$/u;
const STOP = /[.;:”"»)]\s$/u;
/** Behind these a number belongs to a date, an address or a count. */
const NOT_ALONE =
  /(?:^|[\s(])(?:we?|ze?|do|od|po|na|i|a|oraz|lub|albo|rok\p{L}{0,2}|dnia|ponad|około|[–-]|(?:ok|ul|al|pl|os|godz|im|tj|zał|rozdz|str|s)\.?)\s$/iu;
/**
 * A reference that a mark of this kind would end or go on: right behind "ust.", "pkt", "lit.", and in a row that is written like the
 * mark. "pkt 1), 2) i 3)" is one; "z ust. 3, 2) uchyla" is none.
 */
const REFERENCE: Readonly<Record<'dot' | 'bracket' | 'letter', RegExp>> = {
  dot: /(?:(?:ust|pkt|art|poz|nr|par|zał)\.?|§{1,2})\s?(?:\d{1,4}[a-z]{0,3}\)?(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*$/iu,
  bracket:
    /(?:(?:ust|pkt|art|poz|nr|par)\.?|§{1,2})\s?(?:(?:\d{1,4}[a-z]{0,3}\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*|pkt\.?\s(?:\d{1,4}[a-z]{0,3},\s)*\d{1,4}[a-z]{0,3}(?:\s?[–-]|\s(?:i|oraz|lub|albo|do|a))\s)$/iu,
  letter:
    /lit\.?\s?(?:(?:[a-z]{1,2}\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*|(?:[a-z]{1,2},\s)*[a-z]{1,2}(?:\s?[–-]|\s(?:i|oraz|lub|albo|do|a))\s)$/iu,
};
/** Right behind these a number is theirs, whatever follows. */
const LEADS_ON =
  /(?:^|[\s(])(?:we?|ze?|do|od|po|na|i|a|oraz|lub|albo|dnia|ponad|około|(?:ust|pkt|art|lit|poz|nr|par|ok|ul|al|pl|os|godz|im|tj|zał|rozdz|str|s)\.?|§{1,2}|[–-])\s$/iu;
const MONTH =
  /^\s(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)(?!\p{L})/u;
/** How many marks ahead the second item of a list is looked for. */
const AHEAD = 300;

/**
 * Cuts inside one § (art.), text[from, to): a list opens behind a colon, behind the mark it stands at, or where its second item is
 * found later; it goes on with the number that is due. A mark inside a reference is none. With `below`, the text is one line of many
 * and these lines come next: nothing is cut whose list they go on with in another way, and a list needs its colon.
 */
export function itemCuts(whole: string, from: number, to: number, { below }: { below?: readonly string[] }): number[] {
  // A search in the whole line would look for the next item up to its end, once for each §.
  const text = whole.slice(from, to);
  const hits = hitsIn(text);
  const open: Open = {
    numbers: { sign: null, dot: null, bracket: null, letter: null },
    dash: false,
    double: false,
    isLower: false,
  };
  if (below !== undefined) return inlineCuts(open, text, hits, below).map((at) => from + at);
  const cuts: number[] = [];
  hits.forEach((hit, i) => {
    if (takeItem(open, hit, { hasSecond: () => hasSecond(hits, i), isOnlyOne: () => isOnlyOne(hits, i) }))
      cuts.push(from + hit.at);
  });
  return cuts;
}

/** Behind the mark a line begins with: whole lists, and what goes on in the order of that mark where no next line does. */
function inlineCuts(open: Open, text: string, hits: readonly Hit[], below: readonly string[]): number[] {
  const first = /^(?:(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.\s)?(\d{1,3}[a-z]{0,2}|[a-z]{1,2})([.)/])\s/u.exec(text);
  const own = first === null ? null : first[2] === '.' ? 'dot' : /^\d/.test(first[1]!) ? 'bracket' : 'letter';
  if (first !== null && own !== null) open.numbers[own] = first[1]!;
  const printedBelow = new Set(
    below.map((line) => /^(?:\d{1,3}[a-z]{0,2}[.)/]|[a-z]{1,2}[)/])(?=\s)/u.exec(line)?.[0].replace('/', ')')),
  );
  const cuts: number[] = [];
  hits.forEach((hit, i) => {
    if (first !== null && hit.at < first[0].length) return;
    const mark = `${hit.number}${hit.kind === 'dot' ? '.' : ')'}`;
    if (hit.kind !== 'dash' && hit.kind !== 'double' && !opensList(hit.number) && printedBelow.has(mark)) return;
    const before = { ...open, numbers: { ...open.numbers } };
    const took = takeItem(open, hit, { hasSecond: () => false, isOnlyOne: () => false });
    if (!took) return;
    // "obejmuje: 1) wodę" alone, and tirets in a sentence, stay in it.
    const isList = opensList(hit.number)
      ? hasSecond(hits, i)
      : hit.number !== '' || hit.before.trimEnd().endsWith(':') || before.dash;
    if (isList && (hit.kind !== 'dot' || STOP.test(hit.before))) cuts.push(hit.at);
    else Object.assign(open, before);
  });
  return cuts;
}

function hitsIn(text: string): Hit[] {
  const hits: Hit[] = [];
  const quoted = quotations(text);
  let q = 0;
  for (const found of text.matchAll(ITEM)) {
    const at = found.index;
    while (q < quoted.length && quoted[q]![1] <= at) q += 1;
    if (at === 0 || !/\s/.test(text.charAt(at - 1)) || (q < quoted.length && quoted[q]![0] <= at)) continue;
    const mark = found[0];
    const after = text.slice(at + mark.length, at + mark.length + 14);
    hits.push({
      at,
      kind: kindOf(mark),
      number: /^[–—-]/.test(mark) ? '' : mark.replace(/^§\s?/, '').slice(0, -1),
      before: text.slice(Math.max(0, at - 40), at),
      isLower: /^\s\p{Ll}/u.test(after),
      isDate: MONTH.test(after),
    });
  }
  return hits;
}

function kindOf(mark: string): Kind {
  if (mark.startsWith('§')) return 'sign';
  if (/^[–—-]/.test(mark)) return mark.length > 1 ? 'double' : 'dash';
  if (mark.endsWith('.')) return 'dot';
  return /^\d/.test(mark) ? 'bracket' : 'letter';
}

/** True when the second item follows before the list can have ended, so that "1)" in a sentence without a colon opens one. */
function hasSecond(hits: readonly Hit[], index: number): boolean {
  const { kind, number } = hits[index]!;
  for (let i = index + 1; i < hits.length && i < index + AHEAD; i += 1) {
    const hit = hits[i]!;
    if (kind !== 'dot' && hit.kind === 'dot' && STOP.test(hit.before)) return false;
    if (isReferred(hit)) continue;
    if (kind === 'letter' && hit.kind === 'bracket') return false;
    if (hit.kind !== kind) continue;
    if (hit.number === number) return false;
    if (follows(number, hit.number) && (kind === 'dot' ? STOP : PAUSE).test(hit.before)) return true;
  }
  return false;
}

/** Behind words that do not end ("… oraz rowery, 3. Wójt", "w trybie § 1 3. Wójt"): no other place of this § could be that number. */
function isOnlyOne(hits: readonly Hit[], index: number): boolean {
  const { kind, number, before, isLower } = hits[index]!;
  if (isLower ? !/[\p{L}\d)”],\s$/u.test(before) : LEADS_ON.test(before)) return false;
  for (let i = index + 1; i < hits.length && i < index + AHEAD; i += 1)
    if (hits[i]!.kind === kind && hits[i]!.number === number && STOP.test(hits[i]!.before)) return false;
  return true;
}

/** Questions about what follows, asked where they decide. */
type Ahead = { hasSecond: () => boolean; isOnlyOne: () => boolean };

function isReferred({ kind, before }: Hit): boolean {
  return kind === 'dot' || kind === 'bracket' || kind === 'letter' ? REFERENCE[kind].test(before) : false;
}

/** Notes a mark that is next in order; true where a line of its own begins. Right behind "§ 2." stands its first mark: it needs none. */
function takeItem(open: Open, hit: Hit, ahead: Ahead): boolean {
  if (hit.kind === 'dash' || hit.kind === 'double') return takeDash(open, hit);
  const { kind, number, before } = hit;
  const words = before.trimEnd();
  const isBehindColon = words.endsWith(':');
  const isBehindMark = /(?:^|\s)(?:(?:§|Art\.)\s?)?\d{1,4}[a-z]{0,3}[.)/]$/.test(words) && !isReferred(hit);
  const opens =
    opensList(number) &&
    !hit.isDate &&
    (isBehindColon || isBehindMark || (kind !== 'sign' && mayOpen(open, hit) && ahead.hasSecond()));
  if (!opens && !(isDue(open, hit) && mayGoOn(open, hit, ahead))) return false;
  if (kind === 'dot' && opens) open.isLower = hit.isLower;
  open.numbers[kind] = number;
  open.dash = false;
  open.double = false;
  if (kind === 'sign') open.numbers.dot = null;
  if (kind !== 'letter') open.numbers.letter = null;
  if (kind === 'dot' || kind === 'sign') open.numbers.bracket = null;
  return !opens || !isBehindMark;
}

/** Without a colon: "Uchwala się 1) raz; 2) dwa", "Zasady. 1. Raz. 2. Dwa." */
function mayOpen(open: Open, hit: Hit): boolean {
  const { kind, before, isLower } = hit;
  if (NOT_ALONE.test(before) || isReferred(hit)) return false;
  if (kind === 'dot') return open.numbers.dot === null && !isLower && STOP.test(before);
  return kind !== 'dash' && kind !== 'double' && open.numbers[kind] === null;
}

function isDue(open: Open, { kind, number }: Hit): boolean {
  const last = kind === 'dash' || kind === 'double' ? null : open.numbers[kind];
  return last !== null && follows(last, number);
}

function mayGoOn(open: Open, hit: Hit, ahead: Ahead): boolean {
  const { kind, before, isLower, isDate } = hit;
  if (isDate) return false;
  if (kind === 'dot' && ahead.isOnlyOne()) return true;
  if (isReferred(hit)) return false;
  if (kind === 'sign') return PAUSE.test(before);
  // ust. of careless texts end without a stop.
  const isAlone = !NOT_ALONE.test(before);
  if (kind !== 'dot') return isAlone || PAUSE.test(before);
  return isAlone && (!isLower || open.isLower || STOP.test(before));
}

/** A tiret stands behind a colon or behind the pause that ends the one before it. */
function takeDash(open: Open, { kind, before }: Hit): boolean {
  const isBehindColon = before.trimEnd().endsWith(':');
  if (!PAUSE.test(before) || (!isBehindColon && !open.dash && !open.double)) return false;
  if (kind === 'double') {
    if (!isBehindColon && !open.double) return false;
    open.double = true;
    return true;
  }
  open.dash = true;
  open.double = false;
  return true;
}
