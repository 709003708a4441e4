import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { bounds } from '#app/forms/bounds.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { emailField } from '#app/people/schema.ts';
import { channels, type Channel } from '../state/channels.ts';
import { decisionOfWords } from './decision-words.ts';
import { importColumns, type ImportColumn } from './remark-columns.ts';
import type { Table } from './read-table.ts';

/** One row of a table as a remark of the register, with the ruling it brings along. */
export type ImportedRemark = {
  /** Line of the table, counted from 1 under the header. */
  row: number;
  /** yyyy-mm-dd */
  receivedOn: string;
  sign: string | null;
  place: string | null;
  category: string | null;
  reason: string;
  authorName: string;
  organisation: string | null;
  channel: Channel;
  caseSign: string | null;
  contactEmail: string | null;
  contactAddress: string | null;
  ruling: { decision: Decision; words: string; reason: string } | null;
};

type RowProblem = { row: number; column: ImportColumn; key: MessageKey; value: string };
export type ImportPlan = { remarks: ImportedRemark[]; problems: RowProblem[] };

type Cells = (column: ImportColumn) => string;

/**
 * What an import would enter: a remark per row, and what is wrong row by row. A row with a problem is not among the remarks.
 * `channel` and `day` (yyyy-mm-dd) hold for rows that name none.
 */
export function planImport(
  table: Table,
  columns: readonly (ImportColumn | null)[],
  { channel, day }: { channel: Channel; day: string | null },
): ImportPlan {
  const remarks: ImportedRemark[] = [];
  const problems: RowProblem[] = [];
  table.rows.forEach((cells, at) => {
    const raw: Cells = (column) => cells[columns.indexOf(column)] ?? '';
    // What is too long is complained about and not read.
    const long = importColumns.filter((column) => raw(column).length > bounds.importedCell);
    const cell: Cells = (column) => {
      const words = long.includes(column) ? '' : cleanText(raw(column));
      return column === 'data_wplywu' && words === '' ? (day ?? '') : words;
    };
    const found =
      long.length > 0
        ? long.map((column) => ({
            row: at + 1,
            column,
            key: 'register.import.too-long' as const,
            value: raw(column).slice(0, 80),
          }))
        : problemsOf(cell, at + 1);
    if (found.length > 0) problems.push(...found);
    else remarks.push(toRemark(cell, at + 1, channel));
  });
  return { remarks, problems };
}

function problemsOf(cell: Cells, row: number): RowProblem[] {
  const problems: RowProblem[] = [];
  const wrong = (column: ImportColumn, key: MessageKey) =>
    problems.push({ row, column, key, value: cell(column).slice(0, 80) });
  if (readDay(cell('data_wplywu')) === null) wrong('data_wplywu', 'register.import.bad-date');
  const decision = decisionOfWords(cell('propozycja_rozpatrzenia'));
  if (decision === undefined) wrong('propozycja_rozpatrzenia', 'register.import.bad-decision');
  if (decision && cell('uzasadnienie') === '') wrong('uzasadnienie', 'register.import.no-reason');
  if (decision === null && cell('uzasadnienie') !== '') wrong('propozycja_rozpatrzenia', 'register.import.no-decision');
  if (textOf(cell) === '' && cell('obszar') === '' && (cell('oznaczenie_uwagi') === '' || isNumberAlone(cell)))
    wrong('tresc_uwagi', 'register.import.nothing');
  if (textOf(cell).length > bounds.importedCell) wrong('uzasadnienie_uwagi', 'register.import.too-long');
  if (cell('kanal') !== '' && channelOf(cell('kanal')) === null) wrong('kanal', 'register.import.bad-channel');
  if (cell('email') !== '' && !emailField.safeParse(cell('email')).success) wrong('email', 'error.email');
  return problems;
}

/** "3;;;;": a row that was prepared and never filled. */
function isNumberAlone(cell: Cells): boolean {
  return importColumns.every(
    (column) => column === 'oznaczenie_uwagi' || column === 'data_wplywu' || cell(column) === '',
  );
}

/** What the remark says, with its reasons below. */
function textOf(cell: Cells): string {
  return [cell('tresc_uwagi'), cell('uzasadnienie_uwagi')].filter((words) => words !== '').join('\n\n');
}

function toRemark(cell: Cells, row: number, channel: Channel): ImportedRemark {
  const orNull = (column: ImportColumn) => cell(column) || null;
  const words = cell('propozycja_rozpatrzenia');
  const decision = decisionOfWords(words);
  return {
    row,
    receivedOn: readDay(cell('data_wplywu')) ?? '',
    sign: orNull('oznaczenie_uwagi'),
    place: orNull('obszar'),
    category: orNull('kategoria_wiodaca'),
    reason: textOf(cell),
    authorName: cell('zglaszajacy'),
    organisation: orNull('organizacja'),
    channel: channelOf(cell('kanal')) ?? channel,
    caseSign: orNull('znak_sprawy'),
    contactEmail: orNull('email')?.toLowerCase() ?? null,
    contactAddress: orNull('adres'),
    ruling: decision ? { decision, words, reason: cell('uzasadnienie') } : null,
  };
}

/** A day as yyyy-mm-dd, also from dd.mm.yyyy, dd-mm-yyyy and dd/mm/yyyy; an hour behind it is left out. Null when it is no day. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text);
  const polish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: .*)?$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1, 4) : polish ? [polish[3], polish[2], polish[1]] : [];
  if (!year || !month || !day) return null;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === found ? found : null;
}

const channelWords: readonly (readonly [RegExp, Channel])[] = [
  [/epuap/, 'epuap'],
  [/dor[eę]cze/, 'edoreczenia'],
  [/mail/, 'email'],
  [/^tel|phone/, 'phone'],
  [/spotkan|ustn|meeting/, 'meeting'],
  [/pism|papier|list|paper|kancelari/, 'paper'],
  [/formularz|internet|web|www/, 'web'],
];

/** The channel an office's word means; null when it is not known. */
function channelOf(words: string): Channel | null {
  const flat = words.toLocaleLowerCase('pl');
  return (
    channels.find((channel) => channel === flat) ?? channelWords.find(([pattern]) => pattern.test(flat))?.[1] ?? null
  );
}
