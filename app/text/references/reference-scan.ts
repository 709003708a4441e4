import { readOrdinal } from '../tree/letters.ts';
import { LIST, match, RANGE, readItems, readOrdinals, type RefItem, type RefLevel } from './reference-items.ts';

export type { RefLevel } from './reference-items.ts';

/** Levels from the outermost (0) to the innermost. */
export const LEVEL_ORDER: Readonly<Record<RefLevel, number>> = {
  annex: 0,
  division: 1,
  chapter: 2,
  subchapter: 3,
  article: 4,
  paragraph: 5,
  subsection: 6,
  point: 7,
  letter: 8,
  indent: 9,
  subindent: 10,
  sentence: 11,
};

/** One step of a reference: the word that names the level and its numbers. `joined` tells how it follows the step before. */
export type RefStep = {
  level: RefLevel;
  word: string;
  from: number;
  to: number;
  items: RefItem[];
  joined: 'start' | 'below' | 'list' | 'range';
};

export type RefChain = { from: number; to: number; steps: RefStep[]; lostSign: boolean };

const LEVELS: ReadonlyArray<readonly [RefLevel, RegExp]> = [
  [
    'paragraph',
    /§{1,2}\.?\s*(?=\d)|[Pp]ar(?:agr)?\.\s*(?=\d)|[Pp]ar\s+(?=\d{1,3}[a-z]?(?:\s*(?:ust|pkt|lit)|[,.;)]|\s(?:i|oraz)\s|$))|[Pp]aragraf(?:u|owi|em|ie|y|ów|ach|ami|om)?\s+(?=\d)/y,
  ],
  ['article', /(?:[Aa]rt|ART)\s?\.?\s*(?=\d)|[Aa]rtykuł(?:u|owi|em|y|ów|ach|ami)?\s+(?=\d)|[Aa]rtykule\s+(?=\d)/y],
  ['subsection', /(?:[Uu]st|UST)\s?\.?\s*(?=\d)|[Uu]stęp(?:u|owi|em|ie|y|ów|ach|ami)?\s+(?=\d)/y],
  ['point', /(?:[Pp]kt|PKT)\s?\.?\s*(?=\d|[a-z]\))|[Pp]unk(?:t|tu|towi|tem|ty|tów|tach|tami|cie)\s+(?=\d)/y],
  [
    'letter',
    /[Ll]iter(?:a|y|ze|ą|ę|ach|ami)\s+(?=[„"]?[a-z]{1,3}(?!\p{L}))|[Ll]it\s?\.?\s*(?=(?!art|ust|pkt|lit|poz)[„"]?[a-z]{1,3}(?![\p{L}]|\.\S))/uy,
  ],
  ['subindent', /podwójn\p{L}{1,4}\s+tiret\s+/uy],
  ['indent', /tiret\s+|tir\.\s*/uy],
  ['sentence', /zdani(?:e|u|a|em)\s+|zd\.\s*(?=\d|pierwsz|drug|trzec|czwart)/uy],
  [
    'annex',
    /[Zz]ał(?:ącznik(?:u|owi|iem|i|ów|ach|ami|a|om)?|\.)\s*(?:graficzn\p{L}+\s+)?(?:(?:[Nn][Rr]\.?|numer(?:y|ach|em)?)\s?-?\s?(?=\d|[IVXLC]{1,7}(?!\p{L})|[A-Z](?!\p{L}))|(?<=\s)(?=\d))/uy,
  ],
  ['chapter', /[Rr]ozdz(?:ia(?:ł|łu|łowi|łem|ły|łów|łach|le)\s+|\.\s*)(?=\d|[IVXLC])/y],
  ['subchapter', /[Oo]ddzia(?:ł|łu|łem|ły|łów|łach|le)\s+(?=\d{1,2}(?!\d)|[IVXLC])/y],
  ['division', /[Dd]zia(?:ł|łu|łem|ły|łów|łach|le)\s+(?=[IVXLC]|\d{1,3}(?!\d))/y],
];

const INSIDE = /[\s\u00a0]+we?[\s\u00a0]+/y;
const GAP = /[\s\u00a0]*(?:,[\s\u00a0]*)?/y;
const STARTS =
  /§|\b(?:ART|UST|PKT|[Aa]rt(?:ykuł\p{L}{0,4})?|[Uu]st(?:ęp\p{L}{0,4})?|[Pp]kt|[Pp]unk(?:t\p{L}{0,4}|cie)|[Ll]it(?:er\p{L}{1,3})?|tir(?:et)?|podwójn\p{L}{1,4}|zd(?:ani(?:e|u|a|em))?|[Zz]ał(?:ącznik\p{L}{0,4})?|[Rr]ozdz(?:ia[łl]\p{L}{0,4})?|[Oo]ddzia[łl]\p{L}{0,4}|[Dd]zia[łl]\p{L}{0,4})(?=[\s.\u00a0\d]|$)|\b[Pp]ar(?:agr(?:af\p{L}{0,4})?)?(?=[\s.]|$)/gu;
const ORDINAL_FIRST = /(pierwszym|drugim|trzecim|czwartym|piątym)\s+(tiret|zdaniu)/gu;
const LOST_SIGN = /(?<=(?:^|[\s(])(?:w|z|do|i|oraz)\s)(\d{1,3}[a-z]?)(?=\s+ust\.?\s*\d)/gu;

/** Texts no longer than this are remembered, so many characters of them together: those of a few very large acts. */
const [longestKept, mostKept] = [2_000, 2_000_000];
const kept = new Map<string, readonly RefChain[]>();
let charactersKept = 0;

/**
 * Finds every chain of reference steps in a text, left to right. Linear in the length of the text. The same units stand in the text
 * before a change and after it, and are read for their checks and for their numbers: what was found in a text is kept.
 */
export function scanReferences(text: string): readonly RefChain[] {
  const known = kept.get(text);
  if (known) return known;
  const chains = scan(text);
  if (text.length <= longestKept) {
    if (charactersKept > mostKept) {
      kept.clear();
      charactersKept = 0;
    }
    kept.set(text, chains);
    charactersKept += text.length;
  }
  return chains;
}

function scan(text: string): RefChain[] {
  const chains: RefChain[] = [];
  const lost = findLostSigns(text);
  let at = 0;
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start !== null; start = STARTS.exec(text)) {
    if (start.index < at) continue;
    const begin = lost.get(start.index) ?? null;
    const chain = begin === null ? readChain(text, start.index) : readLost(text, begin);
    if (chain === null) continue;
    chains.push(chain);
    at = chain.to;
    STARTS.lastIndex = Math.max(at, STARTS.lastIndex);
  }
  return withOrdinalsFirst(text, chains);
}

/** "w 2 ust. 1": the § sign was lost. Keyed by the place of "ust.". */
function findLostSigns(text: string): Map<number, { from: number; to: number; number: string }> {
  const found = new Map<number, { from: number; to: number; number: string }>();
  for (const hit of text.matchAll(LOST_SIGN)) {
    const to = hit.index + hit[0].length;
    const gap = match(/\s+/y, text, to)?.[0].length ?? 0;
    found.set(to + gap, { from: hit.index, to, number: hit[1] ?? '' });
  }
  return found;
}

function readLost(text: string, lost: { from: number; to: number; number: string }): RefChain {
  const item: RefItem = { number: lost.number, printed: lost.number, from: lost.from, to: lost.to, rangeTo: null };
  const first: RefStep = { level: 'paragraph', word: '', from: lost.from, to: lost.to, items: [item], joined: 'start' };
  const chain: RefChain = { from: lost.from, to: lost.to, steps: [first], lostSign: true };
  extend(text, chain);
  return chain;
}

function readChain(text: string, at: number): RefChain | null {
  const first = readStep(text, at, 'start');
  if (first === null) return null;
  const chain: RefChain = { from: at, to: first.to, steps: [first], lostSign: false };
  extend(text, chain);
  return chain;
}

/** Adds steps as long as they follow directly: a lower level, or another one after a conjunction or "do". */
function extend(text: string, chain: RefChain): void {
  for (let guard = 0; guard < 60; guard += 1) {
    const next = nextStep(text, chain);
    if (next === null) return;
    chain.steps.push(next);
    chain.to = next.to;
  }
}

function nextStep(text: string, chain: RefChain): RefStep | null {
  const last = chain.steps[chain.steps.length - 1]!;
  const gap = match(GAP, text, chain.to);
  const below = readStep(text, chain.to + (gap?.[0].length ?? 0), 'below');
  const comma = gap?.[0].includes(',') === true;
  // Behind "§ 1 załącznika nr 2" another unit is named anew.
  if (comma && last.level === 'annex' && last.joined === 'below') return null;
  if (below !== null && !comma && isAnnexOf(chain, below)) return below;
  if (below !== null && comma && LEVEL_ORDER[below.level] <= LEVEL_ORDER[last.level] && namesAct(text, chain.from))
    return null;
  if (below !== null && mayFollow(last, below, comma))
    return { ...below, joined: comma && LEVEL_ORDER[below.level] <= LEVEL_ORDER[last.level] ? 'list' : 'below' };
  const range = match(RANGE, text, chain.to);
  if (range !== null) {
    const end = readStep(text, chain.to + range[0].length, 'range');
    if (end !== null && end.level === last.level) return end;
  }
  const inside = match(INSIDE, text, chain.to);
  if (inside !== null) {
    const step = readStep(text, chain.to + inside[0].length, 'below');
    if (step !== null && (mayStandInside(chain, last, step) || isAnnexOf(chain, step))) return step;
  }
  const list = match(LIST, text, chain.to);
  if (list === null || (last.level === 'annex' && last.joined === 'below')) return null;
  if (namesAct(text, chain.from)) return null;
  const step = readStep(text, chain.to + list[0].length, 'list');
  if (step === null || !sameFamily(chain, step)) return null;
  return step;
}

/** "uchwały, o której mowa w § 1 oraz § 4 …": one unit names the act, and what is listed behind it is something else. */
const NAMING =
  /(?:uchwa|ustaw|zarządze|rozporządze)\p{L}{1,4},?\s+(?:o\s+któr\p{L}{1,3}\s+(?:jest\s+)?mowa|(?:wymienion|wskazan|określon|powołan|przywołan)\p{L}{1,4})\s+we?\s+$/u;

function namesAct(text: string, from: number): boolean {
  return NAMING.test(text.slice(Math.max(0, from - 70), from));
}

/** "w § 6 w ust. 2" goes down as amending acts do; "w pkt 2 w ust. 1 w § 5" goes up, one unit at a time. */
function mayStandInside(chain: RefChain, last: RefStep, next: RefStep): boolean {
  const order = LEVEL_ORDER[next.level];
  if (last.level === 'annex') return order >= LEVEL_ORDER.article;
  if (order < LEVEL_ORDER.article || LEVEL_ORDER[last.level] < LEVEL_ORDER.article) return false;
  if (order > LEVEL_ORDER[last.level]) return true;
  const from = chain.steps.findLastIndex((step) => step.joined !== 'below');
  return (
    next.items.length === 1 &&
    chain.steps.slice(from).every((step) => LEVEL_ORDER[step.level] > order && step.level !== 'paragraph')
  );
}

/** "§ 2 ust. 1 załącznika nr 1", "w § 1 w załączniku nr 2": the annex is named behind the unit that lies in it. */
function isAnnexOf(chain: RefChain, step: RefStep): boolean {
  return (
    step.level === 'annex' &&
    step.items.length === 1 &&
    chain.steps.every(({ level }) => level !== 'annex') &&
    /^[Zz]ał(?:ącznik(?:a|u)|\.)/u.test(step.word)
  );
}

/** A lower level goes on; a higher one without a comma is the reversed order "pkt 1 ust. 3". */
function mayFollow(last: RefStep, next: RefStep, comma: boolean): boolean {
  if (next.level === 'annex' || isHeading(next.level)) {
    return (
      next.level !== 'annex' &&
      last.level !== 'annex' &&
      LEVEL_ORDER[next.level] !== LEVEL_ORDER[last.level] &&
      isHeading(last.level) &&
      !comma
    );
  }
  if (LEVEL_ORDER[next.level] > LEVEL_ORDER[last.level]) return true;
  if (comma) return next.level !== 'sentence' && LEVEL_ORDER[next.level] <= LEVEL_ORDER[last.level];
  return LEVEL_ORDER[next.level] < LEVEL_ORDER[last.level] && last.level !== 'paragraph' && next.level !== 'article';
}

function isHeading(level: RefLevel): boolean {
  return level === 'division' || level === 'chapter' || level === 'subchapter';
}

function sameFamily(chain: RefChain, step: RefStep): boolean {
  const first = chain.steps[0]!;
  const outer = (level: RefLevel): boolean => LEVEL_ORDER[level] < LEVEL_ORDER.article;
  if (outer(first.level) !== outer(step.level)) return false;
  return LEVEL_ORDER[step.level] >= LEVEL_ORDER[first.level] || !outer(step.level);
}

function readStep(text: string, at: number, joined: RefStep['joined']): RefStep | null {
  for (const [level, pattern] of LEVELS) {
    const word = match(pattern, text, at);
    if (word === null) continue;
    const start = at + word[0].length;
    const items =
      level === 'indent' || level === 'subindent' || level === 'sentence'
        ? readOrdinals(text, start)
        : readItems(text, start, level);
    if (items.length === 0) continue;
    const last = items[items.length - 1]!;
    const lettered = level === 'point' && /^[a-z]/.test(items[0]!.number);
    return {
      level: lettered ? 'letter' : level,
      word: word[0].trim(),
      from: at,
      to: last.rangeTo?.to ?? last.to,
      items,
      joined,
    };
  }
  return null;
}

/** "w pierwszym tiret", "w zdaniu": the ordinal stands before its noun. */
function withOrdinalsFirst(text: string, chains: RefChain[]): RefChain[] {
  const added: RefChain[] = [];
  for (const hit of text.matchAll(ORDINAL_FIRST)) {
    const from = hit.index;
    const to = from + hit[0].length;
    if (chains.some((chain) => chain.from < to && chain.to > from)) continue;
    const item: RefItem = {
      number: String(readOrdinal(hit[1] ?? '') ?? 1),
      printed: hit[1] ?? '',
      from,
      to: from + (hit[1] ?? '').length,
      rangeTo: null,
    };
    const level: RefLevel = hit[2] === 'tiret' ? 'indent' : 'sentence';
    added.push({
      from,
      to,
      lostSign: false,
      steps: [{ level, word: hit[2] ?? '', from, to, items: [item], joined: 'start' }],
    });
  }
  return added.length === 0 ? chains : [...chains, ...added].sort((a, b) => a.from - b.from);
}
