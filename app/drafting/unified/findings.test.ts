import { expect, test } from 'vitest';
import { findingsOf, withAnswers, type Facts } from './findings.ts';

const clean: Facts = {
  problems: [],
  rulings: [],
  versions: [{ number: 1, kind: 'import', hasRuling: false, note: '' }],
  open: [],
  drafts: [],
};
const kinds = (facts: Partial<Facts>) => findingsOf({ ...clean, ...facts }).map(({ kind }) => kind);

test('a text whose every change is explained gives no finding', () => {
  expect(
    findingsOf({
      ...clean,
      versions: [
        ...clean.versions,
        { number: 2, kind: 'ruling', hasRuling: true, note: '' },
        { number: 3, kind: 'editorial', hasRuling: false, note: 'Poprawiono odesłanie' },
      ],
    }),
  ).toEqual([]);
});

test('an acceptance that changed nothing and one whose words were changed again are told apart', () => {
  const ruling = { remark: 4, isAmendment: true, version: null, changedAgain: null };
  expect(kinds({ rulings: [{ ...ruling, decision: 'accepted' }] })).toEqual(['promise']);
  expect(kinds({ rulings: [{ ...ruling, decision: 'accepted-in-part', version: 2, changedAgain: 5 }] })).toEqual([
    'overwritten',
  ]);
  expect(
    kinds({
      rulings: [
        { ...ruling, decision: 'not-accepted' },
        { ...ruling, decision: 'already-in-text' },
      ],
    }),
  ).toEqual([]);
});

test('a change of text without a ruling or a note is found, as are open remarks and drafts', () => {
  expect(
    kinds({
      versions: [
        { number: 2, kind: 'ruling', hasRuling: false, note: 'x' },
        { number: 3, kind: 'editorial', hasRuling: false, note: ' ' },
      ],
      open: [3],
      drafts: [3],
    }),
  ).toEqual(['unexplained', 'unexplained', 'open', 'drafts']);
});

test('answers stay with their finding and are dropped when it is mended; equal findings have keys of their own', () => {
  const problem = {
    code: 'missing-full-stop',
    severity: 'warning' as const,
    line: 1,
    unit: '0',
    message: { pl: 'Brak kropki', en: 'No full stop' },
    rule: null,
    citation: '§ 1',
  };
  const findings = findingsOf({ ...clean, problems: [problem, problem, { ...problem, severity: 'info' }] });
  expect(new Set(findings.map(({ key }) => key)).size).toBe(2);
  const answered = withAnswers(findings, [
    { key: findings[1]!.key, answer: 'Tak ma być.', by: 'Marta' },
    { key: 'gone', answer: 'x', by: 'y' },
  ]);
  expect(answered.map(({ answer }) => answer)).toEqual(['', 'Tak ma być.']);
});
