import { compareNumbers, follows, fromRoman, opensList, toRoman } from '../tree/letters.ts';
import { quotations } from './quotations.ts';

/** A mark that may begin an item: 1. · 1) · (1) · (a) · ii) · a) · – · – – · • · the § of a code. */
const ITEM =
  /(?:\((?:\d{1,3}[a-z]{0,2}|[a-z]|[ivx]{2,5})\)(?=\s)|(?:i{2,3}|i[vx]|vi{1,3}|xi{0,3})\)(?=\s)|[•·▪●○■□](?=\s[\p{L}\p{N}„"(§])|§\s?\d{1,3}[a-z]?\.(?=\s\p{Lu})|\d{1,3}[a-z]{0,3}\.(?=\s(?:[\p{L}„"(–]|\d{1,3}[a-z]?\)|\d{1,3}\s\p{L}))|\d{1,3}[a-z]{0,3}[)/](?=\s)|(?:z{0,3}[a-z]|[a-y]a)[)/](?=\s)|[–—-](?:\s[–—-])?(?=\s[\p{L}\p{N}„"(§]))/gu;

type Kind = 'sign' | 'dot' | 'bracket' | 'letter' | 'parens' | 'parens-letter' | 'roman' | 'dash' | 'double' | 'bullet';
/** Kinds whose items have a number. */
type Numbered = Exclude<Kind, 'dash' | 'double' | 'bullet'>;

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
  numbers: Record<Numbered, string | null>;
  dash: boolean;
  bullet: boolean;
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
const REFERENCE: Readonly<Partial<Record<Kind, RegExp>>> = {
  dot: /(?:(?:ust|pkt|art|poz|nr|par|zał)\.?|§{1,2})\s?(?:\d{1,4}[a-z]{0,3}\)?(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*$/iu,
  bracket:
    /(?:(?:ust|pkt|art|poz|nr|par)\.?|§{1,2})\s?(?:(?:\d{1,4}[a-z]{0,3}\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*|pkt\.?\s(?:\d{1,4}[a-z]{0,3},\s)*\d{1,4}[a-z]{0,3}(?:\s?[–-]|\s(?:i|oraz|lub|albo|do|a))\s)$/iu,
  letter:
    /lit\.?\s?(?:(?:[a-z]{1,2}\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*|(?:[a-z]{1,2},\s)*[a-z]{1,2}(?:\s?[–-]|\s(?:i|oraz|lub|albo|do|a))\s)$/iu,
  parens:
    /(?:(?:ust|pkt|art|poz|nr|par|rys|tab)\.?|§{1,2}|wz(?:ór|or)\p{L}{0,4}|równani\p{L}{0,4}|formuł\p{L}{0,2}|tabel\p{L}{0,2})\s(?:\(\d{1,3}\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*$/iu,
  'parens-letter': /lit\.?\s?(?:\([a-z]\)(?:,|\s?[–-]|\s(?:i|oraz|lub|albo|do|a))?\s)*$/iu,
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
  const open = nothingOpen();
  if (below !== undefined) return inlineCuts(text, hits, below).map((at) => from + at);
  const cuts: number[] = [];
  hits.forEach((hit, i) => {
    if (takeItem(open, hit, { hasSecond: () => hasSecond(hits, i), isOnlyOne: () => isOnlyOne(hits, i) }))
      cuts.push(from + hit.at);
  });
  return cuts;
}

function nothingOpen(): Open {
  return {
    numbers: { sign: null, dot: null, bracket: null, letter: null, parens: null, 'parens-letter': null, roman: null },
    dash: false,
    bullet: false,
    double: false,
    isLower: false,
  };
}

/** The mark a line begins with, "§ 2. 1." as one. */
const OWN =
  /^(?:(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.\s)?(?:(\d{1,3}[a-z]{0,2}|[a-z]{1,2})([.)/])|\((\d{1,3}[a-z]{0,2}|[a-z])\))\s/u;

/** What is open behind the mark a line begins with, and where its words begin. */
function openAt(text: string): { open: Open; from: number } {
  const open = nothingOpen();
  const own = OWN.exec(text);
  if (own === null) return { open, from: /^(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.?\s/u.exec(text)?.[0].length ?? 0 };
  const [, number, sign, inParens] = own;
  if (inParens !== undefined) open.numbers[/^\d/.test(inParens) ? 'parens' : 'parens-letter'] = inParens;
  else open.numbers[sign === '.' ? 'dot' : /^\d/.test(number!) ? 'bracket' : 'letter'] = number!;
  return { open, from: own[0].length };
}

/**
 * Marks that stay in the words of a line though they look like items of a list: the first of a list and one that comes after it, or
 * one that goes on with the mark of the line, behind a pause and in no reference.
 */
export function keptItems(text: string): string[] {
  const { open, from } = openAt(text);
  open.numbers.sign = /^§\s?(\d{1,3}[a-z]?)\./u.exec(text)?.[1] ?? null;
  const kept: string[] = [];
  const first = new Map<Kind, { hit: Hit; count: number }>();
  for (const hit of hitsIn(text)) {
    if (hit.at < from || hit.number === '' || hit.isDate || isReferred(hit)) continue;
    const { kind, number, before } = hit;
    const ends = (kind === 'dot' || kind === 'sign' ? STOP : PAUSE).test(before) && !(kind === 'dot' && hit.isLower);
    const isDue = kind !== 'dash' && kind !== 'double' && kind !== 'bullet' && open.numbers[kind] !== null;
    if (opensList(number)) {
      if (!NOT_ALONE.test(before)) first.set(kind, { hit, count: 1 });
    } else if (ends && isDue && follows(open.numbers[kind as Numbered]!, number)) {
      kept.push(markOf(hit));
    } else if (ends && first.has(kind) && compareNumbers(first.get(kind)!.hit.number, number) < 0) {
      const list = first.get(kind)!;
      if (list.count === 1) kept.push(markOf(list.hit));
      list.count += 1;
      kept.push(markOf(hit));
    }
  }
  return kept;
}

function markOf({ kind, number }: Hit): string {
  if (kind === 'sign') return `§ ${number}.`;
  if (kind === 'dot') return `${number}.`;
  if (kind === 'parens' || kind === 'parens-letter') return `(${number})`;
  return `${kind === 'roman' ? toRoman(Number(number)).toLowerCase() : number})`;
}

/** Behind the mark a line begins with: whole lists, and what goes on in the order of that mark where no next line does. */
function inlineCuts(text: string, hits: readonly Hit[], below: readonly string[]): number[] {
  const { open, from } = openAt(text);
  const printedBelow = new Set(
    below.map((line) =>
      /^(?:\d{1,3}[a-z]{0,2}[.)/]|[a-z]{1,2}[)/]|\((?:\d{1,3}[a-z]{0,2}|[a-z])\))(?=\s)/u
        .exec(line)?.[0]
        .replace('/', ')'),
    ),
  );
  const cuts: number[] = [];
  hits.forEach((hit, i) => {
    if (hit.at < from) return;
    if (hit.number !== '' && !opensList(hit.number) && printedBelow.has(markOf(hit))) return;
    if (isSecondUst(open, hit, text)) {
      open.numbers.dot = hit.number;
      cuts.push(hit.at);
      return;
    }
    const before = { ...open, numbers: { ...open.numbers } };
    // Numbers with a bracket that go on in order are a list without a colon too.
    const second = (): boolean => hit.kind !== 'dot' && hit.kind !== 'sign' && hasSecond(hits, i);
    const took = takeItem(open, hit, { hasSecond: second, isOnlyOne: () => false });
    if (!took) return;
    // "obejmuje: 1) wodę" alone, and tirets in a sentence, stay in it.
    const isList = opensList(hit.number)
      ? hasSecond(hits, i)
      : hit.number !== '' || hit.before.trimEnd().endsWith(':') || before.dash || before.bullet;
    if (isList && (hit.kind !== 'dot' || STOP.test(hit.before))) cuts.push(hit.at);
    else Object.assign(open, before);
  });
  return cuts;
}

/** "§ 1. Rada działa jawnie. 2. Sesje są otwarte.": the first ust. bears no number. */
function isSecondUst(open: Open, hit: Hit, text: string): boolean {
  return (
    hit.kind === 'dot' &&
    hit.number === '2' &&
    !hit.isLower &&
    !hit.isDate &&
    Object.values(open.numbers).every((number) => number === null) &&
    /^(?:§|Art\.)\s?\d/u.test(text) &&
    /\p{Ll}{3}[.;]\s$/u.test(hit.before) &&
    !NOT_ALONE.test(hit.before) &&
    !isReferred(hit)
  );
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
      number: numberOf(mark),
      before: text.slice(Math.max(0, at - 40), at),
      isLower: /^\s\p{Ll}/u.test(after),
      isDate: MONTH.test(after),
    });
  }
  return withRomans(hits);
}

/** "i)" before "ii)" is the first of its list. */
function withRomans(hits: Hit[]): Hit[] {
  for (const [i, hit] of hits.entries()) {
    if (hit.kind !== 'roman' || hit.number !== '2') continue;
    for (let k = i - 1; k >= 0 && k > i - AHEAD; k -= 1) {
      const earlier = hits[k]!;
      if (earlier.kind === 'roman') break;
      if (earlier.number !== 'i') continue;
      hits[k] = { ...earlier, kind: 'roman', number: '1' };
      break;
    }
  }
  return hits;
}

function numberOf(mark: string): string {
  if (/^[–—•·▪●○■□-]/u.test(mark)) return '';
  const bare = mark.replace(/^(?:§\s?|\()/u, '').slice(0, -1);
  return kindOf(mark) === 'roman' ? String(fromRoman(bare.toUpperCase()) ?? 0) : bare;
}

function kindOf(mark: string): Kind {
  if (/^[•·▪●○■□]/u.test(mark)) return 'bullet';
  if (/^\(?[ivx]{2,5}\)$/u.test(mark)) return 'roman';
  if (mark.startsWith('(')) return /\d/.test(mark) ? 'parens' : 'parens-letter';
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
  return REFERENCE[kind]?.test(before) ?? false;
}

/** Notes a mark that is next in order; true where a line of its own begins. Right behind "§ 2." stands its first mark: it needs none. */
function takeItem(open: Open, hit: Hit, ahead: Ahead): boolean {
  if (hit.kind === 'dash' || hit.kind === 'double') return takeDash(open, hit);
  if (hit.kind === 'bullet') return takeBullet(open, hit);
  const { kind, number, before } = hit;
  const words = before.trimEnd();
  const isBehindColon = words.endsWith(':');
  const isBehindMark =
    /(?:^|\s)(?:(?:(?:§|Art\.)\s?)?\d{1,4}[a-z]{0,3}[.)/]|\(\d{1,3}\))$/u.test(words) && !isReferred(hit);
  const opens =
    opensList(number) &&
    !hit.isDate &&
    (isBehindColon || isBehindMark || (kind !== 'sign' && mayOpen(open, hit) && ahead.hasSecond()));
  if (!opens && !(isDue(open, hit) && mayGoOn(open, hit, ahead))) return false;
  if (kind === 'dot' && opens) open.isLower = hit.isLower;
  open.numbers[kind] = number;
  open.dash = false;
  open.double = false;
  open.bullet = false;
  if (kind === 'sign') open.numbers.dot = null;
  if (kind !== 'roman') open.numbers.roman = null;
  if (kind !== 'letter' && kind !== 'parens-letter' && kind !== 'roman') {
    open.numbers.letter = null;
    open.numbers['parens-letter'] = null;
  }
  if (kind === 'dot' || kind === 'sign') {
    open.numbers.bracket = null;
    open.numbers.parens = null;
  }
  return !opens || !isBehindMark;
}

/** Without a colon: "Uchwala się 1) raz; 2) dwa", "Zasady. 1. Raz. 2. Dwa." */
function mayOpen(open: Open, hit: Hit): boolean {
  const { kind, before, isLower } = hit;
  if (NOT_ALONE.test(before) || isReferred(hit)) return false;
  if (kind === 'dot') return open.numbers.dot === null && !isLower && STOP.test(before);
  return kind !== 'dash' && kind !== 'double' && kind !== 'bullet' && open.numbers[kind] === null;
}

function isDue(open: Open, { kind, number }: Hit): boolean {
  const last = kind === 'dash' || kind === 'double' || kind === 'bullet' ? null : open.numbers[kind];
  return last !== null && follows(last, number);
}

function mayGoOn(open: Open, hit: Hit, ahead: Ahead): boolean {
  const { kind, before, isLower, isDate } = hit;
  if (isDate) return false;
  if (kind === 'dot' && ahead.isOnlyOne()) return true;
  if (isReferred(hit)) return false;
  // Numbers in brackets stand in sentences too: "trwa (3) lata".
  if (kind === 'sign' || kind === 'parens' || kind === 'parens-letter') return PAUSE.test(before);
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

/** Bullets stand behind a colon or a pause, or where one stood before. */
function takeBullet(open: Open, { before }: Hit): boolean {
  if (!open.bullet && !before.trimEnd().endsWith(':')) return false;
  open.bullet = true;
  return true;
}
