/** Letters of the Latin alphabet without Polish diacritics, § 57 ust. 4 ZTP. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Mark of the n-th letter (1-based): a … z, za … zz, zza … (§ 57 ust. 4–5 ZTP).
 * Throws RangeError for n < 1.
 */
export function letterMark(n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`letter position must be 1 or more, got ${n}`);
  const turns = Math.floor((n - 1) / 26);
  return 'z'.repeat(turns) + ALPHABET.charAt((n - 1) % 26);
}

/** Position of a letter mark (a = 1, z = 26, za = 27, zz = 52), null when it is not such a mark. */
export function letterPosition(mark: string): number | null {
  if (!/^z*[a-z]$/.test(mark)) return null;
  return (mark.length - 1) * 26 + ALPHABET.indexOf(mark.charAt(mark.length - 1)) + 1;
}

/** A printed number split into its digits and what follows them: "5a" is 5 and "a", "385[1]" is 385 and "[1]". */
export type PrintedNumber = { value: number; suffix: string };

/** Reads "12", "5a", "5aa", "385[1]"; null when there are no leading digits. */
export function readNumber(number: string): PrintedNumber | null {
  const match = /^(\d{1,6})([a-z]{0,3}(?:\[\d{1,3}\])?)$/.exec(number);
  if (match === null) return null;
  return { value: Number(match[1]), suffix: match[2] ?? '' };
}

/**
 * Order of two numbers as in a consolidated text: 5 < 5a < 5aa < 5b < 6 (§ 89 ZTP puts 5aa between 5a and 5b).
 * Letters compare by position, so z < za.
 */
export function compareNumbers(a: string, b: string): number {
  const left = readNumber(a);
  const right = readNumber(b);
  if (left !== null && right !== null) {
    return left.value - right.value || compareSuffixes(left.suffix, right.suffix);
  }
  const first = letterPosition(a);
  const second = letterPosition(b);
  if (first !== null && second !== null) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A run of z counts as one digit of the suffix: z < za < zb, but a < aa < b. */
function compareSuffixes(a: string, b: string): number {
  const left = suffixDigits(a);
  const right = suffixDigits(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function suffixDigits(suffix: string): number[] {
  const digits: number[] = [];
  for (const part of suffix.match(/z+[a-y]?|[a-y]|\[\d+\]/g) ?? []) {
    digits.push(part.startsWith('[') ? Number(part.slice(1, -1)) : (letterPosition(part) ?? 0));
  }
  return digits;
}

/** True when `after` may directly follow `before` in one list: 5→6, 5→5a, 5a→5b, 5a→6, 5→5[1], a→b, z→za; behind a range its end counts: 2–4→5. */
export function follows(before: string, after: string): boolean {
  if (before.includes('–') || after.includes('–')) return follows(before.split('–').pop()!, after.split('–')[0]!);
  if (after.includes('.')) return decimalFollows(before, after);
  const left = readNumber(before);
  const right = readNumber(after);
  if (left === null || right === null) return letterFollows(before, after);
  if (right.value === left.value + 1) return right.suffix === '';
  if (right.value !== left.value) return false;
  if (left.suffix === '') return right.suffix === 'a' || right.suffix === '[1]' || right.suffix === 'bis';
  if (right.suffix === 'ter' || right.suffix === 'bis') return right.suffix === 'ter' && left.suffix === 'bis';
  const previous = suffixDigits(left.suffix);
  const next = suffixDigits(right.suffix);
  const last = previous.length - 1;
  if (next.length === previous.length) {
    return next.every((digit, i) => digit === (previous[i] ?? 0) + (i === last ? 1 : 0));
  }
  if (next.length === previous.length + 1) {
    return next.slice(0, -1).every((digit, i) => digit === previous[i]) && next[last + 1] === 1;
  }
  return compareNumbers(before, after) < 0;
}

/** "1.1" → "1.2", "1.1.1" → "1.1.2". */
function decimalFollows(before: string, after: string): boolean {
  const [left, right] = [before.lastIndexOf('.'), after.lastIndexOf('.')];
  return (
    left === right &&
    before.slice(0, left) === after.slice(0, right) &&
    Number(after.slice(right + 1)) === Number(before.slice(left + 1)) + 1
  );
}

/** "1.1" and "1.2": of one list. */
export function isDecimalBeside(number: string, other: string): boolean {
  if (!number.includes('.')) return false;
  const [head, next] = [number, other].map((one) => one.slice(0, one.lastIndexOf('.'))) as [string, string];
  // "2.1." after "1.2." where no "2." is printed.
  const isTurn = other.endsWith('.1') && next.split('.').length === head.split('.').length && !head.includes('.');
  return head === next || (isTurn && follows(head, next));
}

function letterFollows(before: string, after: string): boolean {
  const first = letterPosition(before);
  const second = letterPosition(after);
  if (first !== null && second !== null) return second === first + 1;
  const isNext = (one: string, other: string): boolean => other.charCodeAt(0) === one.charCodeAt(0) + 1;
  // Inserted letters: a, aa, ab, b.
  if (after.length === before.length)
    return before.length > 1 && after.slice(0, -1) === before.slice(0, -1) && isNext(before.slice(-1), after.slice(-1));
  if (after.length < before.length) return after.length === 1 && isNext(before.charAt(0), after);
  return after.length === before.length + 1 && after.startsWith(before) && after.endsWith('a');
}

/** No range of repealed units is longer. */
const MAX_RANGE = 400;

/** All numbers of a printed one: "2–4" is itself and 2, 3, 4; "b–d" is itself and b, c, d. */
export function numbersIn(number: string): string[] {
  const [first, last] = number.split('–');
  if (first === undefined || last === undefined) return [number];
  const between: string[] = [];
  const [low, high] = [readNumber(first), readNumber(last)];
  if (low !== null && high !== null) {
    for (let n = low.value + 1; n < high.value && between.length < MAX_RANGE; n += 1) between.push(String(n));
  } else {
    const [from, to] = [letterPosition(first) ?? 0, letterPosition(last) ?? 0];
    for (let n = from + 1; n < to && between.length < MAX_RANGE; n += 1) between.push(letterMark(n));
  }
  return [number, first, ...between, last];
}

/** True for the number that opens a list: 1 or a. */
export function opensList(number: string): boolean {
  return number === '1' || number === 'a';
}

const ROMAN: ReadonlyArray<readonly [string, number]> = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** Roman numeral of n, its plain number where there is none. */
export function romanMark(n: number): string {
  return Number.isInteger(n) && n >= 1 && n <= 3999 ? toRoman(n) : String(n);
}

/** Roman numeral of n (1 … 3999); throws RangeError outside. */
export function toRoman(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 3999) throw new RangeError(`no Roman numeral for ${n}`);
  let rest = n;
  let out = '';
  for (const [mark, value] of ROMAN) {
    while (rest >= value) {
      out += mark;
      rest -= value;
    }
  }
  return out;
}

/** Value of a well-formed Roman numeral, null for anything else (IIII is not well formed). */
export function fromRoman(text: string): number | null {
  if (!/^[IVXLCDM]{1,15}$/.test(text)) return null;
  let rest = text;
  let value = 0;
  for (const [mark, worth] of ROMAN) {
    while (rest.startsWith(mark)) {
      value += worth;
      rest = rest.slice(mark.length);
    }
  }
  return rest === '' && value > 0 && value < 4000 && toRoman(value) === text ? value : null;
}

const ORDINAL_UNITS = [
  'pierwsze',
  'drugie',
  'trzecie',
  'czwarte',
  'piąte',
  'szóste',
  'siódme',
  'ósme',
  'dziewiąte',
  'dziesiąte',
  'jedenaste',
  'dwunaste',
  'trzynaste',
  'czternaste',
  'piętnaste',
  'szesnaste',
  'siedemnaste',
  'osiemnaste',
  'dziewiętnaste',
];
const ORDINAL_TENS = [
  '',
  '',
  'dwudzieste',
  'trzydzieste',
  'czterdzieste',
  'pięćdziesiąte',
  'sześćdziesiąte',
  'siedemdziesiąte',
  'osiemdziesiąte',
  'dziewięćdziesiąte',
];

/** Neuter ordinal for a tiret (§ 59 ZTP: "tiret pierwsze"); digits with a full stop from 100 on. */
export function ordinal(n: number): string {
  if (n < 1 || n > 99) return `${n}.`;
  if (n < 20) return ORDINAL_UNITS[n - 1] ?? `${n}.`;
  const tens = ORDINAL_TENS[Math.floor(n / 10)] ?? '';
  const unit = n % 10;
  return unit === 0 ? tens : `${tens} ${ORDINAL_UNITS[unit - 1] ?? ''}`;
}

/** Reads an ordinal in any gender or case: pierwsze, pierwszym, drugiego, trzeciej … null when it is none. */
export function readOrdinal(words: string): number | null {
  const stems = words.toLowerCase().trim().split(/\s+/).map(ordinalStem);
  const last = stems[stems.length - 1] ?? '';
  const unit = ORDINAL_UNITS.findIndex((word) => ordinalStem(word) === last);
  if (stems.length === 1) {
    if (unit >= 0) return unit + 1;
    const ten = ORDINAL_TENS.findIndex((word) => word !== '' && ordinalStem(word) === last);
    return ten >= 0 ? ten * 10 : null;
  }
  const ten = ORDINAL_TENS.findIndex((word) => word !== '' && ordinalStem(word) === stems[0]);
  return stems.length === 2 && ten >= 0 && unit >= 0 && unit < 9 ? ten * 10 + unit + 1 : null;
}

/** Cuts the ending of an adjective; drugi- and trzeci- keep their i. */
function ordinalStem(word: string): string {
  return word.replace(/(?:iego|iemu|iej|im|ie|ia|ią|i|ego|emu|ej|ym|e|a|ą|y)$/u, '');
}

/** Number words used in old headings: "Rozdział pierwszy". */
export function readHeadingNumber(text: string): string | null {
  if (/^\d{1,3}[a-zA-Z]{0,2}$/.test(text)) return text;
  if (fromRoman(text) !== null) return text;
  // "DZIAŁ IIIA": inserted between III and IV.
  if (/^[IVXLC]{1,7}[a-zA-Z]$/.test(text) && fromRoman(text.slice(0, -1)) !== null) return text;
  const word = readOrdinal(text);
  return word === null ? null : String(word);
}
