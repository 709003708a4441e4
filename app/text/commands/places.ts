import { ordinal, readNumber, readOrdinal } from '../tree/letters.ts';
import { RANK, type UnitType } from '../tree/types.ts';

/** What a command may name beside the units of the tree. */
export type StepType =
  | Exclude<UnitType, 'text'>
  | 'intro'
  | 'sentence'
  | 'heading'
  | 'title'
  | 'basis'
  | 'table'
  | 'row'
  | 'column'
  | 'act';

/** One level of a place: "ust. 2"; `number` is empty where the level has none. */
export type Step = { type: StepType; number: string };
/** Where a command works, outermost level first: § 3, ust. 2, pkt 1. */
export type Place = readonly Step[];

const STEP_RANK: Readonly<Record<StepType, number>> = {
  ...RANK,
  act: -1,
  title: 0,
  basis: 0,
  intro: 11,
  heading: 12,
  sentence: 12,
  table: 11,
  row: 12,
  column: 13,
};

/** A place named within another one: "w § 3" and "w ust. 2" give § 3 ust. 2, "§ 3 ust. 2" and "§ 4" give § 4. */
export function within(outer: Place, inner: Place): Place {
  const first = inner[0];
  if (first === undefined) return outer;
  if (first.type === 'act') return inner;
  // "w rozdziale 2 tytuł otrzymuje brzmienie": not the title of the act.
  if (first.type === 'title' && inner.length === 1 && isTitled(outer))
    return [...outer.filter(({ type }) => type !== 'act'), { type: 'heading', number: '' }];
  const kept = outer.filter(({ type }) => STEP_RANK[type] < STEP_RANK[first.type] && type !== 'act');
  if (first.type === 'heading' && inner.length === 1) return [...outer.filter(({ type }) => type !== 'act'), ...inner];
  return [...kept, ...inner];
}

/** True for a chapter or an annex, which bear titles of their own. */
export function isTitled(place: Place): boolean {
  const type = place.at(-1)?.type;
  return type === 'division' || type === 'chapter' || type === 'subchapter' || type === 'annex';
}

/** How a place is cited (§ 59 ZTP): chapters only where no § is named. */
export function citePlace(place: Place): string {
  const basic = place.some(({ type }) => type === 'paragraph' || type === 'article');
  const words = place
    .filter(({ type }) => !basic || (type !== 'chapter' && type !== 'division' && type !== 'subchapter'))
    .map(citeStep);
  return words.join(' ');
}

function citeStep({ type, number }: Step): string {
  const place = /^\d+$/.test(number) ? ordinal(Number(number)) : number;
  switch (type) {
    case 'annex':
      return number === '' ? 'załącznik' : `załącznik nr ${number}`;
    case 'division':
      return `dział ${number}`;
    case 'chapter':
      return `rozdział ${number}`;
    case 'subchapter':
      return `oddział ${number}`;
    case 'article':
      return `art. ${number}`;
    case 'paragraph':
      return `§ ${number}`;
    case 'subsection':
      return `ust. ${number}`;
    case 'point':
      return `pkt ${number}`;
    case 'letter':
      return `lit. ${number}`;
    case 'indent':
      return `tiret ${place}`;
    case 'subindent':
      return `podwójne tiret ${place}`;
    case 'closing':
      return 'część wspólna';
    case 'intro':
      return 'wprowadzenie do wyliczenia';
    case 'sentence':
      return `zdanie ${place}`;
    case 'heading':
      return 'tytuł';
    case 'title':
      return 'tytuł uchwały';
    case 'basis':
      return 'podstawa prawna';
    case 'table':
      return number === '' ? 'tabela' : `tabela ${number}`;
    case 'row':
      return `wiersz ${number}`;
    case 'column':
      return `kolumna ${number}`;
    case 'act':
      return 'uchwała';
  }
}

const NUMBER = String.raw`\d{1,6}[a-z]{0,6}(?:\[\d{1,3}\])?[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}(?![\p{L}\d])`;
const LETTER = String.raw`(?:z{0,4}[a-y]|z{1,5})[a-z]{0,2}(?![\p{L}\d])`;
const ROMAN = String.raw`[IVXLCDM]{1,9}[a-z]?(?![\p{L}\d])`;
/** "1A", "B": as annexes alone are numbered. */
const ANNEX_NUMBER = String.raw`\d{1,3}[A-Z](?![\p{L}\d])|(?<=nr )[A-Z](?![\p{L}\d])`;
const ORDINAL = String.raw`(?:(?:dwudziest|trzydziest|czterdziest|pięćdziesiąt|sześćdziesiąt)\p{L}{1,4} )?(?:pierwsz|drug|trzec|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt|jedenast|dwunast|trzynast|czternast|piętnast|szesnast|siedemnast|osiemnast|dziewiętnast|dwudziest|trzydziest|czterdziest|pięćdziesiąt)\p{L}{1,4}`;

type Word = { type: StepType; pattern: RegExp; item: RegExp | null };

const item = (source: string): RegExp => new RegExp(`(?:${source})`, 'uy');
const NUMBERS = item(NUMBER);
const ORDINALS = item(`${ORDINAL}|${String.raw`\d{1,3}(?![\p{L}\d])`}`);

/** Words that name a level; the ones with more words come first. */
const WORDS: readonly Word[] = [
  {
    type: 'heading',
    pattern: /(?:tytu[łl]\p{L}{0,3}|nazw\p{L}{1,2}|nagłów\p{L}{1,4})(?= (?:rozdzia|dzia|oddzia|załączn|§))/uy,
    item: null,
  },
  { type: 'title', pattern: /tytu[łl]\p{L}{0,3}(?: (?:uchwały|ustawy|aktu|zarządzenia|regulaminu))?/uy, item: null },
  { type: 'act', pattern: /uchwał[aę](?= otrzymuje)/uy, item: null },
  { type: 'basis', pattern: /podstaw\p{L}{1,2} prawn\p{L}{1,3}(?: uchwały)?/uy, item: null },
  {
    type: 'intro',
    pattern:
      /(?:wprowadzeni\p{L}{1,3} do wyliczenia|zdani\p{L}{1,3} (?:wstępn|wprowadzając)\p{L}{1,4}|wyliczeni\p{L}{1,3} wstępn\p{L}{1,3})/uy,
    item: null,
  },
  {
    type: 'closing',
    pattern: /część?\p{L}{0,3} wspóln\p{L}{1,3}(?: wyliczenia)?|części wspólnej(?: wyliczenia)?/uy,
    item: null,
  },
  {
    type: 'annex',
    pattern: /załącznik\p{L}{0,4}/iuy,
    item: item(`(?:nr |Nr |numer )?(?:${NUMBER}|${ROMAN}|${ANNEX_NUMBER})`),
  },
  { type: 'division', pattern: /dzia(?:ł|le)\p{L}{0,3}/iuy, item: item(`${ROMAN}|${NUMBER}`) },
  { type: 'chapter', pattern: /rozdzia(?:ł|le)\p{L}{0,3}/iuy, item: item(`${NUMBER}|${ROMAN}`) },
  { type: 'subchapter', pattern: /oddzia(?:ł|le)\p{L}{0,3}/iuy, item: item(`${NUMBER}|${ROMAN}`) },
  { type: 'paragraph', pattern: /§+|paragraf\p{L}{0,3}|par\.(?=\s?\d)/iuy, item: NUMBERS },
  { type: 'article', pattern: /art(?:ykuł\p{L}{0,3}|\.)?(?=\s?\d)/iuy, item: NUMBERS },
  { type: 'subsection', pattern: /ustęp\p{L}{0,3}|ust\.?(?=\s?\d)/iuy, item: NUMBERS },
  { type: 'point', pattern: /punk(?:t|cie|ty)\p{L}{0,3}|pkt\.?(?=\s?\d)|p\.(?=\s?\d)/iuy, item: NUMBERS },
  {
    type: 'letter',
    pattern: /liter\p{L}{1,2}|lit\.?(?=\s?[a-z]\p{L}{0,4}(?!\p{L}))/iuy,
    item: item(`[„"]?${LETTER}[”"]?`),
  },
  { type: 'subindent', pattern: /(?:podwójn|drugi)\p{L}{1,4} tiret\p{L}{0,2}/iuy, item: ORDINALS },
  { type: 'indent', pattern: /tiret\p{L}{0,2}|myślnik\p{L}{0,2}/iuy, item: ORDINALS },
  { type: 'sentence', pattern: /za?dani(?:e|a|u|om|ach)(?= |$|[,;.:])/iuy, item: ORDINALS },
  { type: 'table', pattern: /tabel\p{L}{1,2}(?: nr (?=\d))?/iuy, item: NUMBERS },
  {
    type: 'row',
    pattern:
      /(?:wiersz|pozycj)\p{L}{0,3}(?: oznaczon\p{L}{1,3})?(?: nr| lp\.?| l\.p\.)?|(?:lp|l\.p|poz)\.?(?=\s?\d)/iuy,
    item: item(`${NUMBER}|${ORDINAL}`),
  },
  { type: 'column', pattern: /(?:kolumn|rubry[kc])\p{L}{1,3}(?: nr)?/iuy, item: ORDINALS },
];
const LEADING_ORDINAL = new RegExp(
  `(${ORDINAL}) (podwójne tiret|tiret|zdani(?:e|a|u)|wiersz\\p{L}{0,3}|kolumn\\p{L}{1,3})(?!\\p{L})`,
  'iuy',
);
const SEPARATOR = /\s?[,;]?\s?(?:(?:i|oraz|lub|albo|a także)\s)?/uy;
const RANGE = /\s?[–-]\s?|\s+do\s+/uy;
const OF_THE_ACT =
  /\s+(?:do|stanowiąc\p{L}{2,4} załącznik do)\s+(?:niniejszej |tej |wyżej wymienionej |w\.w\. |ww\. )?uchwały(?:\s+[Nn]r\s+[\w./-]{1,40})?/uy;

/** The most units that one command may name. */
const MAX_PLACES = 500;

/**
 * Reads one or more places that begin at `from`: "§ 3 ust. 2 pkt 1", "§ 3 i § 4 ust. 3", "ust. 2a i 2b", "pkt 3–5".
 * Null when none begins there. `from` stands behind a preposition.
 */
export function readPlaces(text: string, from: number): { places: Place[]; end: number } | null {
  const first = readChain(text, from, []);
  if (first === null) return null;
  const places: Place[] = [first.place];
  let { end } = first;
  while (places.length < MAX_PLACES) {
    const last = places.at(-1)!;
    const more = readRange(text, end, last) ?? readNext(text, end, last);
    if (more === null) break;
    places.push(...more.places);
    end = more.end;
  }
  return { places, end };
}

type Read = { place: Place; end: number };

/** Levels that follow each other: "§ 3 w ust. 2 pkt 1", with or without prepositions and commas. */
function readChain(text: string, from: number, above: Place): Read | null {
  let place = above;
  let end = from;
  for (let depth = 0; depth < 14; depth += 1) {
    const at = depth === 0 ? from : behindLink(text, end);
    const step = readStep(text, at);
    if (step === null) break;
    const last = place.at(-1);
    // "rozdział 2 § 5" goes down; "§ 3, § 4" is a list.
    if (depth > 0 && last !== undefined && !goesDown(last, step.step)) break;
    if (depth > 0 && at !== end && text.slice(end, at).includes(',') && step.step.type === last?.type) break;
    place =
      last?.type === 'heading'
        ? [...place.slice(0, -1), step.step, last]
        : depth === 0
          ? within(above, [step.step])
          : [...place, step.step];
    end = step.end;
  }
  return end === from ? null : { place, end };
}

function goesDown(upper: Step, lower: Step): boolean {
  if (upper.type === 'heading') return true;
  if (lower.type === 'heading') return false;
  return STEP_RANK[lower.type] > STEP_RANK[upper.type];
}

function behindLink(text: string, at: number): number {
  const link = /\s?,?\s?(?:(?:w|we)\s)?/uy;
  link.lastIndex = at;
  return at + (link.exec(text)?.[0].length ?? 0);
}

function readStep(text: string, at: number): { step: Step; end: number } | null {
  LEADING_ORDINAL.lastIndex = at;
  const leading = LEADING_ORDINAL.exec(text);
  if (leading !== null) {
    const type: StepType = /^podw/i.test(leading[2]!)
      ? 'subindent'
      : /^tiret/i.test(leading[2]!)
        ? 'indent'
        : /^zd/i.test(leading[2]!)
          ? 'sentence'
          : /^kol/i.test(leading[2]!)
            ? 'column'
            : 'row';
    return { step: { type, number: String(readOrdinal(leading[1]!) ?? '') }, end: at + leading[0].length };
  }
  for (const { type, pattern, item: number } of WORDS) {
    pattern.lastIndex = at;
    const word = pattern.exec(text);
    if (word === null) continue;
    let end = at + word[0].length;
    if (number === null) return { step: { type, number: '' }, end };
    const found = readItem(text, skipBlanks(text, end), type);
    if (found !== null) end = found.end;
    else if (type !== 'annex' && type !== 'table') continue;
    OF_THE_ACT.lastIndex = end;
    const whose = type === 'annex' ? OF_THE_ACT.exec(text) : null;
    if (whose !== null) end += whose[0].length;
    return { step: { type, number: found?.number ?? '' }, end };
  }
  return null;
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return end;
}

function readItem(text: string, at: number, type: StepType): { number: string; end: number } | null {
  const pattern = WORDS.find((word) => word.type === type)?.item ?? null;
  if (pattern === null) return null;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) return null;
  let end = at + found[0].length;
  // "lit. c)", "pkt 3)": the bracket of the mark.
  if (text.charAt(end) === ')' && (type === 'letter' || type === 'point')) end += 1;
  return { number: plainNumber(found[0], type), end };
}

/** "nr 2" is 2, "pierwsze" 1, "5¹" 5[1]. */
function plainNumber(printed: string, type: StepType): string {
  const bare = printed.replace(/^(?:nr|numer)\s/iu, '').replace(/[„”"]/g, '');
  if (type === 'indent' || type === 'subindent' || type === 'sentence' || type === 'row' || type === 'column') {
    const place = readOrdinal(bare);
    if (place !== null) return String(place);
  }
  return plainSuperscript(bare);
}

/** One spelling of numbers with a small raised figure. */
export function plainSuperscript(number: string): string {
  return number.replace(
    /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
    (raised) => `[${[...raised].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join('')}]`,
  );
}

/** "–5" behind "ust. 3". */
function readRange(text: string, at: number, last: Place): { places: Place[]; end: number } | null {
  const step = last.at(-1)!;
  RANGE.lastIndex = at;
  const dash = RANGE.exec(text);
  if (dash === null || step.number === '') return null;
  let from = at + dash[0].length;
  const again = readStep(text, from);
  const end =
    again !== null && again.step.type === step.type
      ? { number: again.step.number, end: again.end }
      : readItem(text, from, step.type);
  if (end === null) return null;
  from = end.end;
  const numbers = numbersBetween(step.number, end.number, step.type);
  if (numbers === null) return null;
  return { places: numbers.map((number) => [...last.slice(0, -1), { type: step.type, number }]), end: from };
}

/** What follows `first` up to `last`: 3 to 5 gives 4 and 5, 24a to 24d gives 24b, 24c and 24d. */
function numbersBetween(first: string, last: string, type: StepType): string[] | null {
  const low = readNumber(first);
  const high = readNumber(last);
  if (type !== 'letter' && low !== null && high !== null) {
    if (low.suffix === '' && high.value > low.value && high.value - low.value < MAX_PLACES) {
      const plain = Array.from({ length: high.value - low.value }, (_, i) => String(low.value + i + 1));
      return high.suffix === '' ? plain : [...plain, last];
    }
    if (low.value !== high.value || low.suffix.slice(0, -1) !== high.suffix.slice(0, -1))
      return low.suffix === '' && high.suffix.length === 1 && low.value === high.value
        ? lettersBetween('`', high.suffix, String(low.value))
        : null;
    return lettersBetween(low.suffix.slice(-1), high.suffix.slice(-1), String(low.value) + low.suffix.slice(0, -1));
  }
  return first.length === last.length ? lettersBetween(first.slice(-1), last.slice(-1), first.slice(0, -1)) : null;
}

function lettersBetween(low: string, high: string, head: string): string[] | null {
  const from = low.charCodeAt(0);
  const to = high.charCodeAt(0);
  if (!(to > from && to - from < 26)) return null;
  return Array.from({ length: to - from }, (_, i) => head + String.fromCharCode(from + i + 1));
}

/** The next place of a list: "i 2b", "oraz w § 4 ust. 3". */
function readNext(text: string, at: number, last: Place): { places: Place[]; end: number } | null {
  SEPARATOR.lastIndex = at;
  const separator = SEPARATOR.exec(text)?.[0] ?? '';
  if (separator.trim() === '') return null;
  let from = at + separator.length;
  const preposition = /(?:w|we)\s+/uy;
  preposition.lastIndex = from;
  from += preposition.exec(text)?.[0].length ?? 0;
  const step = last.at(-1)!;
  const bare = isConjunction(text, from, step.type) ? null : readItem(text, from, step.type);
  const isPart = bare !== null && /^\s?(?:\)|zł|%)/.test(text.slice(bare.end, bare.end + 3));
  if (bare !== null && !isPart)
    return { places: [[...last.slice(0, -1), { type: step.type, number: bare.number }]], end: bare.end };
  const chain = readChain(text, from, last);
  // "w § 3, po wyrazach": a word of another kind, or a level below is no second place.
  if (chain === null || chain.place.length > last.length + 3 || isBelow(last, chain.place)) return null;
  return { places: [chain.place], end: chain.end };
}

/** "lit. a i po wyrazach", "lit. b, w ust. 2": a short word, and no letter of the list. */
function isConjunction(text: string, at: number, type: StepType): boolean {
  if (type !== 'letter') return false;
  const word = /^\p{L}{1,5}/u.exec(text.slice(at, at + 8))?.[0] ?? '';
  if (/^(?:po|we|na|do|ze|od|za|ust|pkt|lit|art|się)$/.test(word)) return true;
  return (
    /^[wioazu]$/.test(word) &&
    /^\s(?:ust|pkt|§|art|lit|po|przed|⟦|wyraz|doda|uchyl|skreśl|w\s)/u.test(text.slice(at + 1, at + 12))
  );
}

function isBelow(last: Place, next: Place): boolean {
  return (
    next.length > last.length && last.every((step, i) => step.type === next[i]!.type && step.number === next[i]!.number)
  );
}
