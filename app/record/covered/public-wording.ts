import type { Suspect } from './personal-data.ts';

/** What may be typed for covered words: black boxes, dots in brackets, or a mark that stands there already. */
const typedMark = /█(?:[ \u00a0█]*█)?|\[(?:\.{3}|…)\]|\[zasłonięto: [^\][\n]{1,60}\]|\[usunięto dane osobowe\]/;

export type Redacted =
  | { ok: true; wording: string; /** Stretches of the original that are gone. */ removed: string[] }
  | { ok: false; code: 'nothing-removed' | 'not-derivable' };

/**
 * The public wording out of what was typed, if it is the original with stretches replaced by a mark and nothing else: no word
 * added, changed or moved. Each mark stands for at least one character; `mark` is what stands there in public.
 */
export function redact(original: string, typed: string, mark: string): Redacted {
  const pieces = typed.replace(/\r\n?/g, '\n').trim().split(typedMark);
  if (pieces.length === 1)
    return { ok: false, code: pieces[0] === original.trim() ? 'nothing-removed' : 'not-derivable' };
  const gaps = gapsBetween(original.trim(), pieces);
  if (!gaps) return { ok: false, code: 'not-derivable' };
  return { ok: true, wording: pieces.join(mark), removed: gaps.map((gap) => gap.trim()).filter(Boolean) };
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

/** The original with every suspected stretch covered, to be looked through by a person. */
export function suggestWording(original: string, suspects: readonly Suspect[]): string {
  let text = '';
  let at = 0;
  for (const { from, to } of suspects) {
    text += `${original.slice(at, from)}█`;
    at = to;
  }
  return text + original.slice(at);
}
