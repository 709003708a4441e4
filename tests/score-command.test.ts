import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_MODEL, EXAMPLE_UNIT } from '#tests/fixtures/worked-example.ts';
import { findJsonError } from '../scripts/json-input.ts';

/** Runs the command as npm does; `input` goes to standard input. */
function score(words: string[], input: unknown) {
  const text = typeof input === 'string' || Buffer.isBuffer(input) ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/score.ts', ...words], {
    input: text,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The worked example as the command takes it: a level, null, or a state. */
const ANSWERS = Object.fromEntries(
  Object.entries(EXAMPLE_UNIT.answers).map(([id, answer]) => {
    if (answer.state === 'scored') return [id, answer.level];
    return [id, answer.state === 'not_applicable' ? null : { state: answer.state }];
  }),
);
const TABLE = {
  ...EXAMPLE_MODEL,
  units: [
    { id: 'W', answers: ANSWERS },
    { id: 'X', answers: { ...ANSWERS, T01: 3 } },
    { id: 'Y', answers: { T01: 3 } },
  ],
};

test('compute writes scores, bounds and ranks, and null where the coverage is too small', () => {
  const { status, stdout, stderr } = score(['compute', '-'], TABLE);
  expect([status, stderr]).toEqual([0, '']);
  const { units } = JSON.parse(stdout) as {
    units: { id: string; total: Record<string, unknown>; areas: Record<string, unknown>; rank: number | null }[];
  };
  expect(units.map((unit) => [unit.id, unit.total.display, unit.rank])).toEqual([
    ['W', '49.5', 2],
    ['X', '50.7', 1],
    ['Y', null, null],
  ]);
  expect(units[0]?.total).toMatchObject({
    exact: '156275/3159',
    value: expect.closeTo(49.4698, 4),
    coverage: expect.closeTo(73 / 76, 9),
    low: expect.closeTo(47.6582, 4),
    high: expect.closeTo(52.006, 4),
  });
  expect(Object.keys(units[0]?.total ?? {})).toEqual(['exact', 'value', 'display', 'coverage', 'low', 'high']);
  expect(Object.keys(units[0]?.areas ?? {})).toEqual(['T', 'I', 'P']);
});

test('ranks writes intervals and pairs, alike for one seed', () => {
  const input = {
    ...TABLE,
    draws: 200,
    seed: 7,
    weightSpread: 0.5,
    areaAlpha: 10,
    pairs: [
      ['X', 'W'],
      ['X', 'Y'],
    ],
  };
  const first = score(['ranks', '-'], input);
  expect(first.status).toBe(0);
  expect(score(['ranks', '-'], input).stdout).toBe(first.stdout);
  expect(JSON.parse(first.stdout)).toEqual({
    units: [
      { id: 'W', rank: 2, median: 2, p05: 2, p95: 2, top10: 1, bottom10: 1 },
      { id: 'X', rank: 1, median: 1, p05: 1, p95: 1, top10: 1, bottom10: 1 },
      { id: 'Y', rank: null, median: null, p05: null, p95: null, top10: null, bottom10: null },
    ],
    pairs: [
      { a: 'X', b: 'W', aBeatsB: 1, bBeatsA: 0, clear: true },
      { a: 'X', b: 'Y', aBeatsB: null, bBeatsA: null, clear: null },
    ],
  });
});

test('alpha writes the coefficient, or why there is none', () => {
  const data = [
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
  ];
  expect(JSON.parse(score(['alpha', '-'], { level: 'nominal', data }).stdout)).toEqual({
    alpha: expect.closeTo(0.095238, 6),
    units: 10,
    values: 20,
  });
  expect(
    JSON.parse(
      score(['alpha', '-'], {
        level: 'ordinal',
        data: [
          [2, 2],
          [2, 2],
        ],
      }).stdout,
    ),
  ).toEqual({ alpha: null, reason: 'no-variation' });
});

const ITEM = { id: 'a', weight: 1, min: 0, max: 3 };
const SMALL = { areas: [{ id: 'A', weight: 1, items: [ITEM] }], units: [{ id: 'x', answers: { a: 1 } }] };

test.each<[string, string[], unknown, string]>([
  ['no command', [], '', 'score: usage: npm run -s score -- alpha|compute|ranks FILE (or - for standard input)'],
  ['a file that is not there', ['compute', 'no/such.json'], '', 'score: no/such.json cannot be read'],
  [
    'text that is no JSON',
    ['compute', '-'],
    '{\n  "areas": [,]\n}',
    'score: standard input is not JSON: line 2, column 13',
  ],
  [
    'bytes that are no UTF-8',
    ['alpha', '-'],
    Buffer.from([0x22, 0xff, 0x22]),
    'score: standard input is not UTF-8 text',
  ],
  [
    'an unknown item',
    ['ranks', '-'],
    { ...SMALL, units: [{ id: 'x', answers: { b: 1 } }] },
    'score: units[0].answers.b: no item has this id',
  ],
])('%s is refused in one line that says what and where', (_, words, input, line) => {
  expect(score(words, input)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
});

test.each([
  ['', 0],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{1: 2}', 1],
  ['[1, 2', 5],
  ['"open', 0],
  ['[01]', 2],
  ['{"a": [1, {"b": tru}]}', 16],
  ['[1}', 2],
  ['{} {}', 3],
  ['["a\nb"]', 1],
])('in %j the first wrong character is found', (text, offset) => {
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  expect(findJsonError(text)).toBe(offset);
});

test('what is JSON has no wrong character', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(findJsonError(text)).toBe(text.length);
    }),
  );
});
