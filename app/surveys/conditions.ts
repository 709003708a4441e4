import type { Answers } from './answer.ts';
import {
  pointsOf,
  questionsOf,
  type Condition,
  type ConditionTest,
  type Definition,
  type Question,
} from './definition.ts';

/** Whether an answer passes a test; no answer passes none. */
function passes(test: ConditionTest, answer: Answers[string] | undefined): boolean {
  if (answer === undefined) return false;
  const picked = Array.isArray(answer) ? answer : [String(answer)];
  switch (test.is) {
    case 'answered':
      return true;
    case 'any-of':
      return test.options.some((option) => picked.includes(option));
    case 'none-of':
      return !test.options.some((option) => picked.includes(option));
    case 'at-least':
      return typeof answer === 'number' && test.value !== null && answer >= test.value;
    case 'at-most':
      return typeof answer === 'number' && test.value !== null && answer <= test.value;
  }
}

function holds(condition: Condition, answers: Answers, shown: Pick<ReadonlySet<string>, 'has'>): boolean {
  const results = condition.tests.map((test) =>
    passes(test, shown.has(test.question) ? answers[test.question] : undefined),
  );
  return condition.every ? results.every(Boolean) : results.some(Boolean);
}

/** Ids of the questions that somebody with these answers is asked, in order. An answer to a question that is not shown counts for nothing. */
export function shownQuestions(definition: Definition, answers: Answers): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const question of questionsOf(definition))
    if (!question.shownIf || holds(question.shownIf, answers, shown)) shown.add(question.id);
  return shown;
}

/** How many of those with these answers were asked each question that depends on others; the rest are asked of everybody. */
export function askedCounts(definition: Definition, all: readonly Answers[]): ReadonlyMap<string, number> {
  const [always, depending] = [new Set<string>(), new Map<string, { condition: Condition; count: number }>()];
  for (const { id, shownIf } of questionsOf(definition))
    if (shownIf) depending.set(id, { condition: shownIf, count: 0 });
    else always.add(id);
  if (depending.size > 0)
    for (const answers of all) {
      const shown = new Set<string>();
      const isShown = { has: (id: string) => always.has(id) || shown.has(id) };
      for (const [id, each] of depending)
        if (holds(each.condition, answers, isShown)) {
          shown.add(id);
          each.count += 1;
        }
    }
  return new Map([...depending].map(([id, { count }]) => [id, count]));
}

export type ConditionProblem = { question: string; code: 'circle' | 'unknown' | 'kind' | 'never' };

/**
 * What is wrong with the conditions of a survey: a question that depends on itself or on a later one, on none that exists or on what that
 * one cannot be asked, and one that nobody could ever be shown.
 */
export function conditionProblems(definition: Definition): ConditionProblem[] {
  const questions = questionsOf(definition);
  const problems: ConditionProblem[] = [];
  for (const [at, { id, shownIf }] of questions.entries())
    for (const test of shownIf?.tests ?? []) {
      const where = questions.findIndex((each) => each.id === test.question);
      if (where < 0) problems.push({ question: id, code: 'unknown' });
      else if (where >= at) problems.push({ question: id, code: 'circle' });
      else if (!canTest(test, questions[where]!)) problems.push({ question: id, code: 'kind' });
    }
  if (problems.length > 0) return onceEach(problems);
  return questions
    .filter((question) => question.shownIf && !canBeShown(question, questions))
    .map(({ id }) => ({ question: id, code: 'never' as const }));
}

function onceEach(problems: ConditionProblem[]): ConditionProblem[] {
  return problems.filter(
    (each, at) => problems.findIndex(({ question, code }) => question === each.question && code === each.code) === at,
  );
}

/** Whether a question can be tested like this, and by choices that it has. */
function canTest(test: ConditionTest, { kind, options }: Question): boolean {
  if (test.is === 'answered') return true;
  if (test.is === 'at-least' || test.is === 'at-most')
    return (kind === 'scale' || kind === 'number') && test.value !== null;
  return (
    (kind === 'one' || kind === 'many') &&
    test.options.length > 0 &&
    test.options.every((id) => options.some((each) => each.id === id))
  );
}

/** States that are looked at before the search gives up and takes the question for one that can be shown. */
const mostStates = 50_000;

/**
 * Tries the answers that matter to the conditions on the way to a question, in the order of the survey, until one shows it. Of a choice
 * each option counts, of a number what lies at the thresholds and between them.
 */
function canBeShown(question: Question, questions: readonly Question[]): boolean {
  const needed = new Set<string>();
  const collect = ({ shownIf }: Question) => {
    for (const { question: id } of shownIf?.tests ?? []) {
      const other = questions.find((each) => each.id === id);
      if (other && !needed.has(id)) {
        needed.add(id);
        collect(other);
      }
    }
  };
  collect(question);
  const asked = questions.filter(({ id }) => needed.has(id));
  const tests = questions.flatMap(({ shownIf }) => shownIf?.tests ?? []);
  let states = 0;
  const search = (at: number, answers: Answers, shown: ReadonlySet<string>): boolean => {
    if ((states += 1) > mostStates) return true;
    const next = asked[at];
    if (!next) return question.shownIf === null || holds(question.shownIf, answers, shown);
    if (next.shownIf && !holds(next.shownIf, answers, shown)) return search(at + 1, answers, shown);
    const seen = new Set([...shown, next.id]);
    return (
      answersThatMatter(next, tests).some((answer) => search(at + 1, { ...answers, [next.id]: answer }, seen)) ||
      search(at + 1, answers, seen)
    );
  };
  return search(0, {}, new Set());
}

/** Answers to a question of which each other one is like one, as far as the tests can tell. */
function answersThatMatter(question: Question, tests: readonly ConditionTest[]): Answers[string][] {
  const own = tests.filter((test) => test.question === question.id);
  const { kind, options } = question;
  if (kind === 'one') return options.map(({ id }) => id);
  if (kind === 'many') return subsetsThatMatter(question, new Set(own.flatMap((test) => test.options)));
  if (kind === 'scale') return pointsOf(question);
  if (kind === 'number') {
    const [from, to] = [question.from ?? -Infinity, question.to ?? Infinity];
    const marks = own.flatMap(({ value }) => (value === null ? [] : [value - 1, value, value + 1]));
    const inside = [...marks, from, to].filter((value) => Number.isFinite(value) && value >= from && value <= to);
    const [low, high] = [Math.max(from, ...marks.filter((value) => value < from)), Math.min(to, Infinity)];
    return [...new Set([...inside, ...[low, high].filter(Number.isFinite), ...(inside.length === 0 ? [0] : [])])];
  }
  if (kind === 'rank') return [options.map(({ id }) => id)];
  if (kind === 'matrix') return [{}];
  return ['x'];
}

/** Sets of choices that the bounds of the question allow: those mentioned in tests in every combination, the others as one stuff to fill up with. */
function subsetsThatMatter({ options, least, most }: Question, mentioned: ReadonlySet<string>): string[][] {
  const [named, rest] = [
    options.filter(({ id }) => mentioned.has(id)).map(({ id }) => id),
    options.filter(({ id }) => !mentioned.has(id)).map(({ id }) => id),
  ];
  const [fewest, all] = [Math.max(1, least ?? 1), Math.min(options.length, most ?? options.length)];
  const sets: string[][] = [];
  for (let bits = 0; bits < 2 ** Math.min(named.length, 12); bits += 1) {
    const picked = named.filter((_, at) => bits & (1 << at));
    const filled = [...picked, ...rest.slice(0, Math.max(0, fewest - picked.length))];
    if (filled.length >= fewest && filled.length <= all) sets.push(filled);
  }
  return sets;
}
