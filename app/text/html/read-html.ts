import { requireWithin } from '../tree/limits.ts';
import { attributesOf, type Attributes } from './attributes.ts';
import { asideOf, BREAKS, HOLDERS, SELF_ENDING, STAYS, VOID } from './elements.ts';
import { append, endItem, endLine, endRaised, endRow, note } from './emit.ts';
import { nextMark, openList, printedMark } from './list-marks.ts';
import { createState, type HtmlReading, type Open, type State } from './state.ts';
import { tokens } from './tokens.ts';

/** Word writes ten signs and more for each that is read. */
const MAX_HTML = 8_000_000;
const MAX_DEPTH = 400;
/**
 * Words of a page of HTML as lines, as Word, LibreOffice, Google Docs and browsers put them into the clipboard: paragraphs, items
 * with the marks of their lists, cells of a row parted by tabs. Nothing goes without a word: what is not in the lines is in `done`.
 * Throws TextLimitError for a page that is too large or nested too deep.
 */
export function readHtml(source: string): HtmlReading {
  requireWithin('characters of HTML', source.length, MAX_HTML);
  const state = createState();
  for (const { name, closes, attributes, words } of tokens(withoutHead(source))) {
    if (name === '') addWords(state, words);
    else if (closes) closeElement(state, name);
    else openElement(state, name, attributesOf(attributes));
  }
  while (state.stack.length > 0) pop(state);
  endItem(state);
  const { lines, done, added, replaced, described } = state;
  return { lines, done, added, replaced, described };
}

/** The lines as a text for parse. */
export function htmlText({ lines }: HtmlReading): string {
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`;
}

/** The clipboard of Windows has a few lines of numbers before the page. */
function withoutHead(source: string): string {
  const head = /^\s*Version:\d[\d.]*\s+StartHTML:\d+[^<]{0,2000}/i.exec(source.slice(0, 3_000));
  return head === null ? source : source.slice(head[0].length);
}

function openElement(state: State, name: string, attributes: Attributes): void {
  if (SELF_ENDING.has(name)) endSame(state, name);
  if (BREAKS.has(name)) endLine(state);
  if (VOID.has(name)) noteVoid(state, name, attributes);
  else {
    requireWithin('levels of elements in one page', state.stack.length, MAX_DEPTH);
    const looks = attributes.get('style') ?? '';
    push(state, { name, attributes, looks });
    if (state.left === null) openStructure(state, { name, attributes, looks });
  }
}

type Element = { name: string; attributes: Attributes; looks: string };

function push(state: State, { name, attributes, looks }: Element): void {
  const font = /font-family\s*:\s*([^;]{1,120})/i.exec(looks)?.[1] ?? attributes.get('face')?.slice(0, 60);
  const element: Open = {
    name,
    font: font ?? state.stack.at(-1)?.font ?? '',
    aside: asideOf(name, attributes, looks),
    words: '',
    isLabel: /mso-list\s*:\s*ignore/i.test(looks),
  };
  state.stack.push(element);
  state.counts.set(name, (state.counts.get(name) ?? 0) + 1);
  if (element.isLabel) state.label ??= element;
  if (element.aside === 'raised' && state.left === null) state.raised ??= element;
  if (element.aside === null || element.aside === 'raised') return;
  if (STAYS.has(element.aside)) state.kept ??= element;
  else state.left ??= element;
}

function openStructure(state: State, { name, attributes, looks }: Element): void {
  const { lists, rows } = state;
  if (name === 'ol' || name === 'ul') {
    endItem(state);
    lists.push(openList(name, attributes, { above: lists.at(-1), before: state.last }));
  } else if (name === 'li') openItem(state, attributes);
  else if (name === 'tr') rows.push({ cells: [], inCell: false });
  else if (name === 'td' || name === 'th') {
    const row = rows.at(-1);
    row?.cells.push([]);
    if (row !== undefined) row.inCell = true;
  } else if (name === 'q') append(state, '„');
  else {
    const list = /mso-list\s*:\s*(l\d{1,4})\s+level(\d)/i.exec(looks);
    if (list !== null && lists.length === 0) state.wordList = { list: list[1]!, level: Number(list[2]) };
  }
}

function openItem(state: State, attributes: Attributes): void {
  const list = state.lists.at(-1);
  const bullets = state.lists.filter(({ kind }) => kind === 'bullet').length;
  const text = list === undefined ? '–' : nextMark(list, attributes, bullets);
  state.mark = text === '' ? null : { text, isPrinted: false };
}

function noteVoid(state: State, name: string, attributes: Attributes): void {
  const isField = name === 'input' && !/^(?:hidden|submit|button)/i.test(attributes.get('type') ?? '');
  if (name !== 'img' && name !== 'embed' && !isField) return;
  const words = attributes.get('alt') ?? attributes.get('value') ?? '';
  if (words !== '') state.described.push(words);
  note(state, name === 'img' ? 'picture' : 'object', words);
}

function addWords(state: State, words: string): void {
  if (state.left !== null) {
    state.left.words += words;
    return;
  }
  if (state.kept !== null) state.kept.words += words;
  if (state.label !== null) {
    state.label.words += words;
    return;
  }
  if (state.wordList !== null && words.trim() !== '') takeWordMark(state);
  if ((state.counts.get('pre') ?? 0) === 0) {
    if (state.raised === null) append(state, words);
    else state.raised.words += words;
    return;
  }
  const parts = words.split('\n');
  for (const [at, part] of parts.entries()) {
    append(state, part);
    if (at < parts.length - 1) endLine(state);
  }
}

/** Without its mark in words a paragraph of a list of Word is counted as its list counts. */
function takeWordMark(state: State): void {
  const { list, level } = state.wordList!;
  state.wordList = null;
  const known = state.wordLists.get(list) ?? { counts: [], end: state.last.endsWith(':') ? ')' : '.' };
  known.counts.length = level;
  const number = (known.counts[level - 1] ?? 0) + 1;
  known.counts[level - 1] = number;
  state.wordLists.set(list, known);
  state.mark = { text: `${number}${level > 1 ? ')' : known.end}`, isPrinted: false };
}

function closeElement(state: State, name: string): void {
  if ((state.counts.get(name) ?? 0) === 0) {
    if (BREAKS.has(name)) endLine(state);
    return;
  }
  while (state.stack.length > 0) {
    const isIt = state.stack.at(-1)!.name === name;
    pop(state);
    if (isIt) return;
  }
}

/** Ends what nobody ended: the last of the kind, unless something that may hold another stands between. */
function endSame(state: State, name: string): void {
  if ((state.counts.get(name) ?? 0) === 0 && name !== 'td' && name !== 'th') return;
  const isSame = (other: string): boolean =>
    other === name ||
    (/^t[dh]$/.test(name) && /^t[dh]$/.test(other)) ||
    (/^d[td]$/.test(name) && /^d[td]$/.test(other));
  for (let at = state.stack.length - 1; at >= 0; at -= 1) {
    const other = state.stack[at]!.name;
    if (isSame(other)) {
      while (state.stack.length > at) pop(state);
      return;
    }
    if (HOLDERS.has(other) || other === 'td' || other === 'th' || other === 'li') return;
  }
}

function pop(state: State): void {
  if (BREAKS.has(state.stack.at(-1)!.name)) endLine(state);
  const element = state.stack.pop()!;
  state.counts.set(element.name, (state.counts.get(element.name) ?? 1) - 1);
  if (element.isLabel && state.label === element) endLabel(state, element);
  if (element === state.left || element === state.kept) {
    const { aside, words } = element;
    const isWorthSaying = words.trim() !== '' || aside === 'object';
    if (aside !== null && aside !== 'nothing' && aside !== 'raised' && isWorthSaying) note(state, aside, words);
    if (element === state.left) state.left = null;
    else state.kept = null;
    if (aside !== null && !STAYS.has(aside)) return;
  }
  if (state.left !== null) return;
  if (element === state.raised) endRaised(state);
  closeStructure(state, element.name);
}

function closeStructure(state: State, name: string): void {
  if (name === 'ol' || name === 'ul') state.lists.pop();
  else if (name === 'li') endItem(state);
  else if (name === 'q') append(state, '”');
  else if (name === 'td' || name === 'th') {
    const row = state.rows.at(-1);
    if (row !== undefined) row.inCell = false;
  } else if (name === 'tr') endRow(state);
  if (!BREAKS.has(name)) return;
  state.wordList = null;
  if (state.mark?.isPrinted === true) endItem(state);
}

function endLabel(state: State, { words, font }: Open): void {
  state.label = null;
  const level = state.wordList?.level ?? 1;
  state.wordList = null;
  const printed = printedMark(words, font);
  state.bullets = state.bullets.filter((one) => one < level);
  // A bullet below a bullet is a double tiret, whichever sign Word draws for it.
  const text = printed === '–' && state.bullets.length > 0 ? '– –' : printed;
  if (printed === '–') state.bullets.push(level);
  state.mark = text === '' ? state.mark : { text, isPrinted: true };
  if (printed === '–') state.replaced.push(words);
}
