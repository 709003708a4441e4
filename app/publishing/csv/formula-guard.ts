/** A cell that begins with one of these is a formula to a spreadsheet, in full width and as small forms too. */
const SIGNS = new Set('=+-@＝＋－＠﹦﹢﹣﹫\t\r');

/** Signs behind which some program begins a new cell: line ends of every kind, the separators of both habits, a quotation mark. */
const BREAKS = new Set('\r\n\t;,"\v\f\u0085\u2028\u2029');

/** What nobody sees: blanks, control characters, marks of direction, fillers, tags. */
const isBlank = (sign: string) => /[\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(sign);

type Edge = 'none' | 'blank' | 'break' | 'start';

/**
 * Places where a formula could begin, each with its run of apostrophes: the start of the cell and what stands behind a break,
 * blanks before it or not; behind a mere blank only a sign that something follows at once, since „tak - nie" is prose.
 */
function* openings(text: string): Generator<{ from: number; apostrophes: number }> {
  let edge: Edge = 'start';
  let apostrophes = 0;
  for (let at = 0, sign = ''; at < text.length; at += sign.length) {
    sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (sign === "'" && edge !== 'none') {
      apostrophes += 1;
      continue;
    }
    if (edge !== 'none' && isOpening(edge, sign, signBehind(text, at + sign.length)))
      yield { from: at - apostrophes, apostrophes };
    apostrophes = 0;
    edge = edgeAfter(edge, sign);
  }
}

function isOpening(edge: Edge, sign: string, next: string | undefined): boolean {
  if (edge === 'start' && sign === '\n') return true;
  if (!SIGNS.has(sign)) return false;
  return edge !== 'blank' || (next !== undefined && !isBlank(next));
}

/** What follows, apostrophes aside: those that the guard puts in may change no other place. Each run of them follows one sign. */
function signBehind(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === "'") at += 1;
  return text[at];
}

function edgeAfter(edge: Edge, sign: string): Edge {
  if (BREAKS.has(sign)) return 'break';
  if (!isBlank(sign)) return 'none';
  return edge === 'none' ? 'blank' : edge;
}

/** A figure as programs write it. It is left alone, so that "-2.1" stays a number. */
const isFigure = (text: string) => text.length < 40 && /^-?\d+(?:\.\d+)?$/.test(text);

/**
 * The words with an apostrophe before every sign that would begin a formula, however the file is split into cells. One
 * apostrophe is added to those that stand there already, so that `unguardedText` gives back exactly what went in.
 */
export function guardedText(text: string): string {
  if (isFigure(text)) return text;
  let guarded = '';
  let at = 0;
  for (const { from } of openings(text)) {
    guarded += `${text.slice(at, from)}'`;
    at = from;
  }
  return guarded + text.slice(at);
}

/** What `guardedText` was given: one apostrophe less wherever a formula could begin. Other words come back as they are. */
export function unguardedText(text: string): string {
  let plain = '';
  let at = 0;
  for (const { from, apostrophes } of openings(text)) {
    if (apostrophes === 0) continue;
    plain += text.slice(at, from);
    at = from + 1;
  }
  return plain + text.slice(at);
}
