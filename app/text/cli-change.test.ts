import { expect, test } from 'vitest';
import { runDiff, runMerge } from './cli-change.ts';
import { diffClauses } from './diff/diff.ts';
import { TEXT_LIMITS, TextLimitError } from './tree/limits.ts';
import { mergeAll } from './merge/merge.ts';

const clause = (text: string): { id: string; text: string } => ({ id: 'c5', text });
const BASE = clause('Uchwała wchodzi w życie po upływie 30 dni.');

test('a diff names clauses, their places and their spans', () => {
  expect(runDiff({ base: [BASE], current: [clause('Uchwała wchodzi w życie po upływie 14 dni.')] })).toEqual({
    clauses: [
      {
        id: 'c5',
        change: 'changed',
        before: 0,
        after: 0,
        spans: [
          { op: 'keep', text: 'Uchwała wchodzi w życie po upływie ' },
          { op: 'delete', text: '30' },
          { op: 'insert', text: '14' },
          { op: 'keep', text: ' dni.' },
        ],
      },
    ],
    moved: [],
  });
});

test('a merge without conflict gives the text, one with a conflict gives the disputed words', () => {
  const current = [clause('Uchwała wchodzi w życie po upływie 14 dni.')];
  expect(runMerge({ base: [BASE], current, amendment: [BASE] })).toEqual({
    conflict: false,
    result: current,
    moved: [],
  });
  expect(
    runMerge({ base: [BASE], amendments: [current, [clause('Uchwała wchodzi w życie po upływie 21 dni.')]] }),
  ).toEqual({
    conflict: true,
    result: null,
    conflictClauses: ['c5'],
    mergeable: [],
    conflicts: [{ kind: 'words', clause: 'c5', base: '30', ours: '14', theirs: '21', from: 35, to: 37 }],
    moved: [],
  });
});

test('bad input is refused with one line that names the place', () => {
  const message = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'accepted';
  };
  expect(message(() => runDiff(null))).toMatch(/^input: /);
  expect(message(() => runDiff({ base: [{ id: 'a' }], current: [] }))).toMatch(/^base\[0\]\.text: /);
  expect(message(() => runMerge({ base: [], current: [] }))).toMatch(/^amendment: /);
  expect(message(() => runMerge({ base: [], amendments: [[], [clause('a'), clause('b')]] }))).toBe(
    'amendments[1][1].id: id "c5" is used at 0 already',
  );
  expect(message(() => runMerge({ base: [], current: [], amendment: [], amendments: [] }))).toMatch(/not both$/);
  expect(message(() => runMerge({ base: [], amendments: [[{ text: 'a', level: -1 }]] }))).not.toContain('\n');
});

test('ids may be missing', () => {
  const diff = runDiff({ base: [BASE], current: [{ id: null, text: BASE.text }] });
  expect(diff).toMatchObject({ clauses: [{ id: 'c5', change: 'same' }] });
});

test('texts beyond the limits are refused with an error that names the limit', () => {
  const long = [{ text: 'a'.repeat(TEXT_LIMITS.clauseCharacters + 1) }];
  expect(() => diffClauses(long, [])).toThrow(TextLimitError);
  expect(() => diffClauses(long, [])).toThrow('300001 characters in one clause; at most 300000');
  const fat = Array.from({ length: 8 }, () => ({ text: 'a'.repeat(TEXT_LIMITS.clauseCharacters) }));
  expect(() => diffClauses([], fat)).toThrow('characters; at most 2000000');
  const many = Array.from({ length: TEXT_LIMITS.clauses + 1 }, () => ({ text: '' }));
  expect(() => mergeAll({ base: [], amendments: [many] })).toThrow(/clauses/);
});

test('hostile texts of the largest size are compared in bounded time', () => {
  const words = (seed: number): string =>
    Array.from({ length: 40_000 }, (_, i) => 'abc'[(i * i * seed + (i >> seed)) % 3]).join(' ');
  const start = performance.now();
  diffClauses([{ text: words(1) }], [{ text: words(2) }]);
  expect(performance.now() - start).toBeLessThan(5_000);
});
