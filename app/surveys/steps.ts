import { fieldsOf, isTyped, readTyped, type AnswerProblem, type Typed } from './answers.ts';
import { shownQuestions } from './conditions.ts';
import { questionsOf, type Definition, type Question } from './definition.ts';

/**
 * Questions of a page that somebody with these answers sees: those that the pages before show, and those that depend on this page itself,
 * which is known only when it is sent.
 */
export function questionsToShow(definition: Definition, at: number, typed: Typed): Question[] {
  const before = definition.pages.slice(0, at).flatMap(({ questions }) => questions);
  const shown = shownQuestions(definition, readTyped(before, typed).answers);
  const here = definition.pages[at]?.questions ?? [];
  return here.filter(
    ({ id, shownIf }) =>
      shown.has(id) || shownIf?.tests.some(({ question }) => here.some((each) => each.id === question)),
  );
}

/** The next page with something to answer, forwards or back; -1 where there is none. */
export function nextPage(definition: Definition, from: number, by: 1 | -1, typed: Typed): number {
  for (let at = from + by; at >= 0 && at < definition.pages.length; at += by)
    if (questionsToShow(definition, at, typed).length > 0) return at;
  return -1;
}

/** Only fields that the survey has, so that nothing else travels along. */
export function knownFields(definition: Definition, typed: Typed): Record<string, string[]> {
  return Object.fromEntries(
    questionsOf(definition)
      .flatMap(fieldsOf)
      .flatMap((name) => {
        const values = (typed[name] ?? []).filter((value) => value !== '');
        return values.length > 0 ? [[name, [...values]]] : [];
      }),
  );
}

/**
 * Without answers to what these answers hide: somebody went back and changed an earlier one. What stands on the page that was sent stays, so
 * that it is named there.
 */
export function withoutHidden(definition: Definition, typed: Typed, page: number): Record<string, string[]> {
  const here = new Set(definition.pages[page]?.questions.map(({ id }) => id));
  const shown = shownQuestions(definition, readTyped(questionsOf(definition), typed).answers);
  const hidden = questionsOf(definition).filter(({ id }) => !shown.has(id) && !here.has(id));
  const gone = new Set(hidden.flatMap(fieldsOf));
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, values]) => (gone.has(name) ? [] : [[name, [...values]]])),
  );
}

/** What is wrong on one page: in its own words, and an answer to what these answers hide. */
export function pageProblems(definition: Definition, at: number, typed: Typed): AnswerProblem[] {
  const upTo = definition.pages.slice(0, at + 1).flatMap(({ questions }) => questions);
  const shown = shownQuestions(definition, readTyped(upTo, typed).answers);
  return (definition.pages[at]?.questions ?? []).flatMap((question): AnswerProblem[] => {
    if (shown.has(question.id)) return readTyped([question], typed).problems;
    return isTyped(question, typed) ? [{ question: question.id, field: question.id, key: 'survey.error.hidden' }] : [];
  });
}
