import { expect, test } from 'vitest';
import { viewChange } from './remarks/change-view.ts';
import { firstWords } from './state/first-words.ts';
import { operationsFor } from './state/remark.ts';
import { sameWords } from './remarks/proposal.ts';
import { readFinals } from './rulings/ruling-input.ts';

test('what can be done with a unit depends on its words and its type', () => {
  expect(operationsFor({ type: 'subsection', text: 'Słowa.' })).toEqual([
    'replace',
    'insert-after',
    'delete',
    'move',
    'split',
    'merge',
  ]);
  expect(operationsFor({ type: 'paragraph', text: '' })).toEqual(['insert-after', 'delete', 'move']);
  expect(operationsFor({ type: 'chapter', text: '' })).toEqual(['delete']);
});

test('blanks and composition alone are no change', () => {
  expect(sameWords('Do 14 dni', 'Do\u00a014  dni')).toBe(true);
  expect(sameWords('zażółć', 'zażółć'.normalize('NFD'))).toBe(true);
  expect(sameWords('Do 14 dni', 'Do 14 dni.')).toBe(false);
});

test('a list shows whole words', () => {
  expect(firstWords('krótko')).toBe('krótko');
  expect(firstWords('jedno dwa trzy', 8)).toBe('jedno…');
  expect(firstWords('x'.repeat(200), 10)).toBe(`${'x'.repeat(10)}…`);
});

test('a deletion shows everything that goes along, and counts it in words', () => {
  const unit = (clauseId: string, label: string, depth: number) => ({
    clauseId,
    code: 1,
    revisionId: clauseId,
    parentClauseId: null,
    type: 'point' as const,
    label,
    number: '',
    heading: '',
    text: `Słowa ${clauseId}.`,
    quoted: false,
    depth,
    orderKey: clauseId,
  });
  const view = viewChange({
    op: 'delete',
    citation: '§ 2',
    mark: '§ 2.',
    before: 'Słowa a.',
    after: null,
    locale: 'pl',
    below: [unit('a', '§ 2.', 0), unit('b', '1)', 1), unit('c', '2)', 1)],
  });
  expect(view?.lines.map(({ mark, depth }) => [mark, depth])).toEqual([
    ['§ 2.', 0],
    ['1)', 1],
    ['2)', 1],
  ]);
  expect(view?.sentence).toBe('Skreśla § 2 razem z 2 przepisami niższego stopnia.');
  expect(view?.was).toBe('Słowa a.\n1) Słowa b.\n2) Słowa c.');
});

test('other words are read field by field, and too long ones are named', () => {
  const { finals, errors } = readFinals({
    'final-1': [' Nowe. '],
    'anchor-1': ['c'],
    'final-2': ['x'.repeat(300_001)],
    reason: ['r'],
    'final-x': ['no'],
  });
  expect(finals.get(1)).toEqual({ text: 'Nowe.', anchorId: 'c' });
  expect(Object.keys(errors)).toEqual(['final-2']);
  expect(finals.size).toBe(2);
});
