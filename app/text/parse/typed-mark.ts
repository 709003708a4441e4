import type { UnitType } from '../tree/types.ts';
import { blankUnseen } from '../tree/unseen.ts';
import { readMark, type Mark } from './marks.ts';

/**
 * The mark at the start of words typed for a unit: `own` is one of the unit's kind, which the text prints by itself, any other is of
 * `type`. `words` are what is left without it.
 */
export type TypedMark = { own: boolean; type: UnitType; label: string; words: string };

/** Kinds of units that bear a mark in the text and whose words are typed. */
const marked: ReadonlySet<UnitType> = new Set([
  'article',
  'paragraph',
  'subsection',
  'point',
  'letter',
  'indent',
  'subindent',
  'closing',
]);

/** „14. dnia miesiąca", „3. maja": a number that counts the word after it. */
const COUNTED =
  /^(?:dni|dnia|dzień|tygodni|miesi|rok|lat|wiek|godzin|stycz|lut|mar[zc]|kwie|maj|czerw|lip|sierp|wrze|paździer|listopad|grud|stop|pięt|klas|Europej|Międzynarod)/u;
/** Marks as people type them: „8.)", „8 .)", „pkt 8)", „ust. 2.", „lit. a)". */
const LOOSE: readonly (readonly [RegExp, UnitType])[] = [
  [/^(\d{1,3}[a-z]{0,3})\s?\.\s?\)\s*/u, 'point'],
  [/^([a-z]{1,3})\s?\.\s?\)\s*/u, 'letter'],
  [/^pkt\.?\s{0,3}\d{1,3}[a-z]{0,3}\s?\)\s*/iu, 'point'],
  [/^ust\.?\s{0,3}\d{1,3}[a-z]{0,3}\s?\.(?=\s)\s*/iu, 'subsection'],
  [/^lit\.?\s{0,3}[a-z]{1,3}\s?\)\s*/iu, 'letter'],
];
/** Signs before a mark that print nothing or only keep words apart. */
const LEADING = /^[\s\u00a0\u202f\u2007\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/u;
/** No mark with what surrounds it is longer. */
const HEAD = 200;

/**
 * The mark that words typed for a unit of `type` begin with; null where they begin with none: a number that belongs to the sentence
 * („14 dni od…", „2026 r.", „§ 5 stosuje się odpowiednio") is no mark. `standing` are the unit's present words: a mark that they begin with
 * as well was not typed now and stays.
 */
export function typedMark(text: string, type: UnitType, standing = ''): TypedMark | null {
  if (!marked.has(type)) return null;
  const found = readTyped(text);
  if (found === null) return null;
  const before = standing === '' ? null : readTyped(standing);
  if (before !== null && before.type === found.type && plain(before.label) === plain(found.label)) return null;
  const own = isOwn(found.type, type);
  // A mark of another kind with nothing behind it is all the words there are.
  return own || found.words !== '' ? { ...found, own } : null;
}

/** Words for a unit without the mark of its kind, however often it was typed, and the mark; an empty `mark` where there was none. */
export function withoutOwnMark(text: string, type: UnitType, standing = ''): { words: string; mark: string } {
  let [words, mark] = [text, ''];
  for (let turn = 0; turn < 5; turn += 1) {
    const found = typedMark(words, type, standing);
    if (!found?.own) break;
    [words, mark] = [found.words, mark || found.label];
  }
  return { words, mark };
}

/** Typed lines as units of one kind: each line that begins with a mark of the kind starts a new one, the others go on with the one before. */
export function typedUnits(text: string, type: UnitType, standing = ''): { words: string; mark: string }[] {
  const first = withoutOwnMark(text, type, standing);
  // Without a mark on the first line the others may be a list that belongs to the words.
  if (first.mark === '') return [first];
  const units: { words: string; mark: string }[] = [];
  for (const line of first.words.split('\n')) addLine(units, line, units.length === 0 ? null : type);
  return units.map((unit, at) => (at === 0 ? { ...unit, mark: first.mark } : unit));
}

function addLine(units: { words: string; mark: string }[], line: string, type: UnitType | null): void {
  const found = type === null ? null : withoutOwnMark(line, type);
  const last = units.at(-1);
  if (last && found?.mark === '') last.words = `${last.words}\n${line}`.trimEnd();
  else units.push(found ?? { words: line, mark: '' });
}

function isOwn(found: UnitType, type: UnitType): boolean {
  if (type === 'closing') return found === 'indent';
  return found === type;
}

function readTyped(text: string): Omit<TypedMark, 'own'> | null {
  const lead = LEADING.exec(text.slice(0, HEAD))?.[0].length ?? 0;
  const visible = text.slice(lead).replace(/^[\u200b-\u200f\u2060-\u2064\ufeff]+/u, '');
  const head = visible.slice(0, HEAD).replace(/[\u00a0\u202f\u2007]/gu, ' ');
  const seen = blankUnseen(head);
  for (const [pattern, type] of LOOSE) {
    const match = pattern.exec(seen);
    if (match) return told(visible, type, match[0].length);
  }
  const mark = readMark(head);
  if (mark === null || !isMark(mark, head)) return null;
  return told(visible, mark.type, mark.end);
}

function told(text: string, type: UnitType, end: number): Omit<TypedMark, 'own'> {
  return { type, label: text.slice(0, end).trim(), words: text.slice(end).replace(LEADING, '') };
}

function isMark(mark: Mark, head: string): boolean {
  const rest = head.slice(mark.end).trimStart();
  if (mark.style === 'sign' || mark.style === 'art') return mark.stopped;
  if (mark.style === 'dot') return !COUNTED.test(rest) && !/^\d/u.test(rest);
  // „1.1" may be a figure, and „a." the beginning of a name.
  return mark.style !== 'decimal' || /[.)]$/u.test(mark.label);
}

const plain = (label: string): string => label.replace(/[^\p{L}\p{N}§]/gu, '').toLowerCase();
