import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import { readTyped, readWhole, toTyped } from './answers.ts';
import { conditionProblems, shownQuestions } from './conditions.ts';
import { blankQuestion, type Condition, type Definition, type Question, type QuestionKind } from './definition.ts';
import { figuresOf } from './figures.ts';
import { crossTable, medianOf, resultsOf, stretchesOf, variablesOf, type AnswerRow } from './results.ts';
import { rotated } from './rotation.ts';
import { nextPage, questionsToShow, withoutHidden } from './steps.ts';
import { fewest, protectList, protectTable } from './suppression.ts';

const words = (pl: string) => ({ pl, en: '' });
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `a${at + 1}`, words: words(`odpowiedź ${at + 1}`), other: false }));

function ask(id: string, kind: QuestionKind, more: Partial<Question> = {}): Question {
  return { ...blankQuestion(id, kind), words: words(`Pytanie ${id}`), options: options(3), ...more };
}

const survey = (...questions: Question[]): Definition => ({ pages: [{ id: 'p1', title: words(''), questions }] });
const when = (...tests: Condition['tests']): Condition => ({ every: true, tests });
const picked = (question: string, ...ids: string[]) => ({ question, is: 'any-of' as const, options: ids, value: null });

test('a question that depends on itself, on a later one or on none is named', () => {
  const circle = survey(
    ask('q1', 'one', { shownIf: when(picked('q2', 'a1')) }),
    ask('q2', 'one', { shownIf: when(picked('q1', 'a1')) }),
    ask('q3', 'one', { shownIf: when(picked('q9', 'a1')) }),
    ask('q4', 'long', { shownIf: when(picked('q1', 'a9')) }),
  );
  expect(conditionProblems(circle)).toEqual([
    { question: 'q1', code: 'circle' },
    { question: 'q3', code: 'unknown' },
    { question: 'q4', code: 'kind' },
  ]);
});

test('a question that nobody can be shown is named', () => {
  const never = survey(
    ask('q1', 'one'),
    ask('q2', 'number', { from: 0, to: 10 }),
    ask('q3', 'many', { most: 1 }),
    ask('q4', 'short', { shownIf: when(picked('q1', 'a1'), picked('q1', 'a2')) }),
    ask('q5', 'short', { shownIf: when({ question: 'q2', is: 'at-least', options: [], value: 11 }) }),
    ask('q6', 'short', { shownIf: when(picked('q3', 'a1'), picked('q3', 'a2')) }),
    ask('q7', 'one', { shownIf: when(picked('q1', 'a1')) }),
    ask('q8', 'short', { shownIf: when(picked('q7', 'a1'), picked('q1', 'a2')) }),
    ask('q9', 'short', { shownIf: { every: false, tests: [picked('q7', 'a1'), picked('q1', 'a2')] } }),
  );
  expect(conditionProblems(never)).toEqual(['q4', 'q5', 'q6', 'q8'].map((question) => ({ question, code: 'never' })));
});

const oneOrMany = fc.constantFrom('one' as const, 'many' as const);
const anyTest = (before: number) =>
  fc.record({
    question: fc.integer({ min: 1, max: before }).map((n) => `q${n}`),
    is: fc.constantFrom('any-of' as const, 'none-of' as const, 'answered' as const),
    options: fc.uniqueArray(fc.constantFrom('a1', 'a2', 'a3'), { minLength: 1 }),
    value: fc.constant(null),
  });
const anySurvey = fc
  .array(oneOrMany, { minLength: 2, maxLength: 4 })
  .chain((kinds) =>
    fc
      .tuple(
        ...kinds.map((_, at) =>
          at === 0
            ? fc.constant(null)
            : fc.option(
                fc.record({ every: fc.boolean(), tests: fc.array(anyTest(at), { minLength: 1, maxLength: 3 }) }),
              ),
        ),
      )
      .map((conditions) =>
        survey(...kinds.map((kind, at) => ask(`q${at + 1}`, kind, { shownIf: conditions[at] ?? null }))),
      ),
  );

const subsets = [['a1'], ['a2'], ['a3'], ['a1', 'a2'], ['a1', 'a3'], ['a2', 'a3'], ['a1', 'a2', 'a3']];
function everyAnswer(questions: readonly Question[]): Answers[] {
  return questions.reduce<Answers[]>(
    (all, { id, kind }) =>
      all.flatMap((answers) => [
        answers,
        ...(kind === 'one' ? ['a1', 'a2', 'a3'] : subsets).map((answer) => ({ ...answers, [id]: answer })),
      ]),
    [{}],
  );
}

test('what is said of questions that nobody is shown agrees with trying every answer', () => {
  fc.assert(
    fc.property(anySurvey, (definition) => {
      const questions = definition.pages[0]!.questions;
      const seen = new Set(everyAnswer(questions).flatMap((answers) => [...shownQuestions(definition, answers)]));
      expect(conditionProblems(definition).map(({ question }) => question)).toEqual(
        questions.map(({ id }) => id).filter((id) => !seen.has(id)),
      );
    }),
    { numRuns: 60 },
  );
});

const all = survey(
  ask('q1', 'one', { required: true, options: [...options(2), { id: 'a3', words: words('inne'), other: true }] }),
  ask('q2', 'many', { least: 1, most: 2 }),
  ask('q3', 'scale', { from: 1, to: 5 }),
  ask('q4', 'rank'),
  ask('q5', 'matrix', { rows: options(2) }),
  ask('q6', 'number', { from: 0, to: 120 }),
  ask('q7', 'short'),
  ask('q8', 'long', { shownIf: when(picked('q1', 'a1')) }),
);

test('every kind of answer is read and written back as it was', () => {
  const typed = {
    q1: ['a3'],
    'q1-other': ['coś innego'],
    q2: ['a3', 'a1'],
    q3: ['4'],
    'q4-a1': ['2'],
    'q4-a2': ['1'],
    'q4-a3': ['3'],
    'q5-a1': ['a2'],
    q6: ['17,5'],
    q7: ['słowa'],
  };
  const { answers, problems } = readWhole(all, typed);
  expect(problems).toEqual([]);
  expect(answers).toEqual({
    q1: 'a3',
    'q1.other': 'coś innego',
    q2: ['a1', 'a3'],
    q3: 4,
    q4: ['a2', 'a1', 'a3'],
    q5: { a1: 'a2' },
    q6: 17.5,
    q7: 'słowa',
  });
  expect(readWhole(all, toTyped(all, answers)).answers).toEqual(answers);
});

test('what is wrong is named by its field', () => {
  const { problems } = readTyped(all.pages[0]!.questions, {
    q2: ['a1', 'a2', 'a3'],
    q3: ['9'],
    'q4-a1': ['1'],
    'q4-a2': ['1'],
    'q4-a3': ['2'],
    'q5-a1': ['x'],
    q6: ['121'],
    q7: ['x'.repeat(100_000)],
  });
  expect(problems.map(({ field, key }) => [field, key])).toEqual([
    ['q1', 'survey.error.required'],
    ['q2', 'survey.error.most'],
    ['q3', 'survey.error.forged'],
    ['q4-a2', 'survey.error.rank-twice'],
    ['q5-a1', 'survey.error.forged'],
    ['q6', 'survey.error.range'],
    ['q7', 'error.too-long'],
  ]);
});

test('an answer to a question that the conditions hide is refused, and a choice that is none', () => {
  expect(readWhole(all, { q1: ['a2'], q8: ['słowa'] }).problems).toMatchObject([
    { question: 'q8', key: 'survey.error.hidden' },
  ]);
  expect(readWhole(all, { q1: ['a7'] }).problems).toMatchObject([{ field: 'q1', key: 'survey.error.forged' }]);
  expect(readWhole(all, { q1: ['a1'], q8: ['słowa'] }).problems).toEqual([]);
});

test('whatever is sent, an answer that is taken holds only what can be answered', () => {
  const names = ['q1', 'q2', 'q3', 'q4-a1', 'q4-a2', 'q4-a3', 'q5-a1', 'q5-a2', 'q6', 'q7', 'q8', 'q1-other'];
  const anything = fc.dictionary(
    fc.constantFrom(...names),
    fc.array(fc.oneof(fc.constantFrom('a1', 'a2', 'a3', '1', '2', '3', ''), fc.string()), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(anything, (typed) => {
      const { answers, problems } = readWhole(all, typed);
      if (problems.length > 0) return;
      expect(readWhole(all, toTyped(all, answers))).toEqual({ answers, problems: [] });
    }),
  );
});

test('pages lead on by what was answered, and what an earlier answer hides since does not stand in the way', () => {
  const pages: Definition = {
    pages: [
      { id: 'p1', title: words(''), questions: [ask('q1', 'one')] },
      { id: 'p2', title: words(''), questions: [ask('q2', 'short', { shownIf: when(picked('q1', 'a1')) })] },
      { id: 'p3', title: words(''), questions: [ask('q3', 'short')] },
    ],
  };
  expect(nextPage(pages, 0, 1, { q1: ['a1'] })).toBe(1);
  expect(nextPage(pages, 0, 1, { q1: ['a2'] })).toBe(2);
  expect(nextPage(pages, 2, -1, { q1: ['a2'] })).toBe(0);
  expect(nextPage(pages, 2, 1, {})).toBe(-1);
  expect(questionsToShow(pages, 1, { q1: ['a2'] })).toEqual([]);
  expect(withoutHidden(pages, { q1: ['a2'], q2: ['dawne'], q3: ['tu'] }, 2)).toEqual({ q1: ['a2'], q3: ['tu'] });
  expect(withoutHidden(pages, { q1: ['a2'], q2: ['dawne'] }, 1)).toEqual({ q1: ['a2'], q2: ['dawne'] });
});

test('the same reader gets the same order, nothing is lost and „other” stays last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.string(), fc.boolean(), (count, seed, other) => {
      const given = options(count).map((each, at) => ({ ...each, other: other && at === count - 1 }));
      const shown = rotated(given, seed);
      expect(rotated(given, seed)).toEqual(shown);
      expect(shown.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
      if (other && count > 1) expect(shown.at(-1)?.other).toBe(true);
    }),
  );
});

/**
 * Somebody who wants to know: all tables that agree with the sums, with the cells that are shown, and with the hidden ones being at least
 * one. Returns which values each hidden cell can have.
 */
function attack(
  cells: readonly (readonly (number | null)[])[],
  counts: readonly (readonly number[])[],
): Map<string, Set<number>> {
  const places = cells.flatMap((row, i) => row.flatMap((cell, j) => (cell === null ? [[i, j] as const] : [])));
  const rows = cells.map(
    (row, i) =>
      counts[i]!.reduce((sum, each) => sum + each, 0) - row.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  );
  const columns = (cells[0] ?? []).map(
    (_, j) => counts.reduce((sum, row) => sum + row[j]!, 0) - cells.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  );
  const found = new Map(places.map(([i, j]) => [`${i} ${j}`, new Set<number>()]));
  const values: number[] = [];
  const search = (at: number) => {
    const place = places[at];
    if (!place) {
      if (rows.every((left) => left === 0) && columns.every((left) => left === 0))
        for (const [n, [i, j]] of places.entries()) found.get(`${i} ${j}`)!.add(values[n]!);
      return;
    }
    const [i, j] = place;
    for (let value = 1; value <= Math.min(rows[i]!, columns[j]!); value += 1) {
      rows[i]! -= value;
      columns[j]! -= value;
      values[at] = value;
      search(at + 1);
      rows[i]! += value;
      columns[j]! += value;
    }
  };
  search(0);
  return found;
}

test('no hidden cell of a table can be computed back, and none under five is shown', () => {
  const tables = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(tables, (counts) => {
      const { cells } = protectTable(counts);
      if (!cells) return;
      expect(cells.flat().filter((cell) => cell !== null && cell > 0 && cell < fewest)).toEqual([]);
      for (const possible of attack(cells, counts).values()) expect(possible.size).toBeGreaterThan(1);
    }),
    { numRuns: 300 },
  );
});

test('a table that cannot be told safely is not told, one without small groups is told whole', () => {
  expect(
    protectTable([
      [1, 1],
      [1, 1],
    ]).isEmpty,
  ).toBe(true);
  expect(
    protectTable([
      [10, 0],
      [7, 6],
    ]),
  ).toEqual({
    cells: [
      [10, 0],
      [7, 6],
    ],
    isEmpty: false,
  });
  const { cells } = protectTable([
    [2, 30],
    [20, 40],
    [25, 50],
  ]);
  expect(cells?.flat().filter((cell) => cell === null)).toHaveLength(4);
});

test('a list that adds up tells no small number either', () => {
  expect(protectList([10, 8])).toEqual([10, 8]);
  expect(protectList([10, 8, 3])).toEqual([10, null, null]);
  expect(protectList([10, 3, 4])).toEqual([10, null, null]);
  expect(protectList([3])).toBeNull();
});

const answered = (values: Answers, channel = 'web'): AnswerRow => ({ values, unreadable: [], channel });

test('shares name their base: whoever was not shown a question was not asked', () => {
  const rows = [
    ...Array.from({ length: 6 }, () => answered({ q1: 'a1', q3: 2, q8: 'tak', q4: ['a2', 'a1', 'a3'] })),
    ...Array.from({ length: 4 }, () =>
      answered({ q1: 'a2', q3: 5, q2: ['a1', 'a2'], q4: ['a1', 'a2', 'a3'] }, 'paper'),
    ),
  ];
  const results = resultsOf(all, rows);
  const of = (id: string) => results.find(({ question }) => question.id === id)!;
  expect(of('q8')).toMatchObject({ asked: 6, answered: 6, no: 8 });
  expect(of('q1').counts.map(({ count }) => count)).toEqual([6, 4, 0]);
  expect(of('q3')).toMatchObject({ median: 2, answered: 10 });
  expect(of('q4').ranks.map(({ id, mean }) => [id, mean])).toEqual([
    ['a2', 1.4],
    ['a1', 1.6],
    ['a3', 3],
  ]);
  expect(of('q2')).toMatchObject({ isHidden: true, counts: [] });
  const figures = figuresOf({ slug: 'jak', version: 1 }, results);
  expect(figures[0]).toEqual({
    sourceId: 'jak:1:q1:a1',
    label: { pl: 'pytanie 1: Pytanie q1 – odpowiedź 1', en: 'question 1: Pytanie q1 – odpowiedź 1' },
    figure: { pl: '60% (6 z 10)', en: '60% (6 of 10)' },
    address: '/ankiety/jak/wyniki?wersja=1#p-q1',
  });
  expect(figures.some(({ sourceId }) => sourceId.includes(':q2:'))).toBe(false);
});

test('a cross table sums up to the questions and tells nothing of few', () => {
  const rows = [
    ...Array.from({ length: 20 }, () => answered({ q1: 'a1', q3: 2 })),
    ...Array.from({ length: 3 }, () => answered({ q1: 'a1', q3: 4 })),
    ...Array.from({ length: 15 }, () => answered({ q1: 'a2', q3: 4 })),
    ...Array.from({ length: 8 }, () => answered({ q1: 'a2', q3: 2 })),
    ...Array.from({ length: 6 }, () => answered({ q1: 'a2' })),
  ];
  const variables = variablesOf(all);
  const find = (id: string) => variables.find((each) => each.id === id)!;
  const table = crossTable(find('q1'), find('q3'), rows);
  expect(table.rows.map(({ total }) => total)).toEqual([23, 29]);
  expect(table.columns.map(({ id, total }) => [id, total])).toEqual([
    ['2', 28],
    ['4', 18],
    ['', 6],
  ]);
  expect(table.cells).toEqual([
    [null, null, 0],
    [null, null, 6],
  ]);
  expect(crossTable(find('q1'), find('q5.a1'), rows).cells).toBeNull();
});

test('figures of people stand in stretches, and every one stands in one', () => {
  expect(medianOf([1, 2, 4, 9])).toBe(3);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 40 }), (given) => {
      const figures = given.sort((a, b) => a - b);
      const rows = figures.map((q6) => answered({ q6 }));
      const definition = survey(ask('q6', 'number'));
      const [result] = resultsOf(definition, rows);
      expect(stretchesOf(figures).length).toBeLessThanOrEqual(7);
      if (figures.length >= fewest)
        expect(result!.counts.reduce((sum, { count }) => sum + count, 0)).toBe(figures.length);
    }),
  );
});
