import { follows, opensList } from '../tree/letters.ts';
import type { Line } from './line.ts';
import { scanQuotes } from './quoted.ts';

/** Where a paragraph of an act begins that was pasted without line breaks: the place in the line, and what begins there. */
type Break = { at: number; kind: 'basic' | 'heading' | 'front' | 'end' };

const BASIC = /(?:§\s?|Art\.\s?)(\d{1,4}[a-z]{0,2})(?:\.(?=\s|\d{1,2}\.\s)|(?=\s(?:\p{Lu}|1[.)])))/gu;
const ARTICLE = /Art\.\s?(\d{1,4}[a-z]{0,2})\.(?=\s)/gu;
const HEADING = /(?:Rozdział|ROZDZIAŁ|DZIAŁ|Dział|Oddział)\s(?:\d{1,3}[a-zA-Z]?|[IVXLC]{1,7}[a-zA-Z]?)(?!\p{L})/gu;
const FRONT = /(?:Na podstawie|Działając na podstawie)\s/gu;
const TAIL =
  /(?:Załącznik|ZAŁĄCZNIK)\s(?:(?:[Nn]r|NR)\s?\d{1,3}[a-zA-Z]?\s)?do\s|UZASADNIENIE|Uzasadnienie(?=\s)|(?:Przewodniczą(?:cy|ca)|PRZEWODNICZĄC[YA])\s(?:Rady|RADY)/gu;
const ITEM =
  /(?:§\s?\d{1,3}[a-z]?\.(?=\s\p{Lu})|\d{1,3}[a-z]?\.(?=\s(?:\p{L}|\d{1,2}\)))|\d{1,3}[a-z]?\)(?=\s)|[a-z]{1,2}\)(?=\s)|[–-](?=\s\p{L}))/gu;
/** The head of an annex ends with the date of the act: "do uchwały nr 7 Rady Gminy Zielin z dnia 3 marca 2026 r." */
const ATTRIBUTION = /^Zał[^.]{0,40}\sdo\s[^§]{0,160}?z\s?dnia\s\d{1,2}\s\p{L}{3,12}\s\d{4}\s?(?:r\.|roku)?\s?/iu;
/** Shorter lines hold one paragraph. */
const SHORTEST = 20;

/**
 * Lines of an act that was pasted into one line, or into a few: cut before every § (art.), chapter, annex, ust., pkt, lit. and tiret
 * that is next in order. The pieces bear the number of their line. Lines in `whole` stay as they are. `quoted`: the lines are the
 * wording that an amending act quotes, which may begin with any unit.
 */
export function partLongLines(
  lines: readonly Line[],
  { whole, quoted }: { whole: { has(n: number): boolean }; quoted: boolean },
): Line[] {
  return lines.flatMap((line, i) => {
    if (line.text.length < SHORTEST || line.noise || line.row || whole.has(line.n)) return [line];
    const cuts = quoted ? quotedCuts(line.text) : cutsOf(line.text, nextText(lines, i));
    if (cuts.length === 0) return [line];
    const pieces = [0, ...cuts]
      .map((from, k) => line.text.slice(from, cuts[k] ?? line.text.length).trim())
      .filter((text) => text !== '');
    return pieces.map((text) => ({ ...line, text, blankBefore: true, blankAfter: true }));
  });
}

function nextText(lines: readonly Line[], index: number): string {
  for (let i = index + 1; i < lines.length && i < index + 10; i += 1) if (lines[i]!.text !== '') return lines[i]!.text;
  return '';
}

function cutsOf(text: string, below: string): number[] {
  // What the next line begins with is only named here.
  const next = /^(?:§|Art\.)\s?(\d{1,4}[a-z]{0,2})/.exec(below)?.[0].replace(/\s/g, '');
  const found = breaksOf(text);
  const named = found.findIndex(
    ({ at, kind }) =>
      kind === 'basic' &&
      at > 0 &&
      next !== undefined &&
      text
        .slice(at, at + 12)
        .replace(/\s/g, '')
        .startsWith(`${next}.`),
  );
  const breaks = named < 0 ? found : found.slice(0, named);
  const isWholeAct = breaks.length > 1 || (breaks.length === 1 && breaks[0]!.at > 0 && breaks[0]!.kind === 'basic');
  if (!isWholeAct)
    return /^§\s?\d{1,4}[a-z]?\.\s1\.\s/.test(text) && !/^(?:2|1a)\./.test(below)
      ? itemCuts(text, 0, text.length, true)
      : [];
  const starts = breaks[0]?.at === 0 ? breaks : [{ at: 0, kind: 'front' } satisfies Break, ...breaks];
  const cuts: number[] = [];
  starts.forEach(({ at, kind }, i) => {
    if (at > 0) cuts.push(at);
    if (kind === 'basic') cuts.push(...itemCuts(text, at, starts[i + 1]?.at ?? text.length, false));
  });
  return cuts;
}

/** Cuts of quoted wording: „Art. 5. 1. Raz. 2. Dwa. Art. 6. Trzy.” */
function quotedCuts(text: string): number[] {
  const breaks = breaksOf(text);
  const starts = breaks[0]?.at === 0 ? breaks : [{ at: 0, kind: 'basic' } satisfies Break, ...breaks];
  return starts.flatMap(({ at }, i) => [
    ...(at > 0 ? [at] : []),
    ...itemCuts(text, at, starts[i + 1]?.at ?? text.length, false),
  ]);
}

/** Stretches of quoted wording, which belong to the line of the command: [from, to) in their order. */
function quotations(text: string): Array<[number, number]> {
  const found: Array<[number, number]> = [];
  for (const hit of text.matchAll(/(?:brzmieni[eu]|treści)\s?[:–-]?\s?(?=,,|["„”“])/gu)) {
    const from = hit.index + hit[0].length;
    if (from < (found.at(-1)?.[1] ?? 0)) continue;
    const length = text.startsWith(',,', from) ? 2 : 1;
    const { at } = scanQuotes(text.slice(from + length, from + length + MAX_QUOTATION), 1);
    // One that is never closed makes all after it doubtful, and each would be looked for to the end.
    if (at < 0) break;
    found.push([from, from + length + at]);
  }
  return found;
}

/** A quotation longer than this is not looked for. */
const MAX_QUOTATION = 60_000;

/** § and art. in their order, headings, the legal basis and what follows the last provision. */
function breaksOf(text: string): Break[] {
  if (!/§\s?\d|Art\.\s?\d/.test(text)) return [];
  const places: Array<Break & { number: string }> = [];
  // In codes § stand below articles.
  const basic = /(?:^|\s)Art\.\s?1\.\s/.test(text) ? ARTICLE : BASIC;
  for (const [pattern, kind] of [
    [basic, 'basic'],
    [HEADING, 'heading'],
    [FRONT, 'front'],
    [TAIL, 'end'],
  ] as const) {
    for (const hit of text.matchAll(pattern))
      places.push({ at: hit.index, kind, number: kind === 'basic' ? (hit[1] ?? '') : '' });
  }
  const quoted = quotations(text);
  let q = 0;
  const isQuoted = (at: number): boolean => {
    while (q < quoted.length && quoted[q]![1] <= at) q += 1;
    return q < quoted.length && quoted[q]![0] <= at;
  };
  places.sort((a, b) => a.at - b.at);
  const breaks: Break[] = [];
  let last: string | null = null;
  for (const { at, kind, number } of places) {
    if (isQuoted(at)) continue;
    const opens =
      kind === 'basic' &&
      last === null &&
      number === '1' &&
      opensAct(text.slice(Math.max(0, at - 40), at), text.slice(at, at + 40));
    const heads = breaks.at(-1)?.kind === 'heading' || breaks.at(-1)?.kind === 'end';
    const ended = at === 0 || /[.;:”"»)…]\s*$/.test(text.slice(Math.max(0, at - 6), at));
    const mayStand =
      kind === 'front'
        ? last === null
        : kind === 'basic'
          ? ((ended || heads || opens || standsApart(text, at)) && isNext(last, number, heads)) ||
            (ended && isNear(last, number, text.slice(at, at + 16)))
          : ended || breaks.at(-1)?.kind === 'end' || isBehindTitle(text, at);
    if (!mayStand) continue;
    if (kind === 'basic') last = number;
    if (kind === 'end') last = null;
    breaks.push({ at, kind });
    const dated = kind === 'end' ? ATTRIBUTION.exec(text.slice(at, at + 260)) : null;
    if (dated !== null) breaks.push({ at: at + dated[0].length, kind });
    // The reasons go on to the end of the line.
    if (/^uzasadnienie/iu.test(text.slice(at, at + 12))) break;
  }
  if (!breaks.some(({ kind }) => kind === 'basic')) return [];
  // A chapter right before another one is an entry of a table of contents.
  const wordAt = ({ at }: Break): string => text.slice(at, at + 5);
  return breaks.filter(
    (one, i) => one.kind !== 'heading' || breaks[i + 1]?.kind !== 'heading' || wordAt(one) !== wordAt(breaks[i + 1]!),
  );
}

/** The first § of an act without a legal basis: "o targach Art. 1. Kupiec", not "zgodnie z § 1. Kupiec". */
function opensAct(before: string, after: string): boolean {
  return (
    /\p{L}{4}\s$/u.test(before) &&
    !/(?:oraz|albo|przepis\p{L}{0,3}|zgodnie|stosuje|zastrzeżeniem)\s$/u.test(before) &&
    /^\S{1,4}\s?1\.\s?(?:\p{Lu}|1[.)])/u.test(after)
  );
}

/** Behind a word with a capital or a number: a title, a name, a date; in a sentence a small letter comes before "Rozdział 2". */
function isBehindTitle(text: string, at: number): boolean {
  return /(?:^|[\s(„"])[\p{Lu}\d][\p{L}\d.-]{0,30}\s$/u.test(text.slice(Math.max(0, at - 34), at));
}

/** Behind a title or a signature, with a stop and a capital behind. "z uwzględnieniem § 2." ends a sentence; "Art." has a capital there. */
function standsApart(text: string, at: number): boolean {
  if (!/^\S{1,4}\s?\d{1,4}[a-z]{0,2}\.\s(?:\p{Lu}|1[.)])/u.test(text.slice(at, at + 20))) return false;
  return (
    isBehindTitle(text, at) ||
    (text.startsWith('Art', at) &&
      !/(?:^|\s)(?:we?|ze?|do|od|po|na|i|a|oraz|lub|albo|bądź)\s$/u.test(text.slice(Math.max(0, at - 8), at)))
  );
}

/** Numbers that repeat or are left out, behind the end of a sentence and with a stop. */
function isNear(last: string | null, number: string, printed: string): boolean {
  const step = Number.parseInt(number, 10) - Number.parseInt(last ?? '-9', 10);
  return step >= 0 && step <= 3 && /^\S{1,4}\s?\d{1,4}[a-z]{0,2}\.\s/.test(printed);
}

function isNext(last: string | null, number: string, heads: boolean): boolean {
  return last === null ? number === '1' || heads : follows(last, number);
}

type Open = {
  sign: string | null;
  dot: string | null;
  bracket: string | null;
  letter: string | null;
  dash: boolean;
  isLower: boolean;
};

/** Cuts inside one § (art.): the first item of a list stands behind a colon, the others go on with the numbers. */
function itemCuts(whole: string, from: number, to: number, onlySubsections: boolean): number[] {
  // A search in the whole line would look for the next item up to its end, once for each §.
  const text = whole.slice(from, to);
  const cuts: number[] = [];
  const open: Open = { sign: null, dot: null, bracket: null, letter: null, dash: false, isLower: false };
  const quoted = quotations(text);
  let q = 0;
  for (const hit of text.matchAll(ITEM)) {
    while (q < quoted.length && quoted[q]![1] <= hit.index) q += 1;
    if (hit.index === 0 || (q < quoted.length && quoted[q]![0] <= hit.index)) continue;
    const before = text.slice(Math.max(0, hit.index - 30), hit.index);
    const isLower = /^\s\p{Ll}/u.test(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 2));
    if (takeItem(open, { mark: hit[0], before, isLower }, onlySubsections)) cuts.push(from + hit.index);
  }
  return cuts;
}

const PAUSE = /(?:[.;:,”"»)]|\s(?:oraz|lub|albo|i))\s$/u;
/** Behind these a number belongs to a reference or to a count. */
const NOT_ALONE =
  /(?:(?:ust|pkt|art|lit|poz|nr|par|§)\.?\s?(?:\d{1,4}[a-z]{0,2}\)?(?:,|\s(?:i|oraz|lub|albo))?\s)*|(?:^|\s)(?:we?|ze?|do|od|po|na|i|a|oraz|lub|albo|ok|rok\p{L}{0,2}|dnia|ponad|około|[–-])\s)$/iu;

/** Notes a mark that is next in order; true where a line of its own begins. Right behind "§ 2." stands its first mark: it needs none. */
function takeItem(
  open: Open,
  { mark, before, isLower }: { mark: string; before: string; isLower: boolean },
  onlySubsections: boolean,
): boolean {
  const kind = mark.startsWith('§')
    ? 'sign'
    : mark.endsWith('.')
      ? 'dot'
      : /^\d/.test(mark)
        ? 'bracket'
        : mark.endsWith(')')
          ? 'letter'
          : 'dash';
  const words = before.trimEnd();
  if (onlySubsections && kind !== 'dot') return false;
  if (kind === 'dash') {
    if (!PAUSE.test(before) || (!words.endsWith(':') && !open.dash)) return false;
    open.dash = true;
    return true;
  }
  const number = mark.replace(/^§\s?/, '').slice(0, -1);
  const isBehindMark = /(?:^|\s)(?:(?:§|Art\.)\s?)?\d{1,4}[a-z]?[.)]$/.test(words);
  const isFirst = opensList(number) && ((words.endsWith(':') && PAUSE.test(before)) || isBehindMark);
  const isDue = open[kind] !== null && follows(open[kind], number);
  // ust. of careless texts end without a stop.
  const isAlone = !NOT_ALONE.test(before);
  const mayStand = /\s$/.test(before) && ((isAlone && kind !== 'sign') || (PAUSE.test(before) && kind !== 'dot'));
  if (!isFirst && !(isDue && mayStand)) return false;
  // "1. planie – plan": small letters only in a list that began with them behind a colon.
  if (kind === 'dot' && isLower && !(isFirst && words.endsWith(':')) && !open.isLower) return false;
  if (kind === 'dot' && isFirst) open.isLower = isLower;
  open[kind] = number;
  open.dash = false;
  if (kind === 'sign') open.dot = null;
  if (kind !== 'letter') open.letter = null;
  if (kind === 'dot' || kind === 'sign') open.bracket = null;
  return !isFirst || words.endsWith(':');
}
