import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import { typedFigure } from './answers.ts';
import {
  blankQuestion,
  hasOptions,
  questionKinds,
  questionsOf,
  surveyBounds,
  testKinds,
  type Condition,
  type Definition,
  type Option,
  type Question,
} from './definition.ts';

/** A number somebody typed, or nothing. */
const figure = z
  .string()
  .max(surveyBounds.figure)
  .regex(/^(?:[-\u2212]?\d{1,9}(?:[.,]\d{1,3})?)?$/, 'error.invalid')
  .transform((typed) => (typed === '' ? null : typedFigure(typed)));
const tick = z.literal('yes').optional();
/** Choices, one a line. */
const lines = typedText({ max: surveyBounds.lines });

const testFields = (n: number) => ({
  [`test${n}-question`]: z.string().max(20).optional(),
  [`test${n}-is`]: z.enum(testKinds).optional(),
  [`test${n}-values`]: typedLine({ max: surveyBounds.testValues }).optional(),
});

/** Tests that the form has room for. */
export const formTests = 3;

export const questionSchema = z.object({
  kind: z.enum(questionKinds),
  pl: typedLine({ min: 1, max: surveyBounds.question }),
  en: typedLine({ max: surveyBounds.question }),
  helpPl: typedText({ max: surveyBounds.help }),
  helpEn: typedText({ max: surveyBounds.help }),
  required: tick,
  rotate: tick,
  optionsPl: lines.optional(),
  optionsEn: lines.optional(),
  otherPl: typedLine({ max: surveyBounds.option }).optional(),
  otherEn: typedLine({ max: surveyBounds.option }).optional(),
  rowsPl: lines.optional(),
  rowsEn: lines.optional(),
  least: figure.optional(),
  most: figure.optional(),
  from: figure.optional(),
  to: figure.optional(),
  lowPl: typedLine({ max: surveyBounds.option }).optional(),
  lowEn: typedLine({ max: surveyBounds.option }).optional(),
  highPl: typedLine({ max: surveyBounds.option }).optional(),
  highEn: typedLine({ max: surveyBounds.option }).optional(),
  joined: z.enum(['every', 'some']).optional(),
  ...testFields(1),
  ...testFields(2),
  ...testFields(3),
});

type Typed = z.infer<typeof questionSchema> & Record<string, unknown>;
type Complaint = { field: string; key: MessageKey; params?: MessageParams };
export type BuiltQuestion = { ok: true; value: Question } | { ok: false; error: Complaint };

/** The question that a form describes. Choices that stay keep their ids, so that conditions of other questions still mean them. */
export function buildQuestion(definition: Definition, id: string, typed: Typed): BuiltQuestion {
  const before = questionsOf(definition).find((each) => each.id === id);
  const { kind } = typed;
  const question: Question = {
    ...blankQuestion(id, kind),
    words: { pl: typed.pl, en: typed.en },
    help: { pl: typed.helpPl, en: typed.helpEn },
    required: typed.required === 'yes',
    rotate: typed.rotate === 'yes',
  };
  const refused = (field: string, key: MessageKey, params?: MessageParams): BuiltQuestion => ({
    ok: false,
    error: { field, key, ...(params ? { params } : {}) },
  });
  if (hasOptions(kind)) {
    const options = optionsOf(
      'a',
      before?.options.filter(({ other }) => !other) ?? [],
      typed.optionsPl,
      typed.optionsEn,
    );
    if (options.length + (typed.otherPl ? 1 : 0) < 2) return refused('optionsPl', 'survey.edit.error.options');
    if (options.length > surveyBounds.options || options.some(({ words }) => words.pl.length > surveyBounds.option))
      return refused('optionsPl', 'survey.edit.error.too-many', { max: surveyBounds.options });
    question.options = options;
    if (typed.otherPl && (kind === 'one' || kind === 'many'))
      question.options = [
        ...options,
        { id: 'other', words: { pl: typed.otherPl, en: typed.otherEn ?? '' }, other: true },
      ];
  }
  if (kind === 'matrix') {
    question.rows = optionsOf('r', before?.rows ?? [], typed.rowsPl, typed.rowsEn);
    if (question.rows.length === 0) return refused('rowsPl', 'error.required');
    if (question.rows.length > surveyBounds.rows)
      return refused('rowsPl', 'survey.edit.error.too-many', { max: surveyBounds.rows });
  }
  if (kind === 'many') {
    const [least, most] = [whole(typed.least), whole(typed.most)];
    if (most !== null && (most < 1 || most > question.options.length || most < (least ?? 0)))
      return refused('most', 'survey.edit.error.bounds');
    if (least !== null && least > question.options.length) return refused('least', 'survey.edit.error.bounds');
    Object.assign(question, { least, most });
  }
  if (kind === 'scale' || kind === 'number') {
    const [from, to] =
      kind === 'scale' ? [whole(typed.from) ?? 1, whole(typed.to) ?? 5] : [typed.from ?? null, typed.to ?? null];
    if (from !== null && to !== null && (to <= from || (kind === 'scale' && to - from >= surveyBounds.points)))
      return refused('to', kind === 'scale' ? 'survey.edit.error.points' : 'survey.edit.error.bounds', {
        max: surveyBounds.points,
      });
    Object.assign(question, { from, to });
    question.ends = {
      low: { pl: typed.lowPl ?? '', en: typed.lowEn ?? '' },
      high: { pl: typed.highPl ?? '', en: typed.highEn ?? '' },
    };
  }
  const condition = conditionOf(definition, typed);
  if (!condition.ok) return condition;
  question.shownIf = condition.value;
  return { ok: true, value: question };
}

const whole = (value: number | null | undefined) => (value === null || value === undefined ? null : Math.round(value));

function optionsOf(letter: string, before: readonly Option[], pl = '', en = ''): Option[] {
  const [polish, english] = [pl, en].map((words) => words.split('\n').map((line) => line.trim())) as [
    string[],
    string[],
  ];
  const used = new Set<string>();
  const kept = polish.map((line) => before.find((each) => each.words.pl === line && line !== ''));
  for (const each of kept) if (each) used.add(each.id);
  return polish.flatMap((line, at): Option[] => {
    if (line === '') return [];
    let id = kept[at]?.id;
    if (!id && before[at] && !used.has(before[at].id)) id = before[at].id;
    for (let n = 1; !id; n += 1)
      if (!used.has(`${letter}${n}`) && !before.some((each) => each.id === `${letter}${n}`)) id = `${letter}${n}`;
    used.add(id);
    return [{ id, words: { pl: line, en: english[at] ?? '' }, other: false }];
  });
}

type BuiltCondition = { ok: true; value: Condition | null } | { ok: false; error: Complaint };

function conditionOf(definition: Definition, typed: Typed): BuiltCondition {
  const tests: Condition['tests'] = [];
  for (let n = 1; n <= formTests; n += 1) {
    const of = (name: string) => String(typed[`test${n}-${name}`] ?? '');
    const id = of('question');
    if (id === '') continue;
    const other = questionsOf(definition).find((each) => each.id === id);
    const is = testKinds.find((kind) => kind === of('is')) ?? 'answered';
    if (!other) return { ok: false, error: { field: `test${n}-question`, key: 'survey.edit.error.gone' } };
    const given = of('values');
    if (is === 'at-least' || is === 'at-most') {
      const value = /^[-\u2212]?\d{1,9}(?:[.,]\d{1,3})?$/.test(given) ? typedFigure(given) : null;
      if (value === null || (other.kind !== 'scale' && other.kind !== 'number'))
        return { ok: false, error: { field: `test${n}-values`, key: 'survey.edit.error.test-number' } };
      tests.push({ question: id, is, options: [], value });
    } else if (is === 'answered') tests.push({ question: id, is, options: [], value: null });
    else {
      const options = given
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((number) => other.options[Number(number) - 1]?.id);
      if (options.length === 0 || options.includes(undefined) || (other.kind !== 'one' && other.kind !== 'many'))
        return { ok: false, error: { field: `test${n}-values`, key: 'survey.edit.error.test-options' } };
      tests.push({ question: id, is, options: options as string[], value: null });
    }
  }
  return { ok: true, value: tests.length === 0 ? null : { every: typed.joined !== 'some', tests } };
}

/** A question as the fields of its form. */
export function questionFields(definition: Definition, question: Question): Record<string, string> {
  const plain = question.options.filter(({ other }) => !other);
  const other = question.options.find((each) => each.other);
  const linesOf = (options: readonly Option[], language: 'pl' | 'en') =>
    options.map(({ words }) => words[language]).join('\n');
  const text = (value: number | null) => (value === null ? '' : String(value));
  const tests = Object.fromEntries(
    (question.shownIf?.tests ?? []).flatMap((test, at) => {
      const asked = questionsOf(definition).find(({ id }) => id === test.question);
      const numbers = test.options.map((id) => (asked?.options.findIndex((each) => each.id === id) ?? -1) + 1);
      return [
        [`test${at + 1}-question`, test.question],
        [`test${at + 1}-is`, test.is],
        [`test${at + 1}-values`, test.value === null ? numbers.join(' ') : String(test.value)],
      ];
    }),
  );
  return {
    pl: question.words.pl,
    en: question.words.en,
    helpPl: question.help.pl,
    helpEn: question.help.en,
    optionsPl: linesOf(plain, 'pl'),
    optionsEn: linesOf(plain, 'en').trim() === '' ? '' : linesOf(plain, 'en'),
    otherPl: other?.words.pl ?? '',
    otherEn: other?.words.en ?? '',
    rowsPl: linesOf(question.rows, 'pl'),
    rowsEn: linesOf(question.rows, 'en').trim() === '' ? '' : linesOf(question.rows, 'en'),
    least: text(question.least),
    most: text(question.most),
    from: text(question.from),
    to: text(question.to),
    lowPl: question.ends.low.pl,
    lowEn: question.ends.low.en,
    highPl: question.ends.high.pl,
    highEn: question.ends.high.en,
    joined: question.shownIf?.every === false ? 'some' : 'every',
    ...tests,
  };
}
