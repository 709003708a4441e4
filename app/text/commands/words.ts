import { inflection, keepCapital } from './inflect.ts';

/** Words of a text found and changed: blanks and kinds of dash or quotation mark do not tell words apart. */

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** A pattern for words as a command quotes them, at the bounds of words. */
function patternOf(words: string, flags: string): RegExp {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) =>
      escape(part)
        .replace(/\\-|–/g, '[–-]')
        .replace(/[„”“"]/gu, '[„”“"]'),
    );
  const starts = /^[\p{L}\d]/u.test(words.trim()) ? String.raw`(?<![\p{L}\d])` : '';
  const ends = /[\p{L}\d]$/u.test(words.trim()) ? String.raw`(?![\p{L}\d])` : '';
  return new RegExp(starts + parts.join(String.raw`\s+`) + ends, `${flags}u`);
}

/** Between the cells of a table that are one stretch of text: an end to the words on both sides. */
export const CELL_END = '\0';

/** A form found and the form written for it; not `sure` where the place could ask for another one. */
export type InflectedPair = { from: string; to: string; sure: boolean };

export type Changed = { text: string; count: number; inflected?: InflectedPair[] };

/** Puts `by` in the place of every occurrence of `words`; with `inflected` of every form of them. */
export function replaceWords(text: string, words: string, by: string, inflected: boolean): Changed {
  if (words.trim() === '') return { text, count: 0 };
  const forms = inflected ? inflection(words.trim(), by.trim()) : null;
  if (forms === null) return substitute(text, patternOf(words, 'g'), () => by.trim());
  // The longest form first: "raportami" is no "raport".
  const sorted = [...forms.forms].sort((a, b) => b.length - a.length).map((form) => patternOf(form, 'i').source);
  const all = new RegExp(sorted.join('|'), 'giu');
  if (by.trim() === '') return substitute(text, all, () => '');
  const pairs: InflectedPair[] = [];
  const changed = substitute(text, all, (found, before, after) => {
    const { form, sure } = forms.replace(found, before, after);
    pairs.push({ from: found, to: form, sure });
    return form;
  });
  return { ...changed, inflected: pairs };
}

/** The same where the only difference is a capital at the head of a sentence. */
export function replaceLoosely(text: string, words: string, by: string): Changed {
  return substitute(text, patternOf(words, 'gi'), (found) => keepCapital(found, words.trim(), by.trim()));
}

function substitute(
  text: string,
  pattern: RegExp,
  by: (found: string, before: string, after: string) => string,
): Changed {
  let count = 0;
  let out = '';
  let done = 0;
  for (const found of text.matchAll(pattern)) {
    count += 1;
    const end = found.index + found[0].length;
    const written = by(found[0], text.slice(Math.max(0, found.index - 60), found.index), text.slice(end, end + 40));
    let lead = text.slice(done, found.index);
    done = end;
    if (written === '') {
      // Struck words leave one blank, and none before a mark.
      if (/\s$/.test(lead) && /^(?:[\s.,;:)\0]|$)/.test(text.slice(done, done + 1))) lead = lead.trimEnd();
      else if ((lead === '' && out === '') || /[\n\0]$/.test(lead))
        done += /^[ \t]*/.exec(text.slice(done, done + 40))![0].length;
    } else if (/^[,.;:]/.test(written) && !/^\s*[,.;:]/.test(found[0])) lead = lead.trimEnd();
    out += lead + written;
  }
  return { text: out + text.slice(done), count };
}

/** Adds words behind or before every occurrence of others. */
export function addWords(text: string, anchor: { at: 'after' | 'before'; words: string }, words: string): Changed {
  const added = words.trim();
  const isMark = /^[.,;:]$/.test(anchor.words.trim());
  return substitute(
    text,
    isMark ? new RegExp(escape(anchor.words.trim()), 'gu') : patternOf(anchor.words, 'g'),
    (found) => (anchor.at === 'after' ? found + (/^[,.;:)]/.test(added) ? '' : ' ') + added : `${added} ${found}`),
  );
}

/** Adds words at the end of a unit: before its end mark, which stays, unless they bring one of their own. */
export function addAtEnd(text: string, words: string): string {
  const added = words.trim();
  const end = /[.;,:]$/.exec(text.trimEnd())?.[0] ?? '';
  const body = text.trimEnd().slice(0, text.trimEnd().length - end.length);
  const isSentence = /^\p{Lu}/u.test(added) && end === '.' && /[.]$/.test(added);
  if (isSentence) return `${text.trimEnd()} ${added}`;
  const glue = /^[,.;:)]/.test(added) ? '' : ' ';
  // A comma that the command has put there goes on with the sentence.
  if (end === ',' && added.endsWith('.')) return `${text.trimEnd()}${glue}${added}`;
  return `${body}${glue}${added}${/[.;]$/.test(added) || (end !== '' && added.endsWith(end)) ? '' : end}`;
}

/** Adds words at the head. */
export function addAtStart(text: string, words: string): string {
  return `${words.trim()} ${text}`.trimEnd();
}

/** Changes a mark: the one at the end of the text, or the one behind some words. Null when it is not there. */
export function changeMark(text: string, from: string, to: string, after: string | null): string | null {
  if (after === null) {
    const trimmed = text.trimEnd();
    return trimmed.endsWith(from) ? trimmed.slice(0, trimmed.length - from.length) + to : null;
  }
  const pattern = new RegExp(`(${patternOf(after, '').source})\\s*${escape(from)}`, 'gu');
  const { text: changed, count } = substitute(
    text,
    pattern,
    (found) => `${found.slice(0, found.length - from.length).trimEnd()}${/^[\p{L}\d]/u.test(to) ? ' ' : ''}${to}`,
  );
  return count === 0 ? null : changed;
}

const ABBREVIATED =
  /(?:^|[\s(„])(?:ust|art|poz|nr|Nr|Dz|Urz|Woj|U|m\.in|np|itp|tj|tzw|pkt|lit|zm|póz|późn|woj|ul|al|pl|os|św|im|gen|dr|prof|mgr|inż|hab|ks|zł|gr|tys|mln|mld|godz|tel|wg|ww|w\.w|ok|str|rozp|red|sp|z o\.o|o\.o|\p{Lu})\.$/u;

/** The sentences of a text, blanks kept with the one before. */
export function sentences(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/[.!?][”"»)]?\s+(?=[\p{Lu}„"«§\d])/gu)) {
    const end = found.index + found[0].length;
    if (ABBREVIATED.test(text.slice(Math.max(0, found.index - 12), found.index + 1))) continue;
    parts.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
