/** A stretch of a text: [from, to), UTF-16 units. */
export type Stretch = { from: number; to: number };

/** Letters in one case, each as long as it was: the only sign that a small letter makes longer is the Turkish one, and Greek has two small sigmas. */
const folded = (text: string) => text.replaceAll('İ', 'I').toLowerCase().replaceAll('ς', 'σ');

const isBlank = (sign: string) => sign.trim() === '';
const isWord = (sign: string) => /[\p{L}\p{N}]/u.test(sign);

/**
 * Where words stand in a text as whole words, in any case and with any blanks between them, one after the other. Each sign of the
 * text and of the words is looked at a bounded number of times (Knuth, Morris and Pratt), whatever they are made of. No words stand nowhere.
 */
export function findWords(text: string, words: string): Stretch[] {
  const wanted = folded(words.trim().replace(/\s+/gu, ' '));
  if (wanted === '') return [];
  const back = fallbacks(wanted);
  const [opensWord, closesWord] = [isWord(firstSign(wanted)), isWord(lastSign(wanted, wanted.length))];
  const here = folded(text);
  const starts = new Int32Array(here.length);
  const found: Stretch[] = [];
  let [matched, at, end] = [0, 0, 0];
  for (let i = 0; i < here.length; i += 1) {
    const blank = isBlank(here[i]!);
    // A run of blanks counts as one.
    if (blank && i > 0 && isBlank(here[i - 1]!)) continue;
    const sign = blank ? ' ' : here[i]!;
    starts[at] = i;
    at += 1;
    while (matched > 0 && wanted[matched] !== sign) matched = back[matched - 1]!;
    if (wanted[matched] === sign) matched += 1;
    if (matched < wanted.length) continue;
    const from = starts[at - wanted.length]!;
    matched = back[matched - 1]!;
    if (
      from < end ||
      (opensWord && isWord(lastSign(text, from))) ||
      (closesWord && isWord(firstSign(text.slice(i + 1, i + 3))))
    )
      continue;
    end = i + 1;
    found.push({ from, to: end });
  }
  return found;
}

/** For each place in the words, how much of their beginning stands right before it. */
function fallbacks(words: string): Int32Array {
  const back = new Int32Array(words.length);
  for (let i = 1, k = 0; i < words.length; i += 1) {
    while (k > 0 && words[k] !== words[i]) k = back[k - 1]!;
    if (words[k] === words[i]) k += 1;
    back[i] = k;
  }
  return back;
}

const firstSign = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!));

/** The sign that ends before `end`, whole where it takes two units. */
function lastSign(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}
