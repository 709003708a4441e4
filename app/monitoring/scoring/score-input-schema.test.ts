import { expect, test } from 'vitest';
import { alphaInputSchema, computeInputSchema, describeProblem, ranksInputSchema } from './score-input-schema.ts';

const ITEM = { id: 'a', weight: 1, min: 0, max: 3 };
const SMALL = { areas: [{ id: 'A', weight: 1, items: [ITEM] }], units: [{ id: 'x', answers: { a: 1 } }] };
const withAnswers = (answers: unknown) => ({ ...SMALL, units: [{ id: 'x', answers }] });
const withItem = (item: object) => ({ areas: [{ id: 'A', weight: 1, items: [{ ...ITEM, ...item }] }], units: [] });

test('a level, null and the four states are read', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ ...ITEM, id }));
  const answers = { a: 2, b: null, c: { state: 'withheld' }, d: { state: 'scored', level: 1 } };
  const input = computeInputSchema.parse({ areas: [{ id: 'A', weight: 1, items }], units: [{ id: 'x', answers }] });
  expect(input.units[0]?.answers).toEqual({
    a: { state: 'scored', level: 2 },
    b: { state: 'not_applicable' },
    c: { state: 'withheld' },
    d: { state: 'scored', level: 1 },
  });
  expect(input.options).toEqual({});
});

const SCHEMAS = { compute: computeInputSchema, ranks: ranksInputSchema, alpha: alphaInputSchema };

test.each<[string, keyof typeof SCHEMAS, unknown, string]>([
  ['no object', 'compute', [], 'input: must be object'],
  ['nothing in it', 'compute', {}, 'areas: must be array (and 1 more)'],
  ['a level off the scale', 'compute', withAnswers({ a: 7 }), 'units[0].answers.a: 7 lies outside 0–3'],
  [
    'an unknown state',
    'compute',
    withAnswers({ a: { state: 'lost' } }),
    'units[0].answers.a: must be a level (number), null or {"state": "scored|withheld|not_applicable|not_assessed"}',
  ],
  ['an answer to no item', 'ranks', withAnswers({ 'b 1': 1 }), 'units[0].answers["b 1"]: no item has this id'],
  [
    'an answer to a name that objects have',
    'compute',
    withAnswers({ constructor: 1 }),
    'units[0].answers.constructor: no item has this id',
  ],
  ['a unit twice', 'compute', { ...SMALL, units: [...SMALL.units, ...SMALL.units] }, 'units[1].id: "x" is used twice'],
  [
    'an item twice',
    'compute',
    { ...SMALL, areas: [...SMALL.areas, { ...SMALL.areas[0], id: 'B' }] },
    'areas[1].items[0].id: "a" is used twice',
  ],
  [
    'an id as number',
    'compute',
    { ...SMALL, units: [{ id: 201011, answers: {} }] },
    'units[0].id: must be text (in quotes; codes lose leading zeros as numbers)',
  ],
  ['a scale upside down', 'compute', withItem({ max: 0 }), 'areas[0].items[0].max: must be greater than min'],
  ['a negative weight', 'compute', withItem({ weight: -1 }), 'areas[0].items[0].weight: must be 0 or more'],
  [
    'no weight at all',
    'compute',
    { areas: [{ id: 'A', weight: 0, items: [ITEM] }], units: [] },
    'areas: must hold an area with a weight above 0',
  ],
  ['a mistyped option', 'compute', { ...SMALL, options: { decimal: 1 } }, 'options.decimal: no such field'],
  ['a mistyped setting', 'compute', { ...SMALL, option: {} }, 'option: no such field'],
  [
    'half a decimal',
    'compute',
    { ...SMALL, options: { decimals: 1.5 } },
    'options.decimals: must be a whole number from 0 to 6',
  ],
  [
    'a coverage in per cent',
    'compute',
    { ...SMALL, options: { minCoverageArea: 70 } },
    'options.minCoverageArea: must be 1 or less',
  ],
  ['no draws', 'ranks', { ...SMALL, draws: 0 }, 'draws: must be 1 or more'],
  ['a seed that is no whole number', 'ranks', { ...SMALL, seed: 0.5 }, 'seed: must be a whole number of 0 or more'],
  ['a pair with a stranger', 'ranks', { ...SMALL, pairs: [['x', 'y']] }, 'pairs[0][1]: no unit has the id "y"'],
  [
    'rows of different length',
    'alpha',
    { level: 'nominal', data: [[1, 2], [1]] },
    'data[1]: has 1 values where the first row has 2',
  ],
  [
    'an unknown level of measurement',
    'alpha',
    { level: 'rank', data: [] },
    'level: must be nominal, ordinal, interval or ratio',
  ],
  ['text among values', 'alpha', { level: 'nominal', data: [['a']] }, 'data[0][0]: must be a number or null'],
  ['a ratio below 0', 'alpha', { level: 'ratio', data: [[1, -1]] }, 'data[0][1]: must be 0 or more on a ratio scale'],
])('%s is refused with what and where', (_, command, input, line) => {
  const result = SCHEMAS[command].safeParse(input);
  expect(result.success ? null : describeProblem(result.error)).toBe(line);
});

test('names, reasons and sources may stand beside what counts, and one file serves both commands', () => {
  const [area] = SMALL.areas;
  const table = {
    areas: [{ ...area, name: 'Jawność', items: area!.items.map((item) => ({ ...item, question: 'Czy …?' })) }],
    units: [
      {
        id: 'x',
        teryt: '2469011',
        answers: { a: { state: 'withheld', reason: 'brak odpowiedzi', requested: '2026-03-01' } },
      },
    ],
  };
  expect(computeInputSchema.parse(table).units).toEqual([{ id: 'x', answers: { a: { state: 'withheld' } } }]);
  const drawing = { draws: 100, seed: 1, weightSpread: 0.5, areaAlpha: 10, pairs: [['x', 'x']] };
  expect(computeInputSchema.safeParse({ ...table, ...drawing }).success).toBe(true);
  expect(ranksInputSchema.safeParse({ ...table, ...drawing }).success).toBe(true);
});
