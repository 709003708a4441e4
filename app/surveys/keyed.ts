import type { Answers } from './answer.ts';
import { fieldOf, otherKey, readTyped, type AnswerProblem, type Typed } from './answers.ts';
import { isText, questionsOf, surveyBounds, type Definition, type Question } from './definition.ts';

/** What one person typed from a sheet: answers, and the questions nobody could read. */
export type Entry = { values: Answers; unreadable: string[] };

/** Name of the field of a question on the page where sheets are typed. */
export const keyedField = (id: string) => `k-${id}`;

const isNothing = (keyed: string) => /^[-\u2013\u2014]?$/.test(keyed);

/**
 * Reads a sheet typed by digits: the number of an answer as it stands on the paper, several with blanks between, of a matrix one for each row
 * (0 for none), of a ranking the place of each. „–” or nothing is no answer, „?” cannot be read. What has to be answered on the web may be
 * missing on paper: whether that makes the sheet invalid is for who holds it.
 */
export function readKeyed(
  definition: Definition,
  keyed: Readonly<Record<string, readonly string[]>>,
): { entry: Entry; problems: AnswerProblem[] } {
  const values: Answers = {};
  const unreadable: string[] = [];
  const problems: AnswerProblem[] = [];
  for (const question of questionsOf(definition)) {
    const name = keyedField(question.id);
    const given = keyed[name]?.[0] ?? '';
    if (given.length > keyedMax(question)) {
      problems.push({ question: question.id, field: name, key: 'error.too-long', params: { max: keyedMax(question) } });
      continue;
    }
    // Too many words are told of also where the choice they belong to was not typed.
    const otherName = keyedField(fieldOf(question.id, 'other'));
    const other = keyed[otherName]?.[0] ?? '';
    if (other.length > surveyBounds.other) {
      const params = { max: surveyBounds.other };
      problems.push({ question: question.id, field: otherName, key: 'error.too-long', params });
      continue;
    }
    const typed = given.trim();
    if (typed === '?') unreadable.push(question.id);
    if (typed === '?' || isNothing(typed)) continue;
    const fields = toFields(question, typed, other);
    if (!fields) {
      problems.push({ question: question.id, field: name, key: 'survey.sheet.error.digits' });
      continue;
    }
    const read = readTyped([{ ...question, required: false }], fields);
    Object.assign(values, read.answers);
    problems.push(...read.problems.map((problem) => ({ ...problem, field: name })));
  }
  return { entry: { values, unreadable }, problems };
}

/** Characters that the field of a question takes. */
export function keyedMax({ kind }: Question): number {
  if (kind === 'long') return surveyBounds.long;
  return kind === 'short' ? surveyBounds.short : 60;
}

/** The same as the fields of the web form; null where the digits name nothing. */
function toFields(question: Question, typed: string, other: string): Typed | null {
  const { id, kind, options, rows } = question;
  const numbers = typed.split(/[\s,;]+/).filter(Boolean);
  const optionAt = (number: string | undefined) =>
    /^\d{1,2}$/.test(number ?? '') ? options[Number(number) - 1]?.id : undefined;
  switch (kind) {
    case 'one':
    case 'many': {
      const picked = numbers.map(optionAt);
      if (picked.some((each) => each === undefined)) return null;
      return { [id]: picked as string[], ...(other ? { [fieldOf(id, 'other')]: [other] } : {}) };
    }
    case 'rank':
      if (numbers.length !== options.length) return null;
      return Object.fromEntries(options.map((option, at) => [fieldOf(id, option.id), [numbers[at]!]]));
    case 'matrix': {
      if (numbers.length !== rows.length) return null;
      const picked = numbers.map((number) => (number === '0' ? '' : optionAt(number)));
      if (picked.some((each) => each === undefined)) return null;
      return Object.fromEntries(rows.map((row, at) => [fieldOf(id, row.id), [picked[at]!]]));
    }
    default:
      return { [id]: [typed] };
  }
}

/** One answer as it is typed. */
export function toKeyed(question: Question, { values, unreadable }: Entry): string {
  const answer = values[question.id];
  if (unreadable.includes(question.id)) return '?';
  if (answer === undefined) return '–';
  const numberOf = (id: string | undefined) => String(question.options.findIndex((option) => option.id === id) + 1);
  if (question.kind === 'one') return numberOf(String(answer));
  if (question.kind === 'many' && Array.isArray(answer)) return answer.map(numberOf).join(' ');
  if (question.kind === 'rank' && Array.isArray(answer))
    return question.options.map(({ id }) => String(answer.indexOf(id) + 1)).join(' ');
  if (question.kind === 'matrix' && typeof answer === 'object' && !Array.isArray(answer))
    return question.rows.map(({ id }) => numberOf(answer[id])).join(' ');
  return String(answer);
}

/** Questions that two people typed differently; every question is one field compared. */
export function differences(definition: Definition, first: Entry, second: Entry): string[] {
  const folded = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return questionsOf(definition)
    .filter((question) => {
      const [one, other] = [first, second].map((entry) =>
        [toKeyed(question, entry), String(entry.values[otherKey(question.id)] ?? '')].map((words) =>
          isText(question.kind) ? folded(words) : words,
        ),
      ) as [string[], string[]];
      return one[0] !== other[0] || folded(one[1] ?? '') !== folded(other[1] ?? '');
    })
    .map(({ id }) => id);
}

/** How many of so many sheets are typed by another person: a tenth, at least twenty. */
export function sampleSize(sheets: number): number {
  return Math.min(sheets, Math.max(20, Math.ceil(sheets / 10)));
}
