import { expect, test } from 'vitest';
import type { LineRole } from '#app/text/tree/types.ts';
import {
  applyRoleChoices,
  carryOverrides,
  readOverrides,
  reviewSource,
  roleChoicesOf,
  windowAround,
  writeOverrides,
} from './import-lines.ts';
import { compareTexts } from './import-proof.ts';
import { sample } from './test-units.ts';

const roles = (entries: [number, LineRole][]) => new Map<number, LineRole>(entries);

test('every source line has a role and nothing is lost', () => {
  const review = reviewSource(sample, new Map());
  expect(review.lines).toHaveLength(sample.split('\n').length);
  expect(review.proof.difference).toBeNull();
  expect(review.counts).toMatchObject({ chapter: 2, paragraph: 4, subsection: 3, point: 2 });
  expect(review.lines.find((line) => line.text.startsWith('2) na'))).toMatchObject({
    role: 'point',
    citation: '§ 2 ust. 2 pkt 2',
  });
});

test('a correction changes the structure and still loses nothing', () => {
  const line = sample.split('\n').findIndex((text) => text.startsWith('3. Wynik')) + 1;
  const review = reviewSource(sample, roles([[line, 'continuation']]));
  expect(review.counts.subsection).toBe(2);
  expect(review.lines[line - 1]).toMatchObject({ role: 'continuation', byHand: true, doubtful: false });
  expect(review.proof.difference).toBeNull();
});

test('the proof shows where two texts part', () => {
  const proof = compareTexts('§ 1. Ala ma kota.', '§ 1.\nAla ma psa.');
  expect(proof.difference).toEqual({ source: '§1.Alamakota.', recognised: '§1.Alamapsa.' });
  expect(compareTexts(' a\u00a0b\n', 'ab').difference).toBeNull();
});

test('only named roles become corrections', () => {
  const { lines } = reviewSource(sample, new Map());
  const point = lines.find((line) => line.role === 'point')!;
  const blank = lines.find((line) => line.role === 'blank')!;
  const next = applyRoleChoices(new Map(), lines, [
    { line: point.line, role: 'point' },
    { line: blank.line, role: 'text' },
    { line: 9999, role: 'text' },
    { line: point.line + 2, role: 'letter' },
  ]);
  expect([...next]).toEqual([[point.line + 2, 'letter']]);
});

test('a doubtful line stays doubtful until its role is named', () => {
  const lines = [{ line: 1, text: 'x', role: 'text' as const, doubtful: true, byHand: false, citation: '', depth: 0 }];
  expect(applyRoleChoices(new Map(), lines, [{ line: 1, role: 'auto' }]).size).toBe(0);
  expect([...applyRoleChoices(new Map(), lines, [{ line: 1, role: 'text' }])]).toEqual([[1, 'text']]);
});

test('"auto" gives a corrected line back to the parser', () => {
  const lines = reviewSource(sample, roles([[1, 'before']])).lines;
  expect(applyRoleChoices(roles([[1, 'before']]), lines, [{ line: 1, role: 'auto' }]).size).toBe(0);
});

test('corrections follow their lines through an edit of the source and leave changed lines', () => {
  const before = 'a\nb\nc\nd';
  const after = 'new\na\nb2\nc\nd';
  expect([
    ...carryOverrides(
      before,
      after,
      roles([
        [1, 'title'],
        [2, 'text'],
        [4, 'point'],
      ]),
    ),
  ]).toEqual([
    [2, 'title'],
    [5, 'point'],
  ]);
});

test('stored corrections are read back and anything else is left out', () => {
  const overrides = roles([
    [12, 'point'],
    [3, 'text'],
  ]);
  expect(readOverrides(writeOverrides(overrides))).toEqual(overrides);
  expect(readOverrides({ '0': 'text', '4': 'emperor', x: 'text', '5': 7 }).size).toBe(0);
  expect(readOverrides(null).size).toBe(0);
});

test('form fields that are no lines or no roles are left out', () => {
  expect(
    roleChoicesOf({ r3: ['point'], r4: ['auto'], r5: ['emperor'], rx: ['text'], revision: ['1'], r99999999: ['text'] }),
  ).toEqual([
    { line: 3, role: 'point' },
    { line: 4, role: 'auto' },
  ]);
});

test('windows of lines cover the text without gaps', () => {
  expect(windowAround(1, 450, 200)).toEqual({ from: 1, to: 201 });
  expect(windowAround(201, 450, 200)).toEqual({ from: 201, to: 401 });
  expect(windowAround(9999, 450, 200)).toEqual({ from: 401, to: 451 });
  expect(windowAround(5, 0, 200)).toEqual({ from: 1, to: 1 });
});
