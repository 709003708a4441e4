import { findWords } from './find-words.ts';

/** How far a rule goes: a whole text of its subject, words in its subject alone, in copies of it too, in the act too. */
export type Reach = 'field' | 'own' | 'copy' | 'law';
export type CoverRule = { reach: Reach; words: string; instead: string };
/** Where a text stands: it belongs to the subject, it is a copy, or it is the act itself. */
export type CoverScope = 'own' | 'copy' | 'law';

const within: Record<CoverScope, readonly Reach[]> = {
  own: ['field', 'own', 'copy', 'law'],
  copy: ['field', 'copy', 'law'],
  law: ['law'],
};

/** Letters and figures of a stretch: fewer than four prove nothing outside the text they were covered in. */
export const lettersOf = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').length;

/**
 * The text with every occurrence of the covered words replaced, however they are set: in capitals, with other blanks, or cut
 * short by „…”. Whole words only, so that covering „Ola” leaves „szkoła” alone.
 */
export function coverText(text: string, rules: readonly CoverRule[], scope: CoverScope): string {
  const used = rules.filter(({ reach }) => within[scope].includes(reach));
  let covered = text;
  for (const { reach, words, instead } of used) if (reach === 'field') covered = coverWhole(covered, words, instead);
  for (const { reach, words, instead } of used)
    if (reach !== 'field') covered = coverCut(coverAnywhere(covered, words, instead), words, instead);
  return covered;
}

/** A whole text where it stands alone; a long one where it is quoted in full, too. */
function coverWhole(text: string, words: string, instead: string): string {
  if (text === words) return instead;
  return lettersOf(words) >= 12 ? text.replaceAll(words, () => instead) : text;
}

/** Parts of a document that are not words: what the program itself put there to find its way. */
const machineKeys = new Set([
  'schema',
  'kind',
  'state',
  'op',
  'channel',
  'decision',
  'fit',
  'form',
  'slug',
  'teryt',
  'hash',
  'term',
  'id',
  'type',
  'anchorId',
  'target',
]);
const machineWord = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}Z)?)$/;

/** The same for every text inside a document; keys, ids, days and hashes are left alone. */
export function coverJson<T>(value: T, rules: readonly CoverRule[], scope: CoverScope, key = ''): T {
  if (typeof value === 'string')
    return (machineKeys.has(key) || machineWord.test(value) ? value : coverText(value, rules, scope)) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => coverJson(each, rules, scope, key)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, coverJson(each, rules, scope, name)]),
  ) as T;
}

/** Every occurrence of the words replaced. */
function coverAnywhere(text: string, words: string, instead: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of findWords(text, words)) {
    pieces.push(text.slice(at, from), instead);
    at = to;
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}

/** Longer beginnings are quoted nowhere. */
const mostCut = 200;

/** Letters quote the first words of a text and cut them with „…”: a covered stretch may stand there without its end. */
function coverCut(text: string, words: string, instead: string): string {
  if (!text.includes('…')) return text;
  const flat = words.trim().replace(/\s+/gu, ' ').toLowerCase();
  return text
    .split('…')
    .map((piece, at, all) => (at === all.length - 1 ? piece : withoutTail(piece, flat, instead)))
    .join('…');
}

function withoutTail(piece: string, flat: string, instead: string): string {
  const end = piece.toLowerCase();
  for (let length = Math.min(flat.length - 1, end.length, mostCut); length >= 3; length -= 1) {
    const before = end[end.length - length - 1];
    if (
      end.endsWith(flat.slice(0, length)) &&
      lettersOf(flat.slice(0, length)) >= 3 &&
      (before === undefined || !/[\p{L}\p{N}]/u.test(before))
    )
      return piece.slice(0, piece.length - length) + instead;
  }
  return piece;
}

/** Whether any of the words stand in the text: what the reason of a covering act may not repeat. */
export function repeatsAny(text: string, words: readonly string[]): boolean {
  return words.some((each) => lettersOf(each) >= 4 && findWords(text, each).length > 0);
}
