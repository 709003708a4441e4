import type { Suspect } from './personal-data.ts';

/** What stands in public for words that were blacked out. The register is Polish in both languages of the site. */
export const redactionMark = '[usunięto dane osobowe]';

/** What an official may type for removed words: black boxes, dots in brackets, or the mark itself. */
const typedMark = /█+(?:[ \u00a0]*█+)*|\[(?:\.{3}|…)\]|\[usunięto dane osobowe\]/g;

export type Redacted =
  | { ok: true; wording: string; /** Stretches of the original that are gone. */ removed: string[] }
  | { ok: false; code: 'nothing-removed' | 'not-derivable' };

/**
 * The public wording out of what the official typed, if it is the original with stretches replaced by a mark and nothing
 * else: no word added, changed or moved. Each mark stands for at least one character.
 */
export function redact(original: string, typed: string): Redacted {
  const pieces = typed.replace(/\r\n?/g, '\n').trim().split(typedMark);
  if (pieces.length === 1) return { ok: false, code: pieces[0] === original.trim() ? 'nothing-removed' : 'not-derivable' };
  const gaps = gapsBetween(original.trim(), pieces);
  if (!gaps) return { ok: false, code: 'not-derivable' };
  return { ok: true, wording: pieces.join(redactionMark), removed: gaps.filter((gap) => gap.trim() !== '') };
}

/** The original between the pieces, which stand in it in this order: the first at its start, the last at its end. Null when they do not. */
function gapsBetween(original: string, pieces: readonly string[]): string[] | null {
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  if (!original.startsWith(first) || !original.endsWith(last)) return null;
  const end = original.length - last.length;
  const gaps: string[] = [];
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    // Two marks side by side are one gap with nothing kept between them.
    const found = original.indexOf(piece, at + 1);
    if (found < 0) return null;
    gaps.push(original.slice(at, found));
    at = found + piece.length;
  }
  if (at + 1 > end) return null;
  gaps.push(original.slice(at, end));
  return gaps;
}

/** The original with every suspected stretch blacked out, for the official to look through. */
export function suggestWording(original: string, suspects: readonly Suspect[]): string {
  let text = '';
  let at = 0;
  for (const { from, to } of suspects) {
    text += `${original.slice(at, from)}${redactionMark}`;
    at = to;
  }
  return text + original.slice(at);
}

/**
 * A removed stretch that still stands in other words of the same remark; null when none does. Stretches of fewer than four
 * letters and figures prove nothing and are passed over.
 */
export function leakOf(removed: readonly string[], others: readonly (string | null)[]): string | null {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, ' ').trim();
  for (const stretch of removed) {
    const secret = bare(stretch);
    if (secret.replaceAll(' ', '').length < 4) continue;
    for (const other of others) if (other !== null && ` ${bare(other)} `.includes(` ${secret} `)) return stretch;
  }
  return null;
}
