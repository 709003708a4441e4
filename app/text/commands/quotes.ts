/**
 * Quoted wording of an amending act, taken out of its sentences: what stands between the marks may be a whole § with
 * quotation marks of its own, and no list of the amending act goes on inside it.
 */

/** The marks of a quote, what stands between them, and where it began. */
export type Quote = { open: string; close: string; text: string; from: number };

/** The sentences of an act with `⟦n⟧` in the place of its n-th quote. `unclosed` holds the places of marks without another end. */
export type Masked = { text: string; quotes: Quote[]; unclosed: number[] };

type Mark = { at: number; length: number; turn: 1 | -1; fence: number };

/** What quoted wording is announced with; behind it the quote belongs to the line of its command. */
const ANNOUNCED = /(?:brzmi|treś|wyraz|słow|zwrot|tytuł|oznacz|zdani|wiersz|liczb|cyfr|kwot|dat)[\p{L}\s]{0,40}:?\s*$/u;

/** Takes the outermost quotes out. A mark without its other end closes at the end of a line, if any line ends with a mark. */
export function maskQuotes(source: string): Masked {
  const marks = findMarks(source);
  const closing = pairMarks(marks);
  const lineEnds = nextLineEnds(source, marks);
  const masked: Masked = { text: '', quotes: [], unclosed: [] };
  let done = 0;
  for (let i = 0; i < marks.length; i += 1) {
    const mark = marks[i]!;
    if (mark.turn < 0 || mark.at < done) continue;
    let end = closing[i]!;
    if (end < 0) {
      masked.unclosed.push(mark.at);
      end = lineEnds[i]!;
      if (end < 0) continue;
    }
    const close = marks[end]!;
    const from = mark.at + mark.length;
    const lead = source.slice(done, mark.at);
    const joins = lead.slice(lead.trimEnd().length).includes('\n') && ANNOUNCED.test(lead.trimEnd().slice(-60));
    masked.text += `${joins ? `${lead.trimEnd()} ` : lead}⟦${masked.quotes.length}⟧`;
    masked.quotes.push({
      open: source.slice(mark.at, from),
      close: source.slice(close.at, close.at + close.length),
      text: source.slice(from, close.at),
      from: mark.at,
    });
    done = close.at + close.length;
    i = end;
  }
  masked.text += source.slice(done);
  return masked;
}

/** Puts the quotes back. */
export function unmask(text: string, quotes: readonly Quote[]): string {
  return text.replace(/⟦(\d+)⟧/g, (whole, n: string) => {
    const quote = quotes[Number(n)];
    return quote === undefined ? whole : quote.open + quote.text + quote.close;
  });
}

function findMarks(source: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: sign, index } of source.matchAll(/,,|‚‚|[„”“"]|''|’’|‘‘|«+|»+/gu)) {
    const previous = source.charAt(index - 1);
    const next = source.charAt(index + sign.length);
    const turn = turnOf(sign, previous, next);
    if (turn !== 0) marks.push({ at: index, length: sign.length, turn, fence: /^[«»]/.test(sign) ? sign.length : 0 });
  }
  return marks;
}

/** +1 for a mark that opens, -1 for one that closes; straight marks and “ go by what stands beside them. */
function turnOf(sign: string, previous: string, next: string): 1 | -1 | 0 {
  const first = sign.charAt(0);
  if (first === '„' || first === '«') return 1;
  if (first === '»' || first === '”') return -1;
  const opens = (previous === '' || /[\s(„:–-]/.test(previous)) && /[\p{L}\d§(–,.]/u.test(next);
  if (first === ',' || first === '‚') return opens ? 1 : 0;
  if (first === "'" || first === '’' || first === '‘')
    return opens ? 1 : previous === '' || /[\s(]/.test(previous) ? 0 : -1;
  return opens ? 1 : -1;
}

/** For each opening mark the index of the mark that closes it, or -1: the two kinds of marks do not meet. */
function pairMarks(marks: readonly Mark[]): Int32Array {
  const closing = new Int32Array(marks.length).fill(-1);
  const open: number[] = [];
  const fences: number[] = [];
  marks.forEach((mark, i) => {
    const stack = mark.fence > 0 ? fences : open;
    if (mark.turn > 0) stack.push(i);
    else if (mark.fence === 0) {
      const start = open.pop();
      if (start !== undefined) closing[start] = i;
    } else {
      // A run closes the last run of its length; what stood open inside was no pair.
      let at = fences.length - 1;
      while (at >= 0 && marks[fences[at]!]!.fence !== mark.fence) at -= 1;
      if (at >= 0) {
        closing[fences[at]!] = i;
        fences.length = at;
      }
    }
  });
  return closing;
}

/** For each mark the next closing one that ends a line, or -1. */
function nextLineEnds(source: string, marks: readonly Mark[]): Int32Array {
  const ends = new Int32Array(marks.length).fill(-1);
  let next = -1;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    ends[i] = next;
    const mark = marks[i]!;
    const behind = mark.at + mark.length;
    if (mark.turn < 0 && /^[;,.]{0,2}[ \t]*(?:\n|$)/.test(source.slice(behind, behind + 40))) next = i;
  }
  return ends;
}
/** Marks that hold a text whose own marks are one-sided: „…” as a rule, else a run of «…» longer than any in it. */
export function quote(text: string): string {
  const plain = `„${text}”`;
  const { quotes, text: rest } = maskQuotes(plain);
  if (rest === '⟦0⟧' && quotes[0]?.text === text) return plain;
  let longest = 1;
  for (const [run] of text.matchAll(/«+|»+/g)) longest = Math.max(longest, run.length);
  return `${'«'.repeat(longest + 1)} ${text} ${'»'.repeat(longest + 1)}`;
}
