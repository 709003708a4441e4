import { csvRecords } from '#app/publishing/csv/read-csv.ts';
import { fieldOf, readWhole, type Typed } from './answers.ts';
import type { Answers } from './answer.ts';
import { questionsOf, surveyBounds, type Definition, type Question } from './definition.ts';

/** What a file of answers collected elsewhere may have. */
export const importBounds = {
  rows: 20_000,
  columns: 300,
  cell: surveyBounds.long,
  /** Different values of one column that are named, and characters of a heading that are shown. */
  values: 60,
  heading: 300,
  name: 120,
} as const;

/** Where a column goes: nowhere (''), a field of the form, or a place of a ranking (`q3@1`). `tick:` is one choice of several, ticked or not. */
export type Target = string;
/** A choice that a value stands for: its id, '' while nobody said so, `none` for no answer. */
type Matched = string;
export type ImportMapping = { targets: Target[]; values: Record<string, Record<string, Matched>> };

export type ImportTable = { head: string[]; rows: string[][] };
export type ReadTable =
  | { ok: true; table: ImportTable }
  | { ok: false; error: 'not-table' | 'no-rows' | 'too-many-rows' | 'too-many-columns' };

/** A table with headings, separated by commas, semicolons or tabs, as Google Forms and LimeSurvey give it out. */
export function readTable(source: string): ReadTable {
  const records = csvRecords(source, { to: importBounds.rows + 2 });
  if (!records.ok) return { ok: false, error: records.error.code === 'empty' ? 'no-rows' : 'not-table' };
  const [head = [], ...rows] = records.value;
  if (head.length > importBounds.columns) return { ok: false, error: 'too-many-columns' };
  if (rows.length > importBounds.rows) return { ok: false, error: 'too-many-rows' };
  if (rows.length === 0) return { ok: false, error: 'no-rows' };
  return { ok: true, table: { head: head.map((each) => each.trim()), rows } };
}

/** Words as they are compared: without case and signs. Marks on letters count, for two choices may differ in nothing else. */
const folded = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type TargetChoice = { target: Target; question: Question; part: string };

/** Everything that a column can be. */
export function targetsOf(definition: Definition): TargetChoice[] {
  return questionsOf(definition).flatMap((question): TargetChoice[] => {
    const { id, kind, options, rows } = question;
    const own = (target: Target, part = ''): TargetChoice => ({ target, question, part });
    const other = options.some((each) => each.other) ? [own(fieldOf(id, 'other'), 'other')] : [];
    if (kind === 'matrix') return rows.map((row) => own(fieldOf(id, row.id), row.words.pl));
    if (kind === 'rank')
      return [
        ...options.map((option) => own(fieldOf(id, option.id), option.words.pl)),
        ...options.map((_, at) => own(`${id}@${at + 1}`, String(at + 1))),
      ];
    if (kind === 'many')
      return [own(id), ...options.map((option) => own(`tick:${id}:${option.id}`, option.words.pl)), ...other];
    return [own(id), ...other];
  });
}

/** Where each column most likely goes, by its heading: the words of a question, with those of a row or choice in brackets behind them. */
export function guessTargets(definition: Definition, head: readonly string[]): Target[] {
  const choices = targetsOf(definition);
  return head.map((heading) => {
    const from = heading.endsWith(']') ? heading.lastIndexOf('[') : -1;
    const words = from < 0 ? heading : heading.slice(0, from);
    const part = from < 0 ? null : folded(heading.slice(from + 1));
    const of = choices.filter(({ question }) => {
      const said = folded(words.replace(/^\s*[\w.]{1,12}[.:]\s+(?=\S)/, ''));
      return [folded(words), said].some((each) => each !== '' && isSaid(question, each));
    });
    const parted = (target: TargetChoice) =>
      part !== null && (folded(target.part) === part || partNumber(target, part) === true);
    return of.find((each) => (part === null ? each.part === '' : parted(each)))?.target ?? '';
  });
}

const isSaid = ({ id, words }: Question, said: string) => [id, folded(words.pl), folded(words.en)].includes(said);

/** LimeSurvey numbers parts: SQ001, or 1 for the first place of a ranking. */
function partNumber({ target, question }: TargetChoice, part: string): boolean {
  const number = /^(?:sq|ao|a)?0*(\d{1,3})$/.exec(part)?.[1];
  if (!number) return false;
  const parts = question.kind === 'matrix' ? question.rows : question.options;
  const id = parts[Number(number) - 1]?.id;
  if (question.kind === 'rank') return target === `${question.id}@${number}`;
  return target === fieldOf(question.id, id) || target === `tick:${question.id}:${id}`;
}

/** The question of a target whose values are names of choices; null for words, figures and ticks. */
export function chosenBy(definition: Definition, target: Target): Question | null {
  const found = targetsOf(definition).find((each) => each.target === target);
  if (!found || target.startsWith('tick:') || target === fieldOf(found.question.id, 'other')) return null;
  const { kind, id } = found.question;
  if (kind === 'rank') return target.startsWith(`${id}@`) ? found.question : null;
  return kind === 'one' || kind === 'many' || kind === 'matrix' ? found.question : null;
}

/** The choice that a value names by its words, its number or its code; '' for none. */
function guessValue({ options }: Question, value: string): Matched {
  const said = folded(value);
  const byWords = options.find(({ id, words }) => [id, folded(words.pl), folded(words.en)].includes(said));
  const number = /^(?:ao|a)?0*(\d{1,2})$/.exec(said)?.[1];
  return byWords?.id ?? options[Number(number ?? 0) - 1]?.id ?? '';
}

/** What stands in one cell: several choices are parted by semicolons, or by commas where no choice has one. */
function valuesIn(question: Question, cell: string): string[] {
  if (question.kind !== 'many') return [cell.trim()].filter(Boolean);
  const whole = guessValue(question, cell);
  if (whole) return [cell.trim()];
  const marks = cell.includes(';') ? ';' : ',';
  const pieces = cell.split(marks).map((each) => each.trim());
  // A choice may have a comma in its words: pieces are put together again where that names one.
  const found: string[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    let to = from + 1;
    for (let end = Math.min(pieces.length, from + 8); end > from + 1; end -= 1)
      if (guessValue(question, pieces.slice(from, end).join(`${marks} `))) {
        to = end;
        break;
      }
    found.push(pieces.slice(from, to).join(`${marks} `));
    from = to - 1;
  }
  return found.filter(Boolean);
}

export type ImportColumn = {
  heading: string;
  target: Target;
  /** Values that have to name a choice, with what they are taken for; more than the bound are not listed. */
  values: { value: string; count: number; matched: Matched }[];
  hasMore: boolean;
};
type ImportReason = { question: string; key: string; count: number };
export type JudgedImport = {
  columns: ImportColumn[];
  rows: number;
  answers: Answers[];
  invalid: ImportReason[];
  /** Required questions to which no column goes. */
  missing: string[];
};

/** Reads a table by a mapping: what each column is taken for, and what every row comes to as an answer. */
export function judgeImport({
  definition,
  table,
  mapping,
}: {
  definition: Definition;
  table: ImportTable;
  mapping: ImportMapping;
}): JudgedImport {
  const columns = table.head.map((heading, at) => columnOf(definition, { table, mapping, heading, at }));
  const reasons = new Map<string, ImportReason>();
  const answers: Answers[] = [];
  const used = new Set(columns.map(({ target }) => questionOf(definition, target)?.id));
  const readers = columns.map((column) => readerOf(definition, column));
  for (const row of table.rows) {
    const { typed, unmatched } = typedOf(readers, row);
    const read = readWhole(definition, typed);
    const problem = unmatched
      ? { question: unmatched, key: 'survey.import.reason.unmatched' }
      : read.problems[0]
        ? { question: read.problems[0].question, key: read.problems[0].key }
        : Object.keys(read.answers).length === 0
          ? { question: '', key: 'survey.import.reason.empty' }
          : null;
    if (!problem) {
      answers.push(read.answers);
      continue;
    }
    const name = `${problem.question} ${problem.key}`;
    reasons.set(name, { ...problem, count: (reasons.get(name)?.count ?? 0) + 1 });
  }
  return {
    columns,
    rows: table.rows.length,
    answers,
    invalid: [...reasons.values()].sort((a, b) => b.count - a.count),
    missing: questionsOf(definition)
      .filter(({ id, required }) => required && !used.has(id))
      .map(({ id }) => id),
  };
}

const questionOf = (definition: Definition, target: Target) =>
  targetsOf(definition).find((each) => each.target === target)?.question;

type Reading = { table: ImportTable; mapping: ImportMapping; heading: string; at: number };

function columnOf(definition: Definition, { table, mapping, heading, at }: Reading): ImportColumn {
  const target = mapping.targets[at] ?? '';
  const question = chosenBy(definition, target);
  const counts = new Map<string, number>();
  if (question)
    for (const row of table.rows)
      for (const value of valuesIn(question, row[at] ?? '')) counts.set(value, (counts.get(value) ?? 0) + 1);
  const said = mapping.values[String(at)] ?? {};
  const values = [...counts].map(([value, count]) => ({
    value,
    count,
    // A value may be a word that every object knows: „constructor".
    matched: (Object.hasOwn(said, value) ? said[value] : undefined) ?? (question ? guessValue(question, value) : ''),
  }));
  // What nobody could place comes first, then what is frequent.
  values.sort((a, b) => Number(a.matched !== '') - Number(b.matched !== '') || b.count - a.count);
  return {
    heading: heading.slice(0, importBounds.heading),
    target,
    values,
    hasMore: values.length > importBounds.values,
  };
}

const isTicked = (cell: string) => !['', 'n', 'no', 'nie', '0', 'false', 'n a'].includes(folded(cell));

/** Puts what a cell says into the fields of the form; the question of which a value names no choice, else null. */
type Reader = (cell: string, put: (name: string, value: string) => void) => string | null;

/** How the cells of a column are read, found once for all rows; null where the column goes nowhere. */
function readerOf(definition: Definition, { target, values }: ImportColumn): Reader | null {
  if (target === '') return null;
  const tick = /^tick:([^:]+):(.+)$/.exec(target);
  if (tick)
    return (cell, put) => {
      if (isTicked(cell)) put(tick[1]!, tick[2]!);
      return null;
    };
  const question = chosenBy(definition, target);
  if (!question)
    return (cell, put) => {
      put(target, cell);
      return null;
    };
  const { id, options } = question;
  const place = /@(\d+)$/.exec(target)?.[1];
  const choiceOf = new Map(values.map(({ value, matched }) => [value, matched]));
  return (cell, put) => {
    let unmatched: string | null = null;
    for (const value of valuesIn(question, cell)) {
      const matched = choiceOf.get(value) ?? '';
      if (matched === 'none') continue;
      const option = options.find((each) => each.id === matched);
      if (!option) {
        unmatched = id;
        continue;
      }
      put(place ? fieldOf(id, option.id) : target, place ?? option.id);
      // What was written instead of a choice is what „other” means.
      if (option.other && guessValue(question, value) !== option.id) put(fieldOf(id, 'other'), value);
    }
    return unmatched;
  };
}

function typedOf(
  readers: readonly (Reader | null)[],
  row: readonly string[],
): { typed: Typed; unmatched: string | null } {
  const typed: Record<string, string[]> = {};
  let unmatched: string | null = null;
  for (const [at, read] of readers.entries()) {
    const cell = (row[at] ?? '').trim();
    if (!read || cell === '') continue;
    const without = read(cell, (name, value) => (typed[name] = [...(typed[name] ?? []), value]));
    unmatched ??= without;
  }
  return { typed, unmatched };
}
