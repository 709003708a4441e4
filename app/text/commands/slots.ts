import { descend } from '../tree/tree.ts';
import type { Act, Bilingual, Unit } from '../tree/types.ts';
import { isRefusal, lookup, partPlace } from './lookup.ts';
import { citePlace, type Place, type Step } from './places.ts';
import { REFUSED } from './refusals.ts';
import { CELL_END, sentences } from './words.ts';

/** A stretch of text that a command about words may change. `unit` is null for the head of the act. */
export type Slot = { unit: Unit | null; get: () => string; set: (text: string) => void };

/** The texts that a place holds. */
export function slotsOf(act: Act, place: Place): Slot[] | Bilingual {
  const { base, special } = partPlace(place);
  if (special?.type === 'act') return [...act.units, ...act.annexes].flatMap(subtreeSlots);
  if (special?.type === 'title') return orRefuse(titleSlot(act), place);
  if (special?.type === 'basis') return orRefuse(basisSlot(act), place);
  const found = lookup(act, base);
  if (isRefusal(found)) return found;
  const { unit } = found;
  if (special === null) return subtreeSlots(unit);
  if (special.type === 'table' || special.type === 'column') return tableSlots(unit, place);
  if (special.type === 'heading') return [fieldSlot(unit, 'heading')];
  if (special.type === 'intro')
    return unit.children.length === 0 ? REFUSED.noList(citePlace(base)) : [fieldSlot(unit, 'text')];
  if (special.type === 'sentence') return sentenceSlot(unit, special, place);
  return rowSlot(unit, special, place);
}

function orRefuse(slot: Slot | null, place: Place): Slot[] | Bilingual {
  return slot === null ? REFUSED.cannot(citePlace(place)) : [slot];
}

function fieldSlot(unit: Unit, field: 'text' | 'heading'): Slot {
  return { unit, get: () => unit[field], set: (text) => void (unit[field] = text) };
}

function subtreeSlots(unit: Unit): Slot[] {
  const slots: Slot[] = [];
  for (const one of descend(unit)) {
    if (one.heading !== '') slots.push(fieldSlot(one, 'heading'));
    slots.push(fieldSlot(one, 'text'));
    for (const quoted of one.quoted ?? []) slots.push(...subtreeSlots(quoted));
  }
  return slots;
}

function sentenceSlot(unit: Unit, step: Step, place: Place): Slot[] | Bilingual {
  const list = sentences(unit.text);
  const at = Number(step.number) - 1;
  const sentence = list[at];
  if (sentence === undefined) return REFUSED.noSentence(citePlace(place));
  const bare = sentence.trimEnd();
  const put = (text: string): void => {
    list[at] = text === '' ? '' : text + sentence.slice(bare.length);
    unit.text = list.join('').trim();
  };
  return [{ unit, get: () => bare, set: put }];
}

/** Lines of the head up to the legal basis, and the subject among them: "w sprawie …". */
const SUBJECT = /^(?:w sprawie|zmieniając|uchylając|o\s|w przedmiocie|zmieniająca)/iu;
const BASIS = /^(?:Na podstawie|Działając|NA PODSTAWIE|W wykonaniu|Stosownie do)/u;

function titleSlot(act: Act): Slot | null {
  const lines = act.before.split('\n');
  const basis = lines.findIndex((line) => BASIS.test(line.trim()));
  const from = lines.findIndex((line, i) => (basis < 0 || i < basis) && SUBJECT.test(line.trim()));
  if (from < 0) return null;
  let to = from + 1;
  while (to < lines.length && lines[to]!.trim() !== '' && to !== basis) to += 1;
  return {
    unit: null,
    get: () => lines.slice(from, to).join(' '),
    set: (text) => {
      const whole = /^(?:UCHWAŁA|ZARZĄDZENIE|USTAWA|STATUT)/u.test(text);
      const start = whole
        ? Math.max(
            0,
            lines.findIndex((line) => /^(?:UCHWAŁA|Uchwała|ZARZĄDZENIE|USTAWA)/u.test(line.trim())),
          )
        : from;
      act.before = [...lines.slice(0, start), text, ...lines.slice(to)].join('\n');
    },
  };
}

function basisSlot(act: Act): Slot | null {
  const lines = act.before.split('\n');
  const from = lines.findIndex((line) => BASIS.test(line.trim()));
  if (from < 0) return null;
  return {
    unit: null,
    get: () => lines.slice(from).join('\n'),
    set: (text) => void (act.before = [...lines.slice(0, from), text].join('\n')),
  };
}

const BETWEEN_CELLS = /\s?\|\s?|\t/u;
const isRow = (line: string): boolean => BETWEEN_CELLS.test(line);

/** The rows of the table that a place names, or their cells in one column; words beside the table are not touched. */
function tableSlots(unit: Unit, place: Place): Slot[] | Bilingual {
  const numberOf = (type: Step['type']): string => place.find((step) => step.type === type)?.number ?? '';
  const [column, row] = [Number(numberOf('column') || '0'), numberOf('row')];
  const holders = subtreeSlots(unit).filter((slot) => slot.get().split('\n').some(isRow));
  // Which of several tables is meant the text does not tell.
  if (holders.length === 0 || (numberOf('table') !== '' && (holders.length > 1 || numberOf('table') !== '1')))
    return REFUSED.cannot(citePlace(place));
  const slots = holders.flatMap((slot) => {
    const lines = slot.get().split('\n');
    const cells = lines.flatMap((line, at) => {
      if (!isRow(line) || (row !== '' && findRow(line, row)?.from !== 0)) return [];
      const cell = column === 0 ? { from: 0, to: line.length } : cellOf(line, column);
      return cell === null ? [] : [{ at, ...cell }];
    });
    return cells.length === 0 ? [] : [cellsSlot(slot, lines, cells)];
  });
  return slots.length === 0 ? REFUSED.cannot(citePlace(place)) : slots;
}

type Cell = { at: number; from: number; to: number };

/** Cells of one text as one stretch, so that a long table is written once and not once a row; no words reach over their bounds. */
function cellsSlot(slot: Slot, lines: string[], cells: readonly Cell[]): Slot {
  return {
    unit: slot.unit,
    get: () => cells.map(({ at, from, to }) => lines[at]!.slice(from, to)).join(CELL_END),
    set: (text) => {
      text.split(CELL_END).forEach((words, i) => {
        const cell = cells[i]!;
        const line = lines[cell.at]!;
        lines[cell.at] = line.slice(0, cell.from) + words + line.slice(cell.to);
        cell.to = cell.from + words.length;
      });
      slot.set(lines.join('\n'));
    },
  };
}

/** Where the cell of a column stands in its line; columns are counted from 1, a bar at the head of the line aside. */
function cellOf(line: string, column: number): { from: number; to: number } | null {
  let from = /^\s*\|\s*/u.exec(line)?.[0].length ?? 0;
  for (let i = 1; ; i += 1) {
    const next = BETWEEN_CELLS.exec(line.slice(from));
    const to = next === null ? line.length : from + next.index;
    if (i === column) return to > from ? { from, to } : null;
    if (next === null) return null;
    from = to + next[0].length;
  }
}

/** The row of a table whose first cell is the number; the cells may have run together in one line. */
function rowSlot(unit: Unit, step: Step, place: Place): Slot[] | Bilingual {
  for (const slot of subtreeSlots(unit)) {
    const text = slot.get();
    const row = findRow(text, step.number);
    if (row === null) continue;
    return [
      {
        unit: slot.unit,
        get: () => text.slice(row.from, row.to),
        set: (next) => slot.set(replaceRow(text, row, next)),
      },
    ];
  }
  return REFUSED.noRow(citePlace(place));
}

function replaceRow(text: string, row: { from: number; to: number }, next: string): string {
  if (next !== '') return text.slice(0, row.from) + next + text.slice(row.to);
  return `${text.slice(0, row.from).trimEnd()}${/^\s*\n/.test(text.slice(row.to)) ? '' : ' '}${text.slice(row.to).trimStart()}`.trim();
}

/** Where a row stands: from its number to the number of the next one, or to the end of its line. */
export function findRow(text: string, number: string): { from: number; to: number } | null {
  const start = new RegExp(String.raw`(?:^|\s)(?=${number.replace(/[[\]]/g, String.raw`\$&`)}[.)]?\s?[|\t])`, 'u').exec(
    text,
  );
  if (start === null) return null;
  const from = start.index + start[0].length;
  const line = text.indexOf('\n', from);
  const end = line < 0 ? text.length : line;
  const next = nextRow(text.slice(from, end), number);
  return { from, to: next === null ? end : from + next };
}

/** In a line of run-together rows: where the next number of the list stands before a bar. */
function nextRow(line: string, number: string): number | null {
  const value = Number(/^\d+/.exec(number)?.[0] ?? '0');
  for (const found of line.matchAll(/\s(\d{1,4})[a-z]?[.)]?\s?\|/gu))
    if (Number(found[1]) === value + 1 || (Number(found[1]) === value && found.index > 0)) return found.index;
  return null;
}
