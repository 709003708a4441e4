import { follows, opensList } from '../tree/letters.ts';
import type { Line } from './line.ts';

/** Where a paragraph of an act begins that was pasted without line breaks: the place in the line, and what begins there. */
type Break = { at: number; kind: 'basic' | 'heading' | 'front' | 'end' };

const BASIC = /(?:§\s?|Art\.\s?)(\d{1,4}[a-z]{0,2})\.(?=\s)/gu;
const HEADING = /(?:Rozdział|ROZDZIAŁ|DZIAŁ|Dział|Oddział)\s(?:\d{1,3}[a-zA-Z]?|[IVXLC]{1,7}[a-zA-Z]?)(?!\p{L})/gu;
const FRONT = /(?:Na podstawie|Działając na podstawie)\s/gu;
const TAIL = /(?:Załącznik|ZAŁĄCZNIK)\s(?:(?:[Nn]r|NR)\s?\d{1,3}[a-zA-Z]?\s)?do\s|UZASADNIENIE|Uzasadnienie(?=\s)|(?:Przewodniczą(?:cy|ca)|PRZEWODNICZĄC[YA])\s(?:Rady|RADY)/gu;
const ITEM = /(?:\d{1,3}[a-z]?\.(?=\s(?:\p{Lu}|\d{1,2}\)))|\d{1,3}[a-z]?\)(?=\s)|[a-z]{1,2}\)(?=\s)|[–-](?=\s\p{Ll}))/gu;
/** Shorter lines hold one paragraph. */
const SHORTEST = 20;

/**
 * Lines of an act that was pasted into one line, or into a few: cut before every § (art.), chapter, annex, ust., pkt, lit. and tiret
 * that is next in order. The pieces bear the number of their line. Lines in `whole` stay as they are.
 */
export function partLongLines(lines: readonly Line[], whole: { has(n: number): boolean }): Line[] {
  return lines.flatMap((line, i) => {
    if (line.text.length < SHORTEST || line.noise || line.row || whole.has(line.n)) return [line];
    const cuts = cutsOf(line.text, nextText(lines, i));
    if (cuts.length === 0) return [line];
    const pieces = [0, ...cuts].map((from, k) => line.text.slice(from, cuts[k] ?? line.text.length).trim()).filter((text) => text !== '');
    return pieces.map((text) => ({ ...line, text, blankBefore: true, blankAfter: true }));
  });
}

function nextText(lines: readonly Line[], index: number): string {
  for (let i = index + 1; i < lines.length && i < index + 10; i += 1) if (lines[i]!.text !== '') return lines[i]!.text;
  return '';
}

function cutsOf(text: string, below: string): number[] {
  const breaks = breaksOf(text);
  const isWholeAct = breaks.length > 1 || (breaks.length === 1 && breaks[0]!.at > 0 && breaks[0]!.kind === 'basic');
  if (!isWholeAct) return /^§\s?\d{1,4}[a-z]?\.\s1\.\s/.test(text) && !/^(?:2|1a)\./.test(below) ? itemCuts(text, 0, text.length, true) : [];
  const starts = breaks[0]?.at === 0 ? breaks : [{ at: 0, kind: 'front' } satisfies Break, ...breaks];
  const cuts: number[] = [];
  starts.forEach(({ at, kind }, i) => {
    if (at > 0) cuts.push(at);
    if (kind === 'basic') cuts.push(...itemCuts(text, at, starts[i + 1]?.at ?? text.length, false));
  });
  return cuts;
}

/** § and art. in their order, headings, the legal basis and what follows the last provision. */
function breaksOf(text: string): Break[] {
  if (!/§\s?\d|Art\.\s?\d/.test(text)) return [];
  const places: Array<Break & { number: string }> = [];
  for (const [pattern, kind] of [[BASIC, 'basic'], [HEADING, 'heading'], [FRONT, 'front'], [TAIL, 'end']] as const) {
    for (const hit of text.matchAll(pattern)) places.push({ at: hit.index, kind, number: kind === 'basic' ? (hit[1] ?? '') : '' });
  }
  places.sort((a, b) => a.at - b.at);
  const breaks: Break[] = [];
  let last: string | null = null;
  for (const { at, kind, number } of places) {
    const heads = breaks.at(-1)?.kind === 'heading' || breaks.at(-1)?.kind === 'end';
    const ended = at === 0 || /[.;:”"»)…]\s*$/.test(text.slice(Math.max(0, at - 6), at));
    const mayStand = kind === 'front' ? last === null : kind === 'basic' ? (ended || heads) && isNext(last, number, heads) : ended || (kind === 'end' && breaks.at(-1)?.kind === 'end');
    if (!mayStand) continue;
    if (kind === 'basic') last = number;
    if (kind === 'end') last = null;
    breaks.push({ at, kind });
    // The reasons go on to the end of the line.
    if (/^uzasadnienie/iu.test(text.slice(at, at + 12))) break;
  }
  return breaks.some(({ kind }) => kind === 'basic') ? breaks : [];
}

function isNext(last: string | null, number: string, heads: boolean): boolean {
  return last === null ? number === '1' || heads : follows(last, number);
}

/** Cuts inside one §: the first item of a list stands behind a colon, the others go on with the numbers. */
function itemCuts(text: string, from: number, to: number, onlySubsections: boolean): number[] {
  const cuts: number[] = [];
  const open: { dot: string | null; bracket: string | null; letter: string | null; dash: boolean } = { dot: null, bracket: null, letter: null, dash: false };
  ITEM.lastIndex = from;
  for (let hit = ITEM.exec(text); hit !== null && hit.index < to; hit = ITEM.exec(text)) {
    const before = text.slice(Math.max(from, hit.index - 8), hit.index).trimEnd();
    const mark = hit[0];
    const kind = mark.endsWith('.') ? 'dot' : /^\d/.test(mark) ? 'bracket' : mark.endsWith(')') ? 'letter' : 'dash';
    if (kind !== 'dot' && onlySubsections) continue;
    const after = /(?:[.;:,”"»)]|\s(?:oraz|lub|albo|i))$/u.test(before) && /\s/.test(text.charAt(hit.index - 1));
    if (!after || hit.index === from) continue;
    if (kind === 'dash') {
      if (!before.endsWith(':') && !open.dash) continue;
      open.dash = true;
      cuts.push(hit.index);
      continue;
    }
    const number = mark.slice(0, -1);
    const last = open[kind];
    // Right behind "§ 2." stands its first mark; it needs no line of its own.
    const isFirst = opensList(number) && (before.endsWith(':') || /(?:^|\s)(?:§\s?)?\d{1,4}[a-z]?[.)]$/.test(before));
    if (!isFirst && !(last !== null && follows(last, number))) continue;
    open[kind] = number;
    open.dash = false;
    if (kind !== 'letter') open.letter = null;
    if (kind === 'dot') open.bracket = null;
    if (!isFirst || before.endsWith(':')) cuts.push(hit.index);
  }
  return cuts;
}
