import { cleanText } from '#app/forms/clean-text.ts';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import type { Answers } from './answer.ts';
import { shownQuestions } from './conditions.ts';
import { pointsOf, questionsOf, surveyBounds, type Definition, type Question } from './definition.ts';

/** Fields as a form sends them. */
export type Typed = Readonly<Record<string, readonly string[]>>;
export type AnswerProblem = { question: string; field: string; key: MessageKey; params?: MessageParams };
export type ReadAnswers = { answers: Answers; problems: AnswerProblem[] };

export const otherKey = (id: string) => `${id}.other`;
/** Names of fields: one for a question, one more for each row, each thing to rank, and for what is „other”. */
export const fieldOf = (id: string, part?: string) => (part === undefined ? id : `${id}-${part}`);

type Reading = {
  question: Question;
  typed: Typed;
  answers: Answers;
  problem: (key: MessageKey, params?: MessageParams, part?: string) => void;
};

/** Reads what was typed for some questions. What is wrong is named by field; what is right beside it is kept. */
export function readTyped(questions: readonly Question[], typed: Typed): ReadAnswers {
  const answers: Answers = {};
  const problems: AnswerProblem[] = [];
  for (const question of questions) {
    let isWrong = false;
    readQuestion({
      question,
      typed,
      answers,
      problem: (key, params, part) => {
        isWrong = true;
        problems.push({ question: question.id, field: fieldOf(question.id, part), key, ...(params ? { params } : {}) });
      },
    });
    if (question.required && !isWrong && answers[question.id] === undefined)
      problems.push({ question: question.id, field: question.id, key: 'survey.error.required' });
  }
  return { answers, problems };
}

const first = (typed: Typed, name: string): string => typed[name]?.[0]?.trim() ?? '';

function readQuestion(reading: Reading): void {
  switch (reading.question.kind) {
    case 'one':
      return readOne(reading);
    case 'many':
      return readMany(reading);
    case 'scale':
    case 'number':
      return readNumber(reading);
    case 'rank':
      return readRank(reading);
    case 'matrix':
      return readMatrix(reading);
    case 'short':
    case 'long':
      return readWords(reading);
  }
}

function readOne(reading: Reading): void {
  const { question, typed, answers, problem } = reading;
  const picked = (typed[question.id] ?? []).filter((value) => value !== '');
  if (picked.length === 0) return;
  if (picked.length > 1) return problem('survey.error.one');
  if (!question.options.some(({ id }) => id === picked[0])) return problem('survey.error.forged');
  answers[question.id] = picked[0]!;
  readOther(reading, picked);
}

function readMany(reading: Reading): void {
  const { question, typed, answers, problem } = reading;
  const given = new Set((typed[question.id] ?? []).filter((value) => value !== ''));
  if (given.size === 0) return;
  const picked = question.options.filter(({ id }) => given.has(id)).map(({ id }) => id);
  if (picked.length !== given.size) return problem('survey.error.forged');
  if (question.most !== null && picked.length > question.most)
    return problem('survey.error.most', { most: question.most, count: picked.length });
  if (question.least !== null && picked.length < question.least)
    return problem('survey.error.least', { least: question.least, count: picked.length });
  answers[question.id] = picked;
  readOther(reading, picked);
}

/** What somebody wrote beside „other”; without the choice the words are those of somebody who forgot to tick it. */
function readOther({ question, typed, answers, problem }: Reading, picked: readonly string[]): void {
  const field = fieldOf(question.id, 'other');
  const said = cleanOf(typed[field]?.[0] ?? '', surveyBounds.other);
  if (said === null) return problem('error.too-long', { max: surveyBounds.other }, 'other');
  if (said && question.options.some(({ id, other }) => other && picked.includes(id)))
    answers[otherKey(question.id)] = said;
}

/** A figure as people write it: with a comma or a point, a minus before it. */
const figure = /^[-\u2212]?\d{1,12}(?:[.,]\d{1,6})?$/;

/** A typed figure that a pattern has let through, as a number. */
export function typedFigure(typed: string): number {
  return Number(typed.replace(',', '.').replace('\u2212', '-'));
}

function readNumber({ question, typed, answers, problem }: Reading): void {
  if ((typed[question.id]?.[0]?.length ?? 0) > surveyBounds.figure)
    return problem('error.too-long', { max: surveyBounds.figure });
  const given = first(typed, question.id);
  if (given === '') return;
  if (!figure.test(given)) return problem(question.kind === 'scale' ? 'survey.error.forged' : 'survey.error.number');
  const value = typedFigure(given);
  if (question.kind === 'scale') {
    if (!pointsOf(question).includes(value)) return problem('survey.error.forged');
  } else {
    const [from, to] = [question.from ?? -surveyBounds.number, question.to ?? surveyBounds.number];
    if (value < from || value > to) return problem('survey.error.range', { from, to });
  }
  answers[question.id] = value;
}

function readRank({ question, typed, answers, problem }: Reading): void {
  const places = question.options.map(({ id }) => ({ id, given: first(typed, fieldOf(question.id, id)) }));
  if (places.every(({ given }) => given === '')) return;
  const size = places.length;
  const long = places.find(({ given }) => given.length > surveyBounds.place);
  if (long) return problem('error.too-long', { max: surveyBounds.place }, long.id);
  for (const { id, given } of places)
    if (!/^\d{1,2}$/.test(given) || Number(given) < 1 || Number(given) > size)
      return problem('survey.error.rank', { size }, id);
  const twice = places.find(({ given }, at) => places.findIndex((each) => Number(each.given) === Number(given)) < at);
  if (twice) return problem('survey.error.rank-twice', { place: Number(twice.given) }, twice.id);
  answers[question.id] = places.sort((a, b) => Number(a.given) - Number(b.given)).map(({ id }) => id);
}

function readMatrix({ question, typed, answers, problem }: Reading): void {
  const given: Record<string, string> = {};
  for (const { id } of question.rows) {
    const picked = first(typed, fieldOf(question.id, id));
    if (picked === '') continue;
    if (!question.options.some((each) => each.id === picked)) return problem('survey.error.forged', undefined, id);
    given[id] = picked;
  }
  const missing = question.rows.find(({ id }) => given[id] === undefined);
  if (question.required && missing) return problem('survey.error.row', undefined, missing.id);
  if (Object.keys(given).length > 0) answers[question.id] = given;
}

function readWords({ question, typed, answers, problem }: Reading): void {
  const max = question.kind === 'short' ? surveyBounds.short : surveyBounds.long;
  const said = cleanOf(typed[question.id]?.[0] ?? '', max);
  if (said === null) return problem('error.too-long', { max });
  if (said) answers[question.id] = said;
}

/** Typed words as they are kept; null when there are more than the bound allows, which is checked before anything reads them. */
function cleanOf(words: string, max: number): string | null {
  return words.length > max ? null : cleanText(words);
}

/** Answers as fields of a form: what `readTyped` reads back as they were. */
export function toTyped(definition: Definition, answers: Answers): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const question of questionsOf(definition)) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    if (question.kind === 'rank' && Array.isArray(answer))
      for (const [at, id] of answer.entries()) typed[fieldOf(question.id, id)] = [String(at + 1)];
    else if (typeof answer === 'object' && !Array.isArray(answer))
      for (const [row, picked] of Object.entries(answer)) typed[fieldOf(question.id, row)] = [picked];
    else typed[question.id] = Array.isArray(answer) ? answer : [String(answer)];
    const other = answers[otherKey(question.id)];
    if (typeof other === 'string') typed[fieldOf(question.id, 'other')] = [other];
  }
  return typed;
}

/**
 * A whole answer as it is kept: every question that is shown is read, one that the conditions hide must not be answered. Asked again at
 * the very end, whatever the pages before have said.
 */
export function readWhole(definition: Definition, typed: Typed): ReadAnswers {
  const all = questionsOf(definition);
  const answers: Answers = {};
  const problems: AnswerProblem[] = [];
  for (const question of all) {
    if (!shownQuestions(definition, answers).has(question.id)) {
      if (isTyped(question, typed))
        problems.push({ question: question.id, field: question.id, key: 'survey.error.hidden' });
      continue;
    }
    const read = readTyped([question], typed);
    Object.assign(answers, read.answers);
    problems.push(...read.problems);
  }
  return { answers, problems };
}

/** Names of all fields of a question. */
export function fieldsOf({ id, kind, options, rows }: Question): string[] {
  if (kind === 'rank') return options.map((each) => fieldOf(id, each.id));
  if (kind === 'matrix') return rows.map((each) => fieldOf(id, each.id));
  return [id, ...(options.some(({ other }) => other) ? [fieldOf(id, 'other')] : [])];
}

/** Whether anything stands in a field of a question. */
export function isTyped(question: Question, typed: Typed): boolean {
  return fieldsOf(question).some((name) => (typed[name] ?? []).some((value) => value !== ''));
}
