import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';

/** Who may answer: everybody, everybody with an account, or whoever has a code. */
export const answerers = ['open', 'account', 'code'] as const;
export type Answerer = (typeof answerers)[number];

/** How much a survey may hold: more than anybody answers. */
export const surveyBounds = {
  title: 200,
  lead: 2_000,
  pageTitle: 120,
  question: 400,
  help: 600,
  option: 200,
  options: 30,
  rows: 15,
  pages: 20,
  questions: 60,
  tests: 5,
  /** Points of a scale. */
  points: 11,
  /** Of what people type. */
  other: 300,
  short: 300,
  long: 4_000,
  number: 1_000_000_000,
  /** A figure as it is typed, a place in a ranking, choices one a line, numbers of choices in a condition. */
  figure: 20,
  place: 2,
  lines: 6_000,
  testValues: 60,
  batch: 60,
  reason: 1_000,
} as const;

/** Words in both languages; '' where nobody translated them yet. */
const words = (max: number) => z.object({ pl: typedText({ max }), en: typedText({ max }) });
const line = (max: number) => z.object({ pl: typedLine({ max }), en: typedLine({ max }) });
export type Words = { pl: string; en: string };

export const questionKinds = ['one', 'many', 'scale', 'rank', 'matrix', 'number', 'short', 'long'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const testKinds = ['any-of', 'none-of', 'at-least', 'at-most', 'answered'] as const;

/**
 * One test of an earlier answer. Each needs an answer: a question that was not shown or not answered passes none of them. Choices are
 * tested by `any-of` and `none-of`, scales and numbers by `at-least` and `at-most`.
 */
const test = z.object({
  question: z.string().max(20),
  is: z.enum(testKinds),
  options: z.array(z.string().max(20)).max(surveyBounds.options),
  value: z.number().nullable(),
});
export type ConditionTest = z.infer<typeof test>;

const condition = z.object({ every: z.boolean(), tests: z.array(test).min(1).max(surveyBounds.tests) });
export type Condition = z.infer<typeof condition>;

const option = z.object({
  id: z.string().max(20),
  words: line(surveyBounds.option),
  /** Whoever picks it may say what else. */
  other: z.boolean(),
});
export type Option = z.infer<typeof option>;

const question = z.object({
  id: z.string().max(20),
  kind: z.enum(questionKinds),
  words: line(surveyBounds.question),
  help: words(surveyBounds.help),
  required: z.boolean(),
  /** Of choices and rankings; of a matrix the columns. */
  options: z.array(option).max(surveyBounds.options),
  /** Of a matrix. */
  rows: z.array(option).max(surveyBounds.rows),
  /** How many of several choices. */
  least: z.number().int().min(0).nullable(),
  most: z.number().int().min(1).nullable(),
  /** Ends of a scale or bounds of a number. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  ends: z.object({ low: line(surveyBounds.option), high: line(surveyBounds.option) }),
  /** Whether each reader gets the choices in another order. */
  rotate: z.boolean(),
  shownIf: condition.nullable(),
});
export type Question = z.infer<typeof question>;

const page = z.object({ id: z.string().max(20), title: line(surveyBounds.pageTitle), questions: z.array(question) });
export type SurveyPage = z.infer<typeof page>;

const definitionSchema = z.object({ pages: z.array(page).max(surveyBounds.pages) });
export type Definition = z.infer<typeof definitionSchema>;

export const emptyDefinition: Definition = { pages: [{ id: 'p1', title: { pl: '', en: '' }, questions: [] }] };

/** What the database keeps, read back; a row that is none of ours is a fault of the program. */
export function readDefinition(kept: unknown): Definition {
  return definitionSchema.parse(kept);
}

/** Whether a survey keeps its bounds, whoever made it: what does not could not be read back. */
export function isWithinBounds(definition: Definition): boolean {
  return definitionSchema.safeParse(definition).success;
}

export function questionsOf(definition: Definition): Question[] {
  return definition.pages.flatMap(({ questions }) => questions);
}

/** Number of a question as readers know it, from 1 over all pages; 0 where there is none. */
export function numberOf(definition: Definition, id: string): number {
  return questionsOf(definition).findIndex((each) => each.id === id) + 1;
}

/** An id that no question, page or choice of the survey has yet. */
export function freshId(letter: 'q' | 'p', definition: Definition): string {
  const used = new Set([...definition.pages.map(({ id }) => id), ...questionsOf(definition).map(({ id }) => id)]);
  let n = used.size;
  while (used.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}

/** A question of a kind with nothing in it yet. */
export function blankQuestion(id: string, kind: QuestionKind): Question {
  const none = { pl: '', en: '' };
  return {
    id,
    kind,
    words: none,
    help: none,
    required: false,
    options: [],
    rows: [],
    least: null,
    most: null,
    from: kind === 'scale' ? 1 : null,
    to: kind === 'scale' ? 5 : null,
    ends: { low: none, high: none },
    rotate: false,
    shownIf: null,
  };
}

export const hasOptions = (kind: QuestionKind) => ['one', 'many', 'rank', 'matrix'].includes(kind);
export const isText = (kind: QuestionKind) => kind === 'short' || kind === 'long';

/** Points of a scale, rising. */
export function pointsOf({ from, to }: Pick<Question, 'from' | 'to'>): number[] {
  const first = from ?? 1;
  return Array.from({ length: Math.max(0, (to ?? 5) - first + 1) }, (_, at) => first + at);
}
