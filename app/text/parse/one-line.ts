import { follows, fromRoman } from '../tree/letters.ts';
import type { Line } from './line.ts';
import { detectLayout } from './lines.ts';
import { itemCuts } from './one-line-items.ts';
import { quotations } from './quotations.ts';

/** Where a paragraph of an act begins that was pasted without line breaks: the place in the line, and what begins there. */
type Break = { at: number; kind: 'basic' | 'heading' | 'front' | 'end' };
/** A place where one may begin; `number` of a § or art. */
type Place = Break & { number: string };

const BASIC = /(?:§\s?|Art\.\s?)(\d{1,4}[a-z]{0,2})(?:\.(?=\s|\d{1,2}\.\s)|(?=\s(?:\p{Lu}|1[.)])))/gu;
const ARTICLE = /Art\.\s?(\d{1,4}[a-z]{0,2})\.(?=\s)/gu;
const HEADING = /(?:Rozdział|ROZDZIAŁ|DZIAŁ|Dział|Oddział)\s(?:\d{1,3}[a-zA-Z]?|[IVXLC]{1,7}[a-zA-Z]?)(?!\p{L})/gu;
const FRONT = /(?:Na podstawie|Działając na podstawie)\s/gu;
const TAIL =
  /(?:Załącznik|ZAŁĄCZNIK)\s(?:(?:[Nn]r|NR)\s?\d{1,3}[a-zA-Z]?\s)?do\s|UZASADNIENIE|Uzasadnienie(?=\s(?:\p{Lu}|(?:do\s)?(?:projektu\s)?uchwały))|(?:Przewodniczą(?:cy|ca)|PRZEWODNICZĄC[YA])\s(?:Rady|RADY)/gu;
/** The head of an annex ends with the date of the act: "do uchwały nr 7 Rady Gminy Zielin z dnia 3 marca 2026 r." */
const ATTRIBUTION = /^Zał[^.]{0,40}\sdo\s[^§]{0,160}?z\s?dnia\s\d{1,2}\s\p{L}{3,12}\s\d{4}\s?(?:r\.|roku)?\s?/iu;
/** "UZASADNIENIE do uchwały nr 7 Rady Gminy Zielin z dnia 3 marca 2026 r." */
const REASONS =
  /^uzasadnienie(?:\s(?:do\s)?(?:projektu\s)?uchwały[^§]{0,200}?\sz\s?dnia\s\d{1,2}\s\p{L}{3,12}\s\d{4}\s?(?:r\.|roku)?)?:?\s?/iu;
/** Sentences that run over lines run over shorter ones. */
const MAX_WRAPPED = 140;
/** Shorter lines hold one paragraph. */
const SHORTEST = 12;

/**
 * Lines of an act that was pasted into one line, or into a few: cut before every § (art.), chapter, annex, ust., pkt, lit. and tiret
 * that is next in order. The pieces bear the number of their line. Lines in `whole` stay as they are. `quoted`: the lines are the
 * wording that an amending act quotes, which may begin with any unit.
 */
export function partLongLines(
  lines: readonly Line[],
  { whole, quoted }: { whole: { has(n: number): boolean }; quoted: boolean },
): Line[] {
  const isWrapped = detectLayout(lines) === 'wrapped';
  let isProvision = false;
  return lines.flatMap((line, i) => {
    if (/^(?:§|Art\.)\s?\d/u.test(line.text)) isProvision = true;
    else if (/^U ?Z ?A ?S ?A ?D ?N ?I ?E ?N ?I ?E/iu.test(line.text)) isProvision = false;
    if (line.text.length < SHORTEST || line.noise || line.row || whole.has(line.n)) return [line];
    const cuts = quoted ? quotedCuts(line.text) : cutsOf(line.text, textsBelow(lines, i), { isWrapped, isProvision });
    if (cuts.length === 0) return [line];
    const pieces = [0, ...cuts]
      .map((from, k) => line.text.slice(from, cuts[k] ?? line.text.length).trim())
      .filter((text) => text !== '');
    return pieces.map((text) => ({ ...line, text, blankBefore: true, blankAfter: true }));
  });
}

/** The beginnings of the next lines with words: what begins there is only named here. */
function textsBelow(lines: readonly Line[], index: number): string[] {
  const texts: string[] = [];
  for (let i = index + 1; i < lines.length && i < index + 40 && texts.length < 12; i += 1) {
    const { text } = lines[i]!;
    if (text !== '') texts.push(text.slice(0, 16));
    // The lists of the next § are its own.
    if (/^(?:§\s?\d|Art\.\s?\d|Rozdział\s|Załącznik\s)/u.test(text)) break;
  }
  return texts;
}

function cutsOf(
  text: string,
  below: readonly string[],
  { isWrapped, isProvision }: { isWrapped: boolean; isProvision: boolean },
): number[] {
  const next = /^(?:§|Art\.)\s?(\d{1,4}[a-z]{0,2})/.exec(below[0] ?? '')?.[0].replace(/\s/g, '');
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
  const reasons = isWholeAct ? null : /^U ?Z ?A ?S ?A ?D ?N ?I ?E ?N ?I ?E:?\s(?=\p{Lu}\p{Ll})/u.exec(text);
  if (reasons !== null) return [reasons[0].length];
  if (!isWholeAct)
    return isWrapped && text.length < MAX_WRAPPED && !isWhole(text, below) ? [] : inlineCuts(text, below, isProvision);
  const starts = breaks[0]?.at === 0 ? breaks : [{ at: 0, kind: 'front' } satisfies Break, ...breaks];
  const cuts: number[] = [];
  starts.forEach(({ at, kind }, i) => {
    if (at > 0) cuts.push(at);
    if (kind === 'basic') cuts.push(...itemCuts(text, at, starts[i + 1]?.at ?? text.length, {}));
  });
  return cuts;
}

/** A line that ends a sentence, with a mark or nothing below, is a paragraph even where sentences run over lines. */
function isWhole(text: string, below: readonly string[]): boolean {
  const next = below[0] ?? '';
  return (
    /[.;]$/.test(text) &&
    (next === '' || /^(?:§|Art\.|\d{1,3}[a-z]?[.)/]\s|[a-z]{1,2}\)|Rozdział|Załącznik)/u.test(next))
  );
}

/** Cuts of a line that holds one unit with its list: "§ 3. Ustala się: 1) raz; 2) dwa." */
function inlineCuts(text: string, below: readonly string[], isProvision: boolean): number[] {
  // The words of a § may begin below its number: "§ 1." / "Wniosek zawiera: 1) nazwę, 2) adres."
  const opens = isProvision && /:\s(?:1[)/]|\(1\)|a[)/]|\(a\))\s/u.test(text);
  if (
    !opens &&
    !/^(?:(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.|\d{1,3}[a-z]{0,2}[.)/]|[a-z]{1,2}[)/]|\((?:\d{1,3}[a-z]{0,2}|[a-z])\))\s/u.test(
      text,
    )
  )
    return [];
  return itemCuts(text, 0, text.length, { below });
}

/** Cuts of quoted wording: „Art. 5. 1. Raz. 2. Dwa. Art. 6. Trzy.” */
function quotedCuts(text: string): number[] {
  const breaks = breaksOf(text);
  const starts = breaks[0]?.at === 0 ? breaks : [{ at: 0, kind: 'basic' } satisfies Break, ...breaks];
  return starts.flatMap(({ at }, i) => [
    ...(at > 0 ? [at] : []),
    ...itemCuts(text, at, starts[i + 1]?.at ?? text.length, {}),
  ]);
}

/** § and art. in their order, headings, the legal basis and what follows the last provision. */
function breaksOf(text: string): Break[] {
  if (!/§\s?\d|Art\.\s?\d/.test(text)) return [];
  const places: Place[] = [];
  // In codes § stand below articles.
  const basic = /(?:^|\s)Art\.\s?1\.\s/.test(text) ? ARTICLE : BASIC;
  for (const [pattern, kind] of [
    [basic, 'basic'],
    [HEADING, 'heading'],
    [FRONT, 'front'],
    [TAIL, 'end'],
  ] as const) {
    for (const hit of text.matchAll(pattern))
      // "§ 1. Załącznik nr 1 do uchwały … otrzymuje brzmienie": a sentence about an annex.
      if (
        kind !== 'end' ||
        !/^Z/u.test(hit[0]) ||
        !/(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.\s$/u.test(text.slice(Math.max(0, hit.index - 14), hit.index))
      )
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
  const headings = new Map<string, number>();
  // A line that begins with a mark is a provision: what it says of "§ 1" does not open the act.
  const isProvision = /^(?:§|Art\b|\d{1,3}[a-z]{0,2}[.)/]|[a-z]{1,2}[)/]|[–-]\s)/u.test(text);
  let last: string | null = null;
  for (const [i, { at, kind, number }] of places.entries()) {
    if (isQuoted(at) || /[„“"«‚]/u.test(text.charAt(at - 1))) continue;
    const opens =
      kind === 'basic' &&
      last === null &&
      number === '1' &&
      !isProvision &&
      opensAct(text.slice(Math.max(0, at - 40), at), text.slice(at, at + 40));
    const heads = breaks.at(-1)?.kind === 'heading' || breaks.at(-1)?.kind === 'end';
    const ended = hasEndedAt(text, at);
    const mayStand =
      kind === 'front'
        ? last === null
        : kind === 'basic'
          ? isFirstOfLine(text, at) ||
            ((ended || heads || opens || standsApart(text, at)) && isNext(last, number, heads)) ||
            (ended && isNear(last, number, text.slice(at, at + 16))) ||
            (last !== null && follows(last, number) && isOnlyOne(text, places, i))
          : ended ||
            breaks.at(-1)?.kind === 'end' ||
            isBehindTitle(text, at) ||
            isDueHeading(text, at, headings) ||
            /^UZASADNIENIE\s/.test(text.slice(at, at + 13));
    if (!mayStand) continue;
    const heading = kind === 'heading' ? headingAt(text, at) : null;
    if (heading !== null) headings.set(heading.kind, heading.number);
    if (kind === 'basic') last = number;
    if (kind === 'end') last = null;
    breaks.push({ at, kind });
    const dated = kind === 'end' ? ATTRIBUTION.exec(text.slice(at, at + 260)) : null;
    if (dated !== null) breaks.push({ at: at + dated[0].length, kind });
    // The reasons go on to the end of the line.
    const reasons = REASONS.exec(text.slice(at, at + 300));
    if (reasons === null) continue;
    breaks.push({ at: at + reasons[0].length, kind });
    break;
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

/** "§ 3. Raz. § 4. Dwa.": a line that begins with a § may hold the next ones. */
function isFirstOfLine(text: string, at: number): boolean {
  return at === 0 && /^(?:§|Art\.)\s?\d{1,4}[a-z]{0,2}\.\s/.test(text);
}

function hasEndedAt(text: string, at: number): boolean {
  return at === 0 || /[.;:”"»)…]\s*$/.test(text.slice(Math.max(0, at - 6), at));
}

/** How many places ahead the same number is looked for. */
const AHEAD = 200;

/**
 * The § that is due, behind words without an end ("… oraz rowery, § 2. 1. Rada"), with a stop and a beginning behind it: it is one when
 * it stands in no reference and no other place could be that §.
 */
function isOnlyOne(text: string, places: readonly Place[], index: number): boolean {
  const { at, number } = places[index]!;
  if (!/^\S{1,4}\s?\d{1,4}[a-z]{0,2}\.\s[\p{L}\d„"(]/u.test(text.slice(at, at + 24))) return false;
  const before = text.slice(Math.max(0, at - 40), at);
  if (
    /(?:^|[\s(])(?:we?|ze?|do|od|po|na|i|a|oraz|lub|albo|bądź|ust\.?|pkt|przepis\p{L}{0,3}|zgodnie|stosuje|zastrzeżeniem|[–-])\s$/u.test(
      before,
    )
  )
    return false;
  for (let i = index + 1; i < places.length && i < index + AHEAD; i += 1) {
    const place = places[i]!;
    if (place.kind === 'end') break;
    if (place.kind === 'basic' && place.number === number && hasEndedAt(text, place.at)) return false;
  }
  return true;
}

/**
 * A heading with the number that is due and a title, behind words that do not end ("o planach Rozdział 1 Zasady", "… oraz rowery,
 * Rozdział 2 Tryb"). `headings` holds the last number of each kind so far.
 */
function isDueHeading(text: string, at: number, headings: ReadonlyMap<string, number>): boolean {
  const heading = headingAt(text, at);
  if (heading === null || !/\S\s$/u.test(text.slice(Math.max(0, at - 2), at))) return false;
  const last = headings.get(heading.kind);
  if (heading.number === (last ?? 0) + 1) return true;
  return heading.number === 1 && headings.size > (last === undefined ? 0 : 1);
}

/** The kind and number of a heading that has a title: "Rozdział 2 Tryb". */
function headingAt(text: string, at: number): { kind: string; number: number } | null {
  const found = /^(\p{L}{5,8})\s(\d{1,3}|[IVXLC]{1,7})[a-zA-Z]?\.?\s\p{Lu}/u.exec(text.slice(at, at + 24));
  if (found === null) return null;
  return { kind: found[1]!.toLowerCase(), number: fromRoman(found[2]!) ?? Number.parseInt(found[2]!, 10) };
}

/** Numbers that repeat or are left out, behind the end of a sentence and with a stop. */
function isNear(last: string | null, number: string, printed: string): boolean {
  const step = Number.parseInt(number, 10) - Number.parseInt(last ?? '-9', 10);
  return step >= 0 && step <= 3 && /^\S{1,4}\s?\d{1,4}[a-z]{0,2}\.\s/.test(printed);
}

function isNext(last: string | null, number: string, heads: boolean): boolean {
  return last === null ? number === '1' || heads : follows(last, number);
}
