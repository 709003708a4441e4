import type { ClauseChange, ClauseChangeKind, ClausesDiff, Span } from './change-types.ts';
import { WORDINGS, type Language, type Wording } from './describe-words.ts';
import { afterText, beforeText, isUnchanged } from './diff-text.ts';
import { present } from './present.ts';
import { countWords, isSentenceBorder, textOf, tokenize } from './tokens.ts';

export type { Language } from './describe-words.ts';

/** Changes told one by one; further ones are counted. */
const TOLD_CHANGES = 4;
/** A quotation longer than this is shortened at a word. */
const QUOTED_CHARACTERS = 90;
/** Words quoted to say after what something was added. */
const CONTEXT_WORDS = 2;

/**
 * One plain sentence that says what a redline changes: „Zmienia „14 dni” na „30 dni” i dodaje …”. Without changes it
 * says that too. Long quotations are shortened.
 */
export function plainChange(spans: readonly Span[], language: Language): string {
  const wording = WORDINGS[language];
  if (isUnchanged(spans)) return wording.nothing;
  if (spans.every(({ op, text }) => op === 'keep' || text.trim() === '')) return wording.blanksOnly;
  const before = beforeText(spans);
  const after = afterText(spans);
  if (before.trim() === '') return wording.inserted(quote(after, wording));
  if (after.trim() === '') return wording.deleted(quote(before, wording));
  const { form, spans: shown } = present(spans);
  const isShort = Math.max(before.length, after.length) <= QUOTED_CHARACTERS;
  if (form === 'whole' && !isShort) return wording.newWording;
  return toSentence(tellChanges(shown, wording), wording);
}

/** What happens to one clause, in one plain sentence. */
export function describeClauseChange({ change, spans }: ClauseChange, language: Language): string {
  const wording = WORDINGS[language];
  if (change === 'moved') return wording.moved;
  if (change === 'changed' && isUnchanged(spans)) return wording.levelOnly;
  if (change !== 'moved-changed' || isUnchanged(spans)) return plainChange(spans, language);
  const sentence = plainChange(spans, language);
  return toSentence([wording.movedAnd, sentence.charAt(0).toLowerCase() + sentence.slice(1, -1)], wording);
}

/** One row of the list "was / is" that works by e-mail, on paper and in a screen reader; null where there is no text. */
export interface WasIsRow {
  id: string | null;
  change: ClauseChangeKind;
  was: string | null;
  is: string | null;
}

/** The full old and new wording of every clause that is not the same, in the order of the diff. */
export function wasIsRows(diff: ClausesDiff): WasIsRow[] {
  return diff.clauses.flatMap(({ id, change, spans, before, after }) =>
    change === 'same'
      ? []
      : [{ id, change, was: before === null ? null : beforeText(spans), is: after === null ? null : afterText(spans) }],
  );
}

function toSentence(parts: readonly string[], wording: Wording): string {
  const told =
    parts.length > TOLD_CHANGES
      ? [...parts.slice(0, TOLD_CHANGES - 1), wording.more(parts.length - TOLD_CHANGES + 1)]
      : parts;
  const sentence = told.length === 1 ? told[0]! : told.slice(0, -1).join(', ') + wording.and + told.at(-1)!;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function tellChanges(spans: readonly Span[], wording: Wording): string[] {
  const told: string[] = [];
  let soFar = '';
  for (let i = 0; i < spans.length; i++) {
    const { op, text } = spans[i]!;
    const next = spans[i + 1];
    if (op === 'keep') soFar += text;
    else if (op === 'delete' && next?.op === 'insert') {
      const unit = measuredUnit(text, next.text, spans[i + 2]);
      if (text.trim() !== '' || next.text.trim() !== '') {
        told.push(tellReplacement(text + unit, next.text + unit, soFar, wording));
      }
      soFar += next.text;
      i++;
    } else if (text.trim() !== '') {
      told.push(op === 'delete' ? wording.removes(name(text, wording)) : tellInsertion(text, soFar, wording));
      if (op === 'insert') soFar += text;
    }
  }
  return told;
}

/** A bare figure is quoted with what it counts: „14 dni” na „30 dni”. */
function measuredUnit(removed: string, added: string, next: Span | undefined): string {
  const isFigure = (text: string): boolean => /^\d[\d.,: \u00A0]*$/u.test(text) && /\d$/u.test(text);
  if (next?.op !== 'keep' || !isFigure(removed) || !isFigure(added)) return '';
  return /^[ \u00A0]\p{L}+/u.exec(next.text)?.[0] ?? '';
}

function tellReplacement(removed: string, added: string, soFar: string, wording: Wording): string {
  if (removed.trim() === '') return tellInsertion(added, soFar, wording);
  if (added.trim() === '') return wording.removes(name(removed, wording));
  return wording.replaces(name(removed, wording), name(added, wording));
}

function tellInsertion(added: string, soFar: string, wording: Wording): string {
  const tokens = tokenize(soFar);
  const isOwnSentence = countWords(added) > 1 && /[.!?…]$/u.test(added.trim()) && /^\p{Lu}/u.test(added.trim());
  if (isOwnSentence && isSentenceBorder(tokens, tokens.count)) return wording.addsSentence(quote(added, wording));
  const context = textOf(tokens, Math.max(0, tokens.count - CONTEXT_WORDS), tokens.count);
  return wording.adds(name(added, wording), context === '' ? null : wording.quote(context));
}

/** A punctuation mark is called by its name, words are quoted; a quotation that begins with a comma reads badly. */
function name(text: string, wording: Wording): string {
  const mark = wording.marks[text.trim()];
  if (mark !== undefined) return mark;
  const [, leading, words] = /^([,;:])\s+(\S.*)$/su.exec(text.trim()) ?? [];
  if (leading === undefined || words === undefined || countWords(words) === 0) return quote(text, wording);
  return wording.markAndWords(wording.marks[leading]!, quote(words, wording), countWords(words) === 1);
}

function quote(text: string, wording: Wording): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (line.length <= QUOTED_CHARACTERS) return wording.quote(line.replace(/(?<=\p{L})[.;,]$/u, ''));
  const cut = line.lastIndexOf(' ', QUOTED_CHARACTERS);
  return wording.quote(`${line.slice(0, cut > 0 ? cut : QUOTED_CHARACTERS)} …`);
}
