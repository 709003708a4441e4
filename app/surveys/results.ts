import type { Answers } from './answer.ts';
import { otherKey } from './answers.ts';
import { askedCounts } from './conditions.ts';
import { isText, numberOf, pointsOf, questionsOf, type Definition, type Question, type Words } from './definition.ts';
import { fewest, protectTable, type Cell } from './suppression.ts';

export const channels = ['web', 'kiosk', 'paper', 'import'] as const;
export type Channel = (typeof channels)[number];

export type AnswerRow = { values: Answers; unreadable: readonly string[]; channel: string };

export type Counted = { id: string; words: Words; count: number };
/** `asked`: to whom the question was shown; `answered`: who answered it; neither counts what nobody could read on paper as an answer. */
export type QuestionResult = {
  question: Question;
  no: number;
  asked: number;
  answered: number;
  unreadable: number;
  /** Fewer than five answered: nothing but that is told. */
  isHidden: boolean;
  /** Choices, points of a scale, stretches of a number. */
  counts: Counted[];
  median: number | null;
  /** Of a ranking, best first: the mean place. */
  ranks: { id: string; words: Words; mean: number; firsts: number }[];
  /** Of a matrix. */
  rows: { id: string; words: Words; answered: number; counts: Counted[] }[];
  /** How many wrote something beside „other”. */
  others: number;
};

/** What came out, question by question. */
export function resultsOf(definition: Definition, rows: readonly AnswerRow[]): QuestionResult[] {
  const asked = askedCounts(
    definition,
    rows.map(({ values }) => values),
  );
  return questionsOf(definition).map((question) =>
    resultOf(definition, question, rows, asked.get(question.id) ?? rows.length),
  );
}

/** What was answered to one question: a survey has thousands of answers, and each is looked at once for it. */
function answersTo(id: string, rows: readonly AnswerRow[]) {
  const other = otherKey(id);
  const given: Answers[string][] = [];
  let [unreadable, others] = [0, 0];
  for (const row of rows) {
    const answer = row.values[id];
    if (answer !== undefined) given.push(answer);
    if (row.values[other] !== undefined) others += 1;
    if (row.unreadable.length > 0 && row.unreadable.includes(id)) unreadable += 1;
  }
  return { given, unreadable, others };
}

function resultOf(
  definition: Definition,
  question: Question,
  rows: readonly AnswerRow[],
  asked: number,
): QuestionResult {
  const { id, kind, options } = question;
  const { given, unreadable, others } = answersTo(id, rows);
  const result: QuestionResult = {
    question,
    no: numberOf(definition, id),
    asked,
    answered: given.length,
    unreadable,
    isHidden: given.length < fewest,
    counts: [],
    median: null,
    ranks: [],
    rows: [],
    others,
  };
  if (result.isHidden || isText(kind)) return result;
  if (kind === 'one' || kind === 'many') result.counts = countChoices(options, given as (string | string[])[]);
  if (kind === 'scale' || kind === 'number') {
    const figures = given.filter((each): each is number => typeof each === 'number').sort((a, b) => a - b);
    result.median = medianOf(figures);
    result.counts = kind === 'scale' ? countPoints(question, figures) : countStretches(figures);
  }
  if (kind === 'rank') result.ranks = rankedOf(question, given.filter(Array.isArray));
  if (kind === 'matrix')
    result.rows = question.rows.map(({ id: row, words }) => {
      const picked: string[] = [];
      for (const each of given as Record<string, string>[]) if (each[row] !== undefined) picked.push(each[row]);
      return { id: row, words, answered: picked.length, counts: countChoices(options, picked) };
    });
  return result;
}

function countChoices(options: Question['options'], picked: readonly (string | string[])[]): Counted[] {
  const counts = new Map(options.map(({ id }) => [id, 0]));
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const each of picked)
    if (typeof each === 'string') count(each);
    else for (const id of each) count(id);
  return options.map(({ id, words }) => ({ id, words, count: counts.get(id) ?? 0 }));
}

const bare = (words: string): Words => ({ pl: words, en: words });

function countPoints(question: Question, figures: readonly number[]): Counted[] {
  return pointsOf(question).map((point) => ({
    id: String(point),
    words: bare(String(point)),
    count: figures.filter((each) => each === point).length,
  }));
}

/** Numbers in at most six stretches of equal width, so that no single figure of a person is told. */
function countStretches(figures: readonly number[]): Counted[] {
  const stretches = stretchesOf(figures);
  return stretches.map(({ from, to }, at) => ({
    id: `${from}-${to}`,
    words: bare(`${from}–${to}`),
    count: figures.filter((each) => each >= from && (at === stretches.length - 1 ? each <= to : each < to)).length,
  }));
}

/** Bounds of round width around sorted figures. */
export function stretchesOf(figures: readonly number[]): { from: number; to: number }[] {
  const [low, high] = [figures[0] ?? 0, figures.at(-1) ?? 0];
  const rough = Math.max((high - low) / 5, Number.EPSILON);
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = high === low ? 1 : ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const start = Math.floor(low / width) * width;
  const round = (value: number) => Number(value.toPrecision(10));
  const count = Math.max(1, Math.floor((high - start) / width) + 1);
  return Array.from({ length: count }, (_, at) => ({
    from: round(start + at * width),
    to: round(start + (at + 1) * width),
  }));
}

/** The middle of sorted figures; of an even number the mean of the two in the middle. */
export function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function rankedOf(question: Question, given: readonly string[][]): QuestionResult['ranks'] {
  const sums = new Map(question.options.map(({ id }) => [id, { count: 0, places: 0, firsts: 0 }]));
  for (const order of given)
    for (const [at, id] of order.entries()) {
      const sum = sums.get(id);
      if (!sum) continue;
      sum.count += 1;
      sum.places += at + 1;
      if (at === 0) sum.firsts += 1;
    }
  return question.options
    .map(({ id, words }) => {
      const { count, places, firsts } = sums.get(id)!;
      return { id, words, mean: places / Math.max(1, count), firsts };
    })
    .sort((a, b) => a.mean - b.mean);
}

/** Something that parts those who answered: a question, a row of a matrix, one choice of several, or how the answer came. */
export type Variable = {
  id: string;
  no: number;
  words: Words;
  values: { id: string; words: Words }[];
  of: (row: AnswerRow) => string;
};

const noAnswer = '';
const yesNo = [
  { id: 'yes', words: { pl: 'tak', en: 'yes' } },
  { id: 'no', words: { pl: 'nie', en: 'no' } },
];
const channelWords: Record<Channel, Words> = {
  web: { pl: 'strona', en: 'web' },
  kiosk: { pl: 'punkt (kiosk)', en: 'kiosk' },
  paper: { pl: 'papier', en: 'paper' },
  import: { pl: 'zebrane gdzie indziej', en: 'collected elsewhere' },
};

/** Everything that can be a side of a cross table. Of several choices each is one by itself: picked or not. */
export function variablesOf(definition: Definition): Variable[] {
  const own = questionsOf(definition).flatMap((question): Variable[] => {
    const { id, kind, words, options } = question;
    const no = numberOf(definition, id);
    if (kind === 'one' || kind === 'scale') {
      const values =
        kind === 'one'
          ? options.map((each) => ({ id: each.id, words: each.words }))
          : pointsOf(question).map((point) => ({ id: String(point), words: bare(String(point)) }));
      return [
        { id, no, words, values, of: ({ values: given }) => (given[id] === undefined ? noAnswer : String(given[id])) },
      ];
    }
    if (kind === 'many')
      return options.map((each) => ({
        id: `${id}.${each.id}`,
        no,
        words: {
          pl: `${words.pl} – ${each.words.pl}`,
          en: `${words.en || words.pl} – ${each.words.en || each.words.pl}`,
        },
        values: yesNo,
        of: ({ values: given }) => {
          const picked = given[id];
          return Array.isArray(picked) ? (picked.includes(each.id) ? 'yes' : 'no') : noAnswer;
        },
      }));
    if (kind === 'matrix')
      return question.rows.map((row) => ({
        id: `${id}.${row.id}`,
        no,
        words: { pl: `${words.pl} – ${row.words.pl}`, en: `${words.en || words.pl} – ${row.words.en || row.words.pl}` },
        values: options.map((option) => ({ id: option.id, words: option.words })),
        of: ({ values: given }) => (given[id] as Record<string, string> | undefined)?.[row.id] ?? noAnswer,
      }));
    return [];
  });
  return [
    ...own,
    {
      id: 'channel',
      no: 0,
      words: { pl: 'Droga odpowiedzi', en: 'Channel' },
      values: channels.map((channel) => ({ id: channel, words: channelWords[channel] })),
      of: ({ channel }) => channel,
    },
  ];
}

export type CrossTable = {
  rows: { id: string; words: Words; total: number }[];
  columns: { id: string; words: Words; total: number }[];
  /** Null where a number is not told. */
  cells: Cell[][] | null;
  total: number;
};

/**
 * People by two things. Who did not answer one of them is a row or a column like the others, so that its sums are those of the questions
 * themselves and nothing follows from the difference. Rows and columns of nobody are left out.
 */
export function crossTable(left: Variable, top: Variable, answers: readonly AnswerRow[]): CrossTable {
  const none = { id: noAnswer, words: { pl: 'bez odpowiedzi', en: 'no answer' } };
  const [rows, columns] = [
    [...left.values, none],
    [...top.values, none],
  ];
  const counts = rows.map(() => columns.map(() => 0));
  for (const answer of answers) {
    const i = rows.findIndex(({ id }) => id === left.of(answer));
    const j = columns.findIndex(({ id }) => id === top.of(answer));
    if (i >= 0 && j >= 0) counts[i]![j]! += 1;
  }
  const sumOf = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);
  const few = (side: readonly number[]) => sumOf(side) < fewest;
  if (few(counts.slice(0, -1).flat()) || few(counts.flatMap((row) => row.slice(0, -1))))
    return { rows: [], columns: [], cells: null, total: answers.length };
  const usedRows = rows
    .map((each, i) => ({ ...each, total: sumOf(counts[i]!), at: i }))
    .filter(({ total }) => total > 0);
  const usedColumns = columns
    .map((each, j) => ({ ...each, total: sumOf(counts.map((row) => row[j]!)), at: j }))
    .filter(({ total }) => total > 0);
  const inner = usedRows.map((row) => usedColumns.map((column) => counts[row.at]![column.at]!));
  const bareSide = ({ id, words, total }: { id: string; words: Words; total: number }) => ({ id, words, total });
  return {
    rows: usedRows.map(bareSide),
    columns: usedColumns.map(bareSide),
    cells: protectTable(inner).cells,
    total: answers.length,
  };
}
