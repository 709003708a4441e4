import type { HtmlDone } from './elements.ts';
import type { State } from './state.ts';

/** A row with a longer cell is no row of a table but the frame of a page. */
const MAX_CELL_LINES = 20;
const MAX_NOTE = 80;

export function note(state: State, kind: HtmlDone['kind'], words: string): void {
  state.done.push({ kind, words: words.replace(/\s+/g, ' ').trim() });
}

/** Words behind those of the line. */
export function append(state: State, words: string): void {
  state.line += words;
  state.lastSign = words.at(-1) ?? state.lastSign;
}

/** A raised number behind a number is part of the mark of a unit (art. 385[1]); behind a letter it is a power (m2). */
export function endRaised(state: State): void {
  const words = state.raised?.words ?? '';
  state.raised = null;
  const isMark = /^\s*\d{1,3}\s*$/.test(words) && /\d/.test(state.lastSign);
  append(state, isMark ? `[${words.trim()}]` : words);
}

/** The words of the line so far, with the mark of its item. */
export function endLine(state: State): void {
  if (state.raised !== null) {
    append(state, state.raised.words);
    state.raised.words = '';
  }
  const words = state.line
    .replace(/[^\S\t\u00a0]+/g, ' ')
    .replace(/\u00a0[\u00a0 ]+/g, ' ')
    .trim();
  state.line = '';
  state.lastSign = '';
  if (words !== '') emit(state, words);
}

function emit(state: State, words: string): void {
  const { mark } = state;
  state.mark = null;
  let line = words;
  if (mark !== null && (mark.isPrinted || !beginsWith(words, mark.text))) {
    line = words === '' ? mark.text : `${mark.text} ${words}`;
    if (!mark.isPrinted) {
      state.added.push(mark.text);
      note(state, 'list-mark', line.slice(0, MAX_NOTE));
    }
  }
  put(state, line);
  state.last = line;
}

/** Whether somebody typed the number that the list counts as well. */
function beginsWith(words: string, mark: string): boolean {
  const typed = /^(\d{1,6}|[a-z]{1,3})[.)]\s/.exec(words)?.[1];
  return typed !== undefined && typed === mark.slice(0, -1);
}

function put(state: State, line: string): void {
  const row = state.rows.at(-1);
  if (row?.inCell === true) row.cells.at(-1)!.push(line);
  else state.lines.push(line);
}

/** An empty item shows its number all the same ("§ 1." alone on its line), but no bullet. */
export function endItem(state: State): void {
  endLine(state);
  if (state.mark !== null && /[\p{L}\d]/u.test(state.mark.text)) emit(state, '');
  state.mark = null;
}

export function endRow(state: State): void {
  const { cells } = state.rows.pop() ?? { cells: [] };
  const isFrame = cells.length === 1 || cells.some((lines) => lines.length > MAX_CELL_LINES);
  if (isFrame) for (const line of cells.flat()) put(state, line);
  else if (cells.some((lines) => lines.length > 0)) {
    const line = cells.map((lines) => lines.join(' ')).join('\t');
    put(state, line);
    state.last = line;
  }
}
